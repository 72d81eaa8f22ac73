"""The people commands."""
