"""Which part of a message asks, which is denied, and where another matter begins."""
