"""Drawing the journey on a screen: its stages and touchpoints, the votes on their impact, and how it was before."""
