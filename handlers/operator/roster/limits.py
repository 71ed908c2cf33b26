"""How much of a file is read, and how much reading it may take."""

from __future__ import annotations

from faq.confined.walls import Walls

SECONDS = 60
"""Of the processor. A workbook of 100,000 people, each text in its cell, takes half of them."""
PATIENCE = 180
"""By the clock: on a small PC that bot and others share, a healthy list must not be cut off."""
MOST_BYTES = 300_000_000
MOST_PEOPLE = 500_000
MOST_ROWS = 600_000
"""That are not blank: the people, with titles, offices and sums among them."""
MOST_ANSWER = 200_000_000
"""Bytes of all rows together; 100,000 people are a tenth of it."""
WALLS = Walls(memory=512_000_000, seconds=SECONDS, by_the_clock=PATIENCE, most_answer=MOST_ANSWER)
