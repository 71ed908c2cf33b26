"""How much of a file is read, and how much reading it may take."""

from __future__ import annotations

from faq.confined.walls import Walls

SECONDS = 60
"""Of the processor and by the clock. A workbook of 100,000 people takes less than half of them."""
MOST_BYTES = 300_000_000
MOST_PEOPLE = 500_000
MOST_ROWS = 600_000
"""That are not blank: the people, with titles, offices and sums among them."""
MOST_ANSWER = 200_000_000
"""Bytes of all rows together; 100,000 people are a tenth of it."""
WALLS = Walls(memory=512_000_000, seconds=SECONDS, by_the_clock=SECONDS, most_answer=MOST_ANSWER)
