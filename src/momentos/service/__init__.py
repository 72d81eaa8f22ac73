"""Service as it is watched: metrics over time and by group, their targets, and what matters now."""
