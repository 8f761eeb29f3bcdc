"""Writers: from an :class:`~annotator.schema.Annotation` to what is read, one module a format."""
