"""Cutting words to what Telegram takes; it counts UTF-16 units after the markup is read."""

from __future__ import annotations


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """At most `most` UTF-16 units, ending in "…" where something was left out."""
    if units(text) <= most:
        return text
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * (most - 1)]
    return head.decode("utf-16-le", "ignore").rstrip() + "…"


def pieces(text: str, most: int) -> list[str]:
    """The whole text in parts of at most `most` units, broken at a space where there is one."""
    parts = []
    while units(text) > most:
        head = text.encode("utf-16-le", "surrogatepass")[: 2 * most].decode("utf-16-le", "ignore")
        space = max(head.rfind("\n"), head.rfind(" "))
        end = space if space > len(head) // 2 else len(head)
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*parts, text] if text else parts
