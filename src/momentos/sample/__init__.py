"""The sample company: an invented retailer whose every truth is known, made by a seeded generator."""
