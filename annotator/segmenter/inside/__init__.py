"""What stands inside a section: its subsections, lists and definitions."""
