"""What is asked of people's work. A cursor in, a small frame or value out."""
