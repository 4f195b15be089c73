"""Interview, observation and documentation held against each other: verdicts, gates, confidence."""
