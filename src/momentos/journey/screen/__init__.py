"""The journey on the screen."""
