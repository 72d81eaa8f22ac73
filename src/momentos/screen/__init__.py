"""What screens share. With pages/, app.py and the wings' screens, the only code that knows Streamlit."""
