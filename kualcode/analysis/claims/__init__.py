"""Figures said or counted: read from texts and tables, given a key, and compared."""
