"""Annotation rounds in doccano: select, open, pull, agree, adjudicate, close."""
