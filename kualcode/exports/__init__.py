"""Values in, bytes out; nothing here reads the store."""
