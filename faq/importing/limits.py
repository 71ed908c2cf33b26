"""How much a child process may take that reads a strange document, and how much it may answer."""

from __future__ import annotations

from faq.confined.walls import Walls

SECONDS = 60
"""By the clock for the whole import, and of the processor for each child."""
MOST_ANSWER = 20_000_000
"""Bytes; two thousand full pages are a third of it."""
MOST_CHAPTERS = 500
MOST_ENTRIES = 10_000
WALLS = Walls(memory=512_000_000, seconds=SECONDS, by_the_clock=SECONDS, most_answer=MOST_ANSWER)
