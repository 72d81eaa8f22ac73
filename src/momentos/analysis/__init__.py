"""Statistics on plain numbers: intervals, control charts, impact, fair comparison, customers."""
