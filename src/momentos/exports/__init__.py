"""What leaves the house: workbooks, decks, certificates."""
