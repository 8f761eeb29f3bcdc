"""What a law quotes: in running text, and over the lines of an amendment."""
