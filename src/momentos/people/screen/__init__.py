"""The people pages on the screen."""
