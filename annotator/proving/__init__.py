"""Proves the amendment library: its form, its texts with the words of many laws, its examples."""
