"""Questions. A connection in, a small DataFrame out."""
