"""Spans as reportlab's paragraph markup. It reads tags, so everything is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from faq.printing.inline import Kind, Line, Span
from faq.printing.letters import BODY, BOLD, MONO, drawable
from faq.printing.styles import LINK

LINK_COLOR = f"#{LINK.hexval()[2:]}"


def text(words: str, font: str = BODY) -> str:
    return escape(drawable(words, font))


def code(words: str) -> str:
    """Smaller, because the mono letters look larger; a tint sets them off."""
    return f'<font name="{MONO}" size="-1" backColor="#eef2f3">{text(words, MONO)}</font>'


def marked(lines: Iterable[Line], known: Mapping[str, str]) -> str:
    """Lines under each other. `known` are the ids that can be jumped to."""
    return "<br/>".join("".join(_span(span, known) for span in line) for line in lines)


def _span(span: Span, known: Mapping[str, str]) -> str:
    match span.kind:
        case Kind.BOLD:
            return f"<b>{text(span.text, BOLD)}</b>"
        case Kind.CODE:
            return code(span.text)
        case Kind.ENTRY if span.target in known:
            number = f" ({known[span.target]})"
            return _link(f"#{span.target}", text(span.text)) + number
        case Kind.WEB:
            return _link(span.target, text(span.text))
        case _:
            return text(span.text)


def _link(target: str, words: str) -> str:
    return f'<a href={quoteattr(target)} color="{LINK_COLOR}">{words}</a>'
