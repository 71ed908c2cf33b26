"""Reportlab's paragraph markup. It reads tags, so whatever is shown is escaped here."""

from __future__ import annotations

from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from bot.papers.pdf import styles
from bot.papers.pdf.fonts import BODY, BOLD, MONO, drawable

Markup = NewType("Markup", str)
BREAK = Markup("<br/>")


def paragraph(marked: Markup, style: ParagraphStyle) -> Paragraph:
    return Paragraph(marked, style)


def text(words: str, font: str = BODY) -> Markup:
    """The very letters, as far as the font has them."""
    return Markup(escape(drawable(words, font)))


def bold(words: str) -> Markup:
    return Markup(f"<b>{text(words, BOLD)}</b>")


def italic(words: str) -> Markup:
    return Markup(f"<i>{text(words)}</i>")


def code(words: str) -> Markup:
    """Smaller, because the mono letters look larger; a tint sets them off."""
    tint = _hex(styles.TINT)
    return Markup(f'<font name="{MONO}" size="-1" backColor="{tint}">{text(words, MONO)}</font>')


def small(words: str) -> Markup:
    return Markup(f'<font size="8" color="{_hex(styles.SOFT)}">{text(words)}</font>')


def highlighted(words: str) -> Markup:
    return Markup(f'<font backColor="{_hex(styles.AMBER)}"> {text(words)} </font>')


def link(target: str, words: str) -> Markup:
    """To an address, or with "#" to a bookmark."""
    color = _hex(styles.LINK)
    return Markup(f'<a href={quoteattr(target)} color="{color}">{text(words)}</a>')


def hanging(number: str, words: str) -> Markup:
    """A heading in bold with its number in the margin that its style's indent leaves."""
    look = f'bulletFontName="{BOLD}" bulletFontSize="13" bulletColor="{_hex(styles.GOLD)}"'
    return Markup(f"<bullet {look}>{text(number, BOLD)}</bullet>{text(words, BOLD)}")


def _hex(color: Color) -> str:
    return f"#{color.hexval()[2:]}"
