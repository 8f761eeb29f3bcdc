"""Where sections, articles, parts and schedules begin, and what they are titled."""
