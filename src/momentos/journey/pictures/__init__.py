"""The journey drawn. A frame in, a Plotly figure out."""
