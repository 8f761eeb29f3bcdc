"""What stands in a law's text and is no law of its own: contents, notes, asides, end matter."""
