"""Letters of office papers: Liberation Sans, as wide as Arial; FiraGO for what it lacks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pymupdf_fonts

from bot.rules.letters import harmless

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

HERE = Path(__file__).parent / "fonts"
PLAIN, BOLD, OTHER = "Office", "Office-Bold", "Office-Other"
MISSING = "\u25a1"


@cache
def file_of(name: str) -> bytes:
    if name == OTHER:
        return bytes(pymupdf_fonts.myfont("figo"))
    style = "Bold" if name == BOLD else "Regular"
    return (HERE / f"LiberationSans-{style}.ttf").read_bytes()


@cache
def font(name: str) -> TTFont:
    """As reportlab knows it by this name: of a face that it knows already it keeps the first, and
    two of them in one paper it refuses."""
    # Only who draws pays for it: 7 MB, pictures among it.
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

    pdfmetrics.registerFont(TTFont(name, BytesIO(file_of(name))))
    return cast(TTFont, pdfmetrics.getFont(name))


@cache
def load() -> None:
    """Before a PDF is set."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415

    for name in (PLAIN, BOLD, OTHER):
        font(name)
    pdfmetrics.registerFontFamily(PLAIN, PLAIN, BOLD, PLAIN, BOLD)


@lru_cache(maxsize=20_000)
def runs(text: str, name: str) -> tuple[tuple[str, str], ...]:
    """The text in pieces, each with the font that has its letters; a box for what none has."""
    kept = harmless(text)
    if kept.isascii() and kept.isprintable():
        return ((name, kept),) if kept else ()
    return tuple(_runs(kept, name))


def without_pictures(text: str) -> str:
    """For where a box in the place of an emoji would only be ugly; letters keep theirs."""
    kept = "".join(
        sign
        for sign in harmless(text)
        if unicodedata.category(sign) not in {"So", "Sk", "Cf", "Mn"} or _font_for(sign, PLAIN)
    )
    return re.sub(r"(?<=\S) +(?=\n|$)", "", kept)


def width(text: str, name: str, size: float) -> float:
    return sum(font(of).stringWidth(piece, size) for of, piece in runs(text, name))


@cache
def known(name: str) -> frozenset[int]:
    return frozenset(font(name).face.charToGlyph)


def _runs(text: str, name: str) -> Iterator[tuple[str, str]]:
    signs = (" " if sign.isspace() else sign for sign in text)
    placed = ((_font_for(sign, name), sign) for sign in signs)
    for of, some in groupby(placed, key=lambda pair: pair[0]):
        piece = "".join(sign for _, sign in some)
        yield (of, piece) if of else (name, MISSING * len(piece))


def _font_for(sign: str, name: str) -> str:
    return next((of for of in (name, OTHER) if ord(sign) in known(of)), "")
