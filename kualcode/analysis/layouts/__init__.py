"""The tables of triangulation as values."""
