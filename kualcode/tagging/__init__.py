"""Segments and a codebook in, suggestions out."""
