"""From any workbook to checked rows: open, locate, recognise, convert, check, explain."""
