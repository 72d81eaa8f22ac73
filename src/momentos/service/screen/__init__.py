"""The service on the screen."""
