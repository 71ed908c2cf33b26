"""An answer's blocks as what a PDF flows over its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, ListFlowable, ListItem, Spacer

from bot.papers.pdf import styles
from bot.papers.pdf.fonts import BOLD
from bot.papers.pdf.markup import BREAK, Markup, bold, code, link, paragraph, text


def flowables(
    blocks: Sequence[Token], numbers: Mapping[str, str], style: ParagraphStyle = styles.TEXT
) -> Iterator[Flowable]:
    """`numbers` are those of the entries that can be jumped to."""
    for node in SyntaxTreeNode(blocks).children:
        yield from _block(node, numbers, style)


def _block(
    node: SyntaxTreeNode, numbers: Mapping[str, str], style: ParagraphStyle
) -> Iterator[Flowable]:
    if node.type in {"bullet_list", "ordered_list"}:
        yield _listing(node, numbers)
        yield Spacer(1, 4)
        return
    marked = _marked(node, numbers)
    if node.type == "heading":
        style = styles.SUBHEADING
    elif style is styles.TEXT and marked.endswith(":"):
        style = styles.LEAD_IN
    yield paragraph(marked, style)


def _listing(node: SyntaxTreeNode, numbers: Mapping[str, str]) -> Flowable:
    # Any: the stubs know no list items in a list.
    items: list[Any] = [ListItem([*_item(item, numbers)]) for item in node.children]
    numbered = node.type == "ordered_list"
    return ListFlowable(
        items,
        bulletType="1" if numbered else "bullet",
        start=int(node.attrs.get("start", 1)) if numbered else "•",
        bulletFormat="%s." if numbered else None,
        bulletFontName=BOLD,
        bulletFontSize=styles.ITEM.fontSize,
        bulletColor=styles.DEEP,
        leftIndent=styles.INDENT + 5,
    )


def _item(item: SyntaxTreeNode, numbers: Mapping[str, str]) -> Iterator[Flowable]:
    for node in item.children:
        if node.type == "paragraph":
            yield paragraph(_marked(node, numbers), styles.ITEM)
        else:
            yield _listing(node, numbers)


def _marked(node: SyntaxTreeNode, numbers: Mapping[str, str]) -> Markup:
    (line,) = node.children
    return Markup("".join(_mark(mark, numbers) for mark in line.children))


def _mark(node: SyntaxTreeNode, numbers: Mapping[str, str]) -> Markup:
    match node.type:
        case "softbreak":
            return BREAK
        case "strong":
            return bold(node.content)
        case "code_inline":
            return code(node.content)
        case "entry" if node.attrs["href"] in numbers:
            number = f" ({numbers[str(node.attrs['href'])]})"
            return Markup(link(f"#{node.attrs['href']}", node.content) + text(number))
        case "link":
            return link(str(node.attrs["href"]), node.content)
        case "unlinked":
            return text(node.markup)
        case _:
            return text(node.content)
