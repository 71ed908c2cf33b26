"""What stands on every page and belongs to none: running heads, feet, page numbers, contents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from faq.importing.numbering import DECIMAL
from faq.importing.piece import PdfLine

EDGE_LINES = 3
MARGIN = 0.13
"""Of the page's height, above and below."""
FEWEST_PAGES = 3
ROW_SHARE = 0.4
"""Where this share of the pages repeats itself at one height, running heads stand there."""
STEP = 3.0
CONTENTS_SHARE = 0.6
"""Up to this share of other lines, a page with dotted ones is a table of contents."""
NUMBER = re.compile(
    r"^[\s\-–—|]*(?:hal(?:aman)?\.?\s*|page\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:dari|of|/)\s*\d{1,4})?[\s\-–—|]*$",
    re.IGNORECASE,
)
LEADERS = re.compile(r"(?:\.\s?){4,}|(?:…\s?){2,}|_{6,}")
DIGITS = re.compile(r"\d{1,6}")
Spot = tuple[str, int]


def strip(lines: Iterable[PdfLine]) -> dict[int, list[PdfLine]]:
    """The lines that belong to the text, by page."""
    pages: dict[int, list[PdfLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    top = max((line.y for found in pages.values() for line in found), default=0.0)
    edges = {page: _edges(found, top) for page, found in pages.items()}
    repeated = _repeated(edges)
    rows = _rows(edges, repeated)
    return {page: _kept(found, edges[page], repeated, rows) for page, found in pages.items()}


def _edges(lines: list[PdfLine], top: float) -> list[PdfLine]:
    """The first and last lines of a page, where they stand near its upper or lower edge."""
    by_height = sorted(lines, key=lambda line: -line.y)
    outer = by_height[:EDGE_LINES] + by_height[EDGE_LINES:][-EDGE_LINES:]
    return [line for line in outer if line.y < MARGIN * top or line.y > (1 - MARGIN) * top]


def _spots(line: PdfLine) -> Iterator[Spot]:
    """Where the line stands with its words, as written and with numbers told from the page's own.

    "Halaman 7 dari 90" then reads alike on every page; "1.7 Cara masuk" does not.
    """
    row, text = round(line.y / STEP), line.text.casefold()
    numbers = list(DIGITS.finditer(text))
    yield text, row
    # The first or the last number may be the page's; that of "1.7 Cara masuk" never is.
    section = DECIMAL.match(line.text) is not None
    for counted in [*numbers[: not section], *numbers[-1:]]:
        start, end = counted.span()
        offset = int(counted[0]) - line.page
        yield f"{text[:start]}\0{offset}{text[end:]}", row


def _repeated(pages: dict[int, list[PdfLine]]) -> set[Spot]:
    """The same words (digits aside) at the same height of neighbouring pages.

    "Bab 2" and "Bab 3" over two chapters look alike too, but stand pages apart.
    """
    seen: dict[Spot, set[int]] = defaultdict(set)
    for page, lines in pages.items():
        for spot in (spot for line in lines for spot in _spots(line)):
            seen[spot].add(page)
    return {spot for spot, on in seen.items() if len(on) >= FEWEST_PAGES and _neighbours(on)}


def _neighbours(pages: set[int]) -> bool:
    """Most have the next page, or the next left or right one, beside them."""
    beside = sum(bool({page + 1, page + 2, page - 1, page - 2} & pages) for page in pages)
    return beside > len(pages) / 2


def _rows(pages: dict[int, list[PdfLine]], repeated: set[Spot]) -> set[int]:
    """Heights where even what is said once, such as a short chapter's name, is a running head."""
    counted = Counter(
        row
        for lines in pages.values()
        for row in {spot[1] for x in lines for spot in _spots(x) if spot in repeated}
    )
    return {row for row, count in counted.items() if count >= max(4, ROW_SHARE * len(pages))}


def _kept(
    lines: list[PdfLine], edges: list[PdfLine], repeated: set[Spot], rows: set[int]
) -> list[PdfLine]:
    outer = {id(line) for line in edges}
    return [
        line
        for line in lines
        if not (id(line) in outer and _is_running_head(line, repeated, rows))
    ]


def without_contents(pages: dict[int, list[PdfLine]]) -> dict[int, list[PdfLine]]:
    """Without lines that lead by dots to a page number, nor what else stands on such a page."""
    kept = {}
    for page, lines in pages.items():
        text = [line for line in lines if not LEADERS.search(line.text)]
        kept[page] = [] if len(text) <= CONTENTS_SHARE * len(lines) else text
    return kept


def _is_running_head(line: PdfLine, repeated: set[Spot], rows: set[int]) -> bool:
    if round(line.y / STEP) in rows or NUMBER.match(line.text):
        return True
    return not repeated.isdisjoint(_spots(line))
