"""What the two readers hand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class PdfLine(NamedTuple):
    """One line of a PDF page as it is drawn; `y` counts upwards from the page's foot."""

    page: int
    text: str
    size: float
    bold: bool
    x: float
    y: float


@dataclass(frozen=True)
class Piece:
    """A heading (level 1 is a chapter), or a paragraph, list item or table row (level 0)."""

    page: int
    text: str
    level: int = 0


@dataclass(frozen=True)
class Manual:
    title: str
    pages: int
    pieces: tuple[Piece, ...]
    scans: tuple[int, ...]
    """Pages that have no text of their own."""
