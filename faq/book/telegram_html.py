"""The book's small Markdown as Telegram HTML, line for line as it stands in the book."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.token import Token

from bot.words.html import Address, Html, as_text, bold, code, esc, link
from faq.book.markdown import blocks, source

Opened = Callable[[str], Address]
"""Where an entry can be opened, by its id."""


def to_html(markdown: str, address: Opened | None = None) -> Html:
    """Paragraphs and lists as text, **bold**, `code`; entry links lead to their address, or are
    bold names where there is none."""
    rows = [esc(row) for row in source(markdown).split("\n")]
    for block in blocks(markdown):
        if block.type == "inline" and block.map:
            lines = "".join(_shown(token, address) for token in block.children or ()).split("\n")
            margins = map(_bulleted, block.meta["margins"])
            for row, margin, line in zip(range(*block.map), margins, lines, strict=True):
                rows[row] = Html(margin + line)
    return Html("\n".join(rows))


def shown_length(markdown: str) -> int:
    """Letters that the chat shows of it: marks and entry links count as their words."""
    return len(as_text(to_html(markdown)))


def _bulleted(margin: str) -> Html:
    return esc(re.sub(r"-\s+$", "• ", margin))


def _shown(token: Token, address: Opened | None) -> Html:
    match token.type:
        case "softbreak":
            return Html("\n")
        case "strong":
            return bold(token.content)
        case "code_inline":
            return code(token.content)
        case "entry" if address:
            return link(token.content, address(str(token.attrs["href"])))
        case "entry":
            return bold(token.content)
        case "link" | "unlinked" if token.info != "auto":
            # Telegram shows an address under other words; a reader should see where it leads.
            return esc(f"{token.content} ({token.attrs['href']})")
        case _:
            return esc(token.content)
