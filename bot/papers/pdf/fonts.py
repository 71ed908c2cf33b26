"""FiraGO for reading, Cascadia Mono for what stands on a screen."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO

import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from bot.rules.letters import harmless

BODY, BOLD, ITALIC, BOLD_ITALIC, MONO = "Body", "Body-Bold", "Body-Italic", "Body-BI", "Mono"
FILES = {BODY: "figo", BOLD: "figbo", ITALIC: "figit", BOLD_ITALIC: "figbi", MONO: "cascadia"}
PICTURE_FORMS = re.compile("[\u200c\u200d\ufe0e\ufe0f]")
MISSING = "\u25a1"


@cache
def load() -> None:
    """Before the first style is used."""
    for name, file in FILES.items():
        pdfmetrics.registerFont(TTFont(name, BytesIO(pymupdf_fonts.myfont(file))))
    pdfmetrics.registerFontFamily(BODY, BODY, BOLD, ITALIC, BOLD_ITALIC)
    pdfmetrics.registerFontFamily(MONO, MONO, MONO, MONO, MONO)


def drawable(text: str, font: str = BODY) -> str:
    """The text with a box for each character the font lacks, such as an emoji."""
    known = _known(font)
    kept = PICTURE_FORMS.sub("", harmless(text))
    return "".join(
        letter if letter.isspace() or ord(letter) in known else MISSING for letter in kept
    )


@cache
def _known(font: str) -> frozenset[int]:
    load()
    made = pdfmetrics.getFont(font)
    assert isinstance(made, TTFont)
    return frozenset(made.face.charToGlyph)
