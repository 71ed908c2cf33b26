"""The manual book as values: chapters, entries and disambiguation, read, checked and taught."""
