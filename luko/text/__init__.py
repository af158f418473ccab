"""Dutch for the reader: numbers, dates, fixed words, and the sentences that answer."""
