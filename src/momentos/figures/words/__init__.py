"""What a reader is told of any figure, whatever shows it: its n, what it is of, and what is missing to have it."""
