"""What somebody typed: its words in standard spelling, their stems, and what small words mean.

Nothing in here knows the book.
"""
