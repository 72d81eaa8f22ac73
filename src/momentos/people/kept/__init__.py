"""What people enter about people: policies, recognitions, rewards, remarks, notes, limits, the published pulse."""
