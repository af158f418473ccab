"""Klantreis: what customers of the whole chain say, from the first message to the finished work."""
