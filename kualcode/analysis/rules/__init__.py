"""Rules of contradiction: numbers (N1 to N8), texts (T1 to T9), method (M1). Each is a small pure function."""
