"""What became of our changes and comments in a Word document that comes back."""
