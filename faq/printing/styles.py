"""How the paper's text is set. Sizes in points on A4."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from faq.printing.letters import BODY, BOLD

INK, SOFT, LINE = HexColor("#1c2430"), HexColor("#5a6675"), HexColor("#cfd7dd")
DEEP, GOLD, WASH, AMBER = (
    HexColor("#0b4a4f"),
    HexColor("#9a6412"),
    HexColor("#f1f5f5"),
    HexColor("#fff1cc"),
)
BAND = HexColor("#d9a441")
LINK = HexColor("#0a5f6a")
WIDTH, HEIGHT = A4
LEFT = RIGHT = 24 * mm
TOP, BOTTOM = 26 * mm, 24 * mm
MEASURE = WIDTH - LEFT - RIGHT
INDENT = 16


def _style(name: str, **given: Any) -> ParagraphStyle:
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


TEXT = _style("text", spaceAfter=6)
LEAD_IN = _style("lead-in", spaceAfter=6, keepWithNext=1)
SUBHEAD = _style("subhead", fontName=BOLD, spaceBefore=4, spaceAfter=3, keepWithNext=1)
ITEM = _style("item", spaceAfter=2.5)
QUESTION = _style(
    "question",
    fontName=BOLD,
    fontSize=13,
    leading=17,
    leftIndent=34,
    spaceBefore=4,
    spaceAfter=6,
    keepWithNext=1,
)
CHAPTER = _style(
    "chapter", fontName=BOLD, fontSize=27, leading=32, textColor=DEEP, spaceAfter=8, keepWithNext=1
)
KICKER = _style("kicker", fontName=BOLD, fontSize=12, leading=16, textColor=GOLD, keepWithNext=1)
INTRO = _style("intro", fontSize=11, leading=16.5, textColor=SOFT, spaceAfter=10)
SMALL = _style("small", fontSize=8, leading=11, textColor=SOFT, spaceBefore=5)
SMALL_PLAIN = _style("small-plain", fontSize=8.4, leading=11.5, textColor=SOFT)
BOX = _style("box", fontSize=9.2, leading=13.2)
BOX_HEAD = _style("box-head", fontName=BOLD, fontSize=9.2, leading=13.2, textColor=DEEP)
ALSO_HEAD = _style(
    "also-head", fontName=BOLD, fontSize=9.2, leading=13, spaceBefore=7, keepWithNext=1
)
ALSO = _style("also", fontSize=9.2, leading=12.6, textColor=LINK)
CONTENT_CHAPTER = _style("content-chapter", fontName=BOLD, fontSize=11, leading=15)
CONTENT = _style("content", fontSize=9.6, leading=13)
MESSAGE = _style("message", fontSize=9.4, leading=13.4, spaceBefore=6, keepWithNext=1)
COVER_TITLE = _style(
    "cover-title", fontName=BOLD, fontSize=42, leading=46, textColor=HexColor("#ffffff")
)
COVER_LINE = _style("cover-line", fontSize=14, leading=20, textColor=HexColor("#ffffff"))
