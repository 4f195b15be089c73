"""The command line: typer signatures over the workflow, and nothing that decides."""
