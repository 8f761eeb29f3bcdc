"""How well the classifier does."""
