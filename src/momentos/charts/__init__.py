"""Pictures. A DataFrame in, a Plotly figure out."""
