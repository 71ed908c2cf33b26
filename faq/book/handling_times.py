"""How long a report takes, in the book's answers: the figures of the bot's own clock.

- keluhan: {hari kerja: keluhan} hari kerja
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.data.deadlines import deadlines
from bot.words.labels import KINDS

MARK = re.compile(r"\{hari kerja:(?P<kind>[^{}]*)\}", re.IGNORECASE)


def filled(text: str) -> str:
    """The text with figures for its marks; one of an unknown kind stays as it is."""
    if not MARK.search(text):
        return text
    days = {KINDS[kind].casefold(): str(number) for kind, number in deadlines().items()}
    return MARK.sub(lambda mark: days.get(_kind(mark), mark[0]), text)


def unknown(text: str) -> Iterator[str]:
    """Marks that no figure stands for."""
    return (mark[0] for mark in MARK.finditer(filled(text)))


def kinds() -> str:
    return ", ".join(label.lower() for label in KINDS.values())


def _kind(mark: re.Match[str]) -> str:
    return " ".join(mark["kind"].split()).casefold()
