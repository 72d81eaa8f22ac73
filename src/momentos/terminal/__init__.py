"""What commands share, and the commands that belong to no wing: files in, loads, names, rows."""
