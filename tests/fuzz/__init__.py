"""Annotates what nobody would write, and sees that every promise holds: see ``make fuzz``."""
