"""What the people pages' words mean: the policy, the card, the pulse. Knows no database."""
