"""Figures: computed once, here, for pages, files and the figures command alike."""
