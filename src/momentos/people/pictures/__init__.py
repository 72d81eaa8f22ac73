"""People's work drawn. A frame in, a Plotly figure out."""
