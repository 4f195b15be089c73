"""What is computed from codings: pure functions, values in and values out."""
