"""What people see: index.py is the script Streamlit runs; one folder per menu heading, one module per page."""
