"""Who may see and change what: the lead's code, and the code of each person's own card."""
