"""The book's text as HTML; everything is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from faq.printing.blocks import Block, Item, Listing, Paragraph
from faq.printing.inline import Kind, Line, Span, plain


def plain_text(text: str) -> str:
    return escape(plain(text))


def rendered(found: Iterable[Block]) -> str:
    return "".join(_block(block) for block in found)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        inner = _lines(block.lines)
        return f"<h4>{inner}</h4>" if block.heading else f"<p>{inner}</p>"
    inner = "".join(_item(item) for item in block.items)
    if block.start is None:
        return f"<ul>{inner}</ul>"
    start = f' start="{block.start}"' if block.start != 1 else ""
    return f"<ol{start}>{inner}</ol>"


def _item(item: Item) -> str:
    inside: list[Listing] = item.lists
    return f"<li>{_lines(item.lines)}{rendered(inside)}</li>"


def _lines(lines: Iterable[Line]) -> str:
    return "<br>".join("".join(_span(span) for span in line) for line in lines)


def _span(span: Span) -> str:
    text = escape(span.text)
    match span.kind:
        case Kind.BOLD:
            return f"<b>{text}</b>"
        case Kind.CODE:
            return f"<code>{text}</code>"
        case Kind.ENTRY:
            return f'<a href="#{escape(span.target)}">{text}</a>'
        case Kind.WEB:
            return f'<a href="{escape(span.target)}" rel="noopener noreferrer">{text}</a>'
        case _:
            return text
