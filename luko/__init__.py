"""What the dashboard and the night share, in floors: see the map in README.md."""
