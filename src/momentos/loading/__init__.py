"""What needs both the reading of files and the database: loading again what was undone."""
