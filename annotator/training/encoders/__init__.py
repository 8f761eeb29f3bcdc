"""The pretrained encoders that training starts from, as PyPI holds them: no model hub is needed."""
