"""What is of one language, a room each."""
