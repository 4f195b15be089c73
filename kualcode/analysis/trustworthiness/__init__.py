"""How a study earns trust: the criteria, their traces, and the reporting checklists."""
