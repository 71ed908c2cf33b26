"""The book's small Markdown as Telegram HTML; the rest is shown letter for letter."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.words.html import Address, Html, bold, code, esc, link

MARK = re.compile(
    r"\\(?P<letter>[`*\[#+•-])"
    r"|`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<bold>[^*\n]+)\*\*"
    r"|\[(?P<label>[^\]\n]+)\]\((?P<target>[^)\s]+)\)"
)
ENTRY = "entry:"
BULLET = re.compile(r"^(?P<indent>\s*)[-*+]\s+")
# What would be read as a mark: at a line's start, behind a backslash, or anywhere.
READ_AS_MARK = re.compile(r"(?:^[^\S\n]*|\\)(?=[-+#•])|(?=[`*\[])", re.MULTILINE)


Opened = Callable[[str], Address]
"""Where an entry can be opened, by its id."""


def to_html(markdown: str, address: Opened | None = None) -> Html:
    """Paragraphs and lists as text, **bold**, `code`; entry links lead to their address, or are
    bold names where there is none."""
    text = re.sub(r"\n{3,}", "\n\n", markdown.replace("\r\n", "\n").strip())
    return Html("\n".join(inline(bulleted(line), address) for line in text.split("\n")))


def as_letters(text: str) -> str:
    """Markdown that shows these very letters."""
    return READ_AS_MARK.sub(r"\g<0>\\", "\n".join(text.splitlines()))


def bulleted(line: str) -> str:
    return BULLET.sub(lambda found: f"{found['indent']}• ", line.rstrip())


def inline(line: str, address: Opened | None) -> Html:
    parts: list[str] = []
    at = 0
    for mark in MARK.finditer(line):
        parts += [esc(line[at : mark.start()]), marked(mark, address)]
        at = mark.end()
    return Html("".join([*parts, esc(line[at:])]))


def marked(mark: re.Match[str], address: Opened | None) -> Html:
    if mark["letter"]:
        return esc(mark["letter"])
    if mark["code"]:
        return code(mark["code"])
    if mark["bold"]:
        return bold(mark["bold"])
    if mark["target"].startswith(ENTRY):
        entry_id = mark["target"].removeprefix(ENTRY)
        return link(mark["label"], address(entry_id)) if address else bold(mark["label"])
    # Telegram shows an address under other words; a reader should see where it leads.
    return esc(f"{mark['label']} ({mark['target']})")
