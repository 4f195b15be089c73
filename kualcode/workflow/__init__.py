"""The use cases. They return results; they never print and never exit."""
