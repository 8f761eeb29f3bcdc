"""Measures the other parts: segmentation, coverage of the amendments, speed, imports."""
