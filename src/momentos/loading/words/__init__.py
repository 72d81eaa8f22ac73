"""What a reader is told of files that come in: what they hold, what stays out, what a load changes and what it did."""
