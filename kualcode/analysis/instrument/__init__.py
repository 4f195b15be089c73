"""The instrument of a study: its table, its guides, its links to what was asked."""
