"""The commands of ``annotate`` besides its default, a module each: click groups, no logic.

Each imports what it needs when it runs, so that ``annotate law.txt`` pays for none of them.
"""
