"""The readers of the streams: consoles, recorders and bridges."""
