"""Fine-tuning: spaCy's training, resumable, and the bag of words."""
