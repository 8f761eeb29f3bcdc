"""What is English: words for people and the sexes, names of countries, inflection."""
