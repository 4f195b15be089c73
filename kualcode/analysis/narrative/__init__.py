"""Findings in words, in Indonesian and English from one record: outline, draft, conclusion, what cannot be said yet."""
