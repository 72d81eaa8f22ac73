"""Momentos: moments of truth and staff performance, from the spreadsheets a company already keeps."""
