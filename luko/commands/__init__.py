"""The commands of `python -m luko`, one module each."""
