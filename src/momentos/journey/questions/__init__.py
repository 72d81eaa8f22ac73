"""What is asked of the journey. A cursor in, a small frame or value out."""
