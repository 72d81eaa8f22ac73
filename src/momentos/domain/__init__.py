"""What the words mean: metrics, dimensions, the impact scale, samples. Standard library only."""
