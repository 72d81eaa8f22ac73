"""The journey's commands."""
