"""Fitting words into what Telegram takes; it counts UTF-16 units after the markup is read."""

from __future__ import annotations

from collections.abc import Callable

from bot import utf16
from bot.words.html import Html, esc, paragraphs

MOST_IN_PART = 3_500  # leaves room for what stands above and below a person's own words
NAME_SHOWN = 32  # letters of a name, where it stands among others


def cut(text: str, most: int) -> str:
    """At most `most` UTF-16 units, ending in "…" where something was left out."""
    if utf16.length(text) <= most:
        return text
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * (most - 1)]
    return head.decode("utf-16-le", "ignore").rstrip() + "…"


def begins(text: str) -> str:
    """In a list: one line, and not the whole of it."""
    return cut(" ".join(text.split()) or "(berkas)", 60)


def pieces(text: str, most: int) -> list[str]:
    """The whole text in parts of at most `most` units, broken at a space where there is one."""
    parts = []
    while utf16.length(text) > most:
        head = text.encode("utf-16-le", "surrogatepass")[: 2 * most].decode("utf-16-le", "ignore")
        space = max(head.rfind("\n"), head.rfind(" "))
        end = space if space > len(head) // 2 else len(head)
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*parts, text] if text else parts


def passed_on(
    head: Html, text: str, foot: Html | None = None, *, shown: Callable[[str], Html] = esc
) -> list[Html]:
    """A person's words between ours, whole: in several messages where one cannot hold them."""
    parts = [shown(part) for part in pieces(text, MOST_IN_PART)]
    *before, last = [paragraphs(head, *parts[:1]), *parts[1:]]
    return [*before, paragraphs(last, foot)]
