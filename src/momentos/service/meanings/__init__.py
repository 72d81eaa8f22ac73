"""Which metrics the service watches, and in which order they are told."""
