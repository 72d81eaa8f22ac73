"""Growth and trust on the screen: training, the employee pulse, empowerment and coaching."""
