"""Sections that run on in one line, cut into lines before all else."""
