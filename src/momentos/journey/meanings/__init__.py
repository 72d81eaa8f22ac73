"""What the journey's words mean: changes to its drawing, and journeys to start from. Knows no database."""
