"""The journey and its moments of truth: its map, its drawing, votes, impact, priorities, resources and worth."""
