"""The list of tickets on pages that lie, with its head on each.

Written as the page's own strokes: a year may have 100,000 rows, for which reportlab's tables take
a quarter of an hour and gigabytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any

from bot.papers import office_fonts as fonts
from bot.papers.evidence.pack import Pack, cells, heading, named_cells
from bot.papers.pen import wrapped
from bot.words import papers as words

SIZE, LEADING, PAD = 7.2, 8.6, 2.4
TITLE_SIZE, TITLE_ROOM = 11.0, 22.0
# Parts of the width; what is always short is not looked at for a break.
SHARES = (3.8, 8.4, 9.2, 5.8, 6.2, 14.6, 16.6, 14.2, 9.0, 9.2, 9.2, 4.6)
SHORT = frozenset({0, 1, 2, 9, 10, 11})
NAMED = 3  # the first column of names
MOST_KEPT = 20_000
AT_RIGHT = frozenset({0, 11})
INK, LINE, WASH = (0.106, 0.122, 0.137), (0.72, 0.75, 0.78), (0.93, 0.95, 0.96)

Drawn = Callable[[Any], None]
"""Onto a canvas, of which also what reportlab keeps to itself is needed: its page's strokes."""


class TicketList:
    def __init__(
        self, pack: Pack, size: tuple[float, float], frame: tuple[float, float, float, float]
    ) -> None:
        self._pack, self._size = pack, size
        self._left, self._bottom, self._right, self._top = frame
        room = self._right - self._left
        widths = [room * share / sum(SHARES) for share in SHARES]
        self._x = [self._left + sum(widths[:place]) for place in range(len(widths) + 1)]
        self._room = [width - PAD * 2 for width in widths]
        self._wrap = lru_cache(maxsize=20_000)(self._wrapped)
        self._head = [self._wrapped(name, place, True) for place, name in enumerate(words.HEADS)]
        self._head_tall = max(map(len, self._head)) * LEADING + PAD * 2
        self._firsts = self._breaks()

    @property
    def count(self) -> int:
        return len(self._firsts)

    def pages(self) -> Iterator[Drawn]:
        ends = [*self._firsts[1:], len(self._pack.rows)]
        strokes = _Strokes()
        for first, end in zip(self._firsts, ends, strict=True):
            yield partial(self._page, first, end, strokes)

    def _breaks(self) -> list[int]:
        """The first row of each page; at least one page, even if there is no ticket."""
        firsts, used = [0], 0.0
        full = self._top - TITLE_ROOM - self._head_tall - self._bottom
        known: dict[tuple[str, ...], float] = {}
        for place, row in enumerate(self._pack.rows):
            named = named_cells(row)
            tall = known.get(named) or known.setdefault(named, self._tall(named))
            if used + tall > full and used:
                firsts.append(place)
                used = 0.0
            used += tall
        return firsts

    def _tall(self, named: tuple[str, ...]) -> float:
        lines = (len(self._wrap(text, place, False)) for place, text in enumerate(named, NAMED))
        return max(lines) * LEADING + PAD * 2

    def _wrapped(self, text: str, column: int, bold: bool) -> tuple[str, ...]:
        return tuple(wrapped(text, SIZE, self._room[column], bold=bold)) or ("",)

    def _page(self, first: int, end: int, strokes: _Strokes, canvas: Any) -> None:
        title = heading(self._pack, words.LIST)
        canvas.setFillColorRGB(*INK)
        canvas.setFont(fonts.BOLD, TITLE_SIZE)
        canvas.drawString(self._left, self._top - TITLE_SIZE, title)
        y = self._top - TITLE_ROOM
        canvas.setFillColorRGB(*WASH)
        canvas.rect(
            self._left,
            y - self._head_tall,
            self._right - self._left,
            self._head_tall,
            stroke=0,
            fill=1,
        )
        canvas.setStrokeColorRGB(*LINE)
        canvas.setLineWidth(0.4)
        canvas.setFillColorRGB(*INK)
        written = ["BT"]
        lines, left, right = [y], self._left, self._right
        y = self._row(canvas, written, self._head, y, strokes, name=fonts.BOLD)
        lines.append(y)
        rows = self._pack.rows
        for place in range(first, end):
            texts = (str(place + 1), *cells(rows[place], self._pack.zone))
            parts = [
                (text,) if column in SHORT else self._wrap(text, column, False)
                for column, text in enumerate(texts)
            ]
            y = self._row(canvas, written, parts, y, strokes, name=fonts.PLAIN)
            lines.append(y)
        written.append("ET")
        canvas._code.append(
            " ".join(f"{left:.1f} {at:.1f} m {right:.1f} {at:.1f} l" for at in lines)
        )
        canvas._code.append("S")
        canvas._code.append("\n".join(written))  # as reportlab's own text objects are added
        if not rows:
            canvas.setFont(fonts.PLAIN, 10)
            canvas.drawString(self._left, y - 20, words.NO_TICKETS)

    def _row(
        self,
        canvas: Any,
        written: list[str],
        parts: list[tuple[str, ...]],
        y: float,
        strokes: _Strokes,
        *,
        name: str,
    ) -> float:
        """Its lower edge."""
        for column, lines in enumerate(parts):
            line = y - PAD - SIZE * 0.86
            for text in lines:
                if text:
                    x = self._x[column] + PAD
                    if column in AT_RIGHT:
                        x = self._x[column + 1] - PAD - fonts.width(text, name, SIZE)
                    shown = strokes.of(canvas, text, name)
                    written.append(f"1 0 0 1 {x:.2f} {line:.2f} Tm {shown}")
                line -= LEADING
        return y - max(map(len, parts)) * LEADING - PAD * 2


class _Strokes:
    """The operators that show a text; of names they are kept, as they stand there many times."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}
        self._begun: dict[str, str] = {}

    def of(self, canvas: Any, text: str, name: str) -> str:
        if text.isascii() and text.isprintable():
            return f"{self._ascii(canvas, name)} ({_escaped(text)}) Tj"
        known = self._known.get((text, name))
        if known is None:
            if len(self._known) > MOST_KEPT:
                self._known.clear()
            known = self._known[text, name] = " ".join(_shown(canvas, text, name))
        return known

    def _ascii(self, canvas: Any, name: str) -> str:
        """In the first part of a font these letters have their own numbers (reportlab's
        ttfAsciiReadable, which is how it comes)."""
        if name not in self._begun:
            ((subset, signs),) = fonts.font(name).splitString("Aa0", canvas._doc)
            if (subset, signs) != (0, b"Aa0"):
                raise ValueError("the font's letters have other numbers")
            self._begun[name] = _chosen(canvas, name, subset)
        return self._begun[name]


def _shown(canvas: Any, text: str, name: str) -> Iterator[str]:
    for of, piece in fonts.runs(text, name):
        for subset, signs in fonts.font(of).splitString(piece, canvas._doc):
            yield f"{_chosen(canvas, of, subset)} ({canvas._escape(signs)}) Tj"


def _chosen(canvas: Any, name: str, subset: int) -> str:
    return f"{fonts.font(name).getSubsetInternalName(subset, canvas._doc)} {SIZE} Tf"


def _escaped(text: str) -> str:
    if "(" in text or ")" in text or "\\" in text:
        return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return text
