"""Where the rows are kept: one DuckDB file, loads that can be undone, summaries that always agree with the facts."""
