"""The DuckDB file: connection, migrations, views, loads, daily summaries, backup."""
