"""How a paper's text is set: its colours, its page, and the styles every paper has. In points."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from bot.papers.pdf.fonts import BODY, BOLD

INK, SOFT, LINE = HexColor("#1c2430"), HexColor("#5a6675"), HexColor("#cfd7dd")
DEEP, GOLD, BAND, LINK = (
    HexColor("#0b4a4f"),
    HexColor("#9a6412"),
    HexColor("#d9a441"),
    HexColor("#0a5f6a"),
)
WASH, TINT, AMBER = HexColor("#f1f5f5"), HexColor("#eef2f3"), HexColor("#ffe9ae")
WHITE = HexColor("#ffffff")
WIDTH, HEIGHT = A4
LEFT = RIGHT = 24 * mm
TOP, BOTTOM = 26 * mm, 24 * mm
MEASURE = WIDTH - LEFT - RIGHT
INDENT = 16


def style(name: str, **given: Any) -> ParagraphStyle:
    base: dict[str, Any] = {
        "fontName": BODY,
        "fontSize": 10,
        "leading": 14.6,
        "textColor": INK,
        "alignment": TA_LEFT,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
        "uriWasteReduce": 0.3,
    }
    return ParagraphStyle(name, **(base | given))


TEXT = style("text", spaceAfter=6)
LEAD_IN = style("lead-in", spaceAfter=6, keepWithNext=1)
ITEM = style("item", spaceAfter=2.5)
CHAPTER = style(
    "chapter", fontName=BOLD, fontSize=27, leading=32, textColor=DEEP, spaceAfter=8, keepWithNext=1
)
KICKER = style("kicker", fontName=BOLD, fontSize=12, leading=16, textColor=GOLD, keepWithNext=1)
SUBHEADING = style("subheading", fontName=BOLD, spaceBefore=4, spaceAfter=3, keepWithNext=1)
INTRO = style("intro", fontSize=11, leading=16.5, textColor=SOFT, spaceAfter=10)
SMALL = style("small", fontSize=8, leading=11, textColor=SOFT, spaceBefore=5)
BOX = style("box", fontSize=9.2, leading=13.2)
BOX_HEAD = style("box-head", fontName=BOLD, fontSize=9.2, leading=13.2, textColor=DEEP)
BOX_NOTE = style("box-note", fontSize=8.4, leading=11.5, textColor=SOFT)
COVER_TITLE = style("cover-title", fontName=BOLD, fontSize=42, leading=46, textColor=WHITE)
COVER_LINE = style("cover-line", fontSize=14, leading=20, textColor=WHITE)
CONTENTS = style("contents", fontSize=9.6, leading=13)
CONTENTS_CHAPTER = style("contents-chapter", fontName=BOLD, fontSize=11, leading=15)
