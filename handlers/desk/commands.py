"""What begins like a command in answer to a card: never the reporter's by mistake."""

from __future__ import annotations

import re

from bot.errors import UnknownCommand
from bot.words import menu
from faq.text.typos import nearest

AT_DESK = [command for command, _ in menu.DESK]
# With words behind it, what the reporter is told to do with us.
TOLD_TO_REPORTERS = {"help", *(command for command, _ in menu.PRIVATE)}
MOST_SHOWN = 32
# A note's mark is none, nor is a path: "/menu/profil". The slash has some look-alikes.
_COMMAND = re.compile(r"[/\u2044\u2215\uff0f]\s*(\w+)(@\w*)?(?![\w/])")


def refuse(text: str) -> None:
    """Raises UnknownCommand."""
    found = _COMMAND.match(text)
    if found is None:
        return
    name = found[1].lower()
    told = name in TOLD_TO_REPORTERS and found[2] is None and text[found.end() :].strip()
    if not told:
        raise unknown(name)


def unknown(name: str) -> UnknownCommand:
    return UnknownCommand(name=name[:MOST_SHOWN], nearest=nearest(name, AT_DESK))
