"""Which pictures are read, and how much reading one may take."""

from __future__ import annotations

from faq.confined.walls import Walls

LANGUAGE = "ind"
"""English error texts are read as well with it, and with both at twice the time."""
FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 10_000_000
MOST_PIXELS = 25_000_000
"""A phone's camera takes fewer; a PNG of a few kilobytes may claim a thousand times as many."""
MOST_TABLE = 1_000_000
"""Bytes of Tesseract's answer; a full page of a newspaper is less."""
SECONDS = 8
"""Of the processor; an ordinary picture takes half of one."""
PATIENCE = 20
"""By the clock: a small PC may have other things to do."""
WALLS = Walls(
    memory=512_000_000,
    seconds=SECONDS,
    by_the_clock=PATIENCE,
    most_answer=100_000_000,
    becomes_another=True,
)
