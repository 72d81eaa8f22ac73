"""What screens share. With pages/ and app.py, the only code that knows Streamlit."""
