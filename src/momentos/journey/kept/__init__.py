"""What people enter about the journey: votes on the impact, and how money is shared out."""
