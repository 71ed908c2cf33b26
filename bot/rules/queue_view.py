"""Which open tickets /antrian shows, and how an officer says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class View(StrEnum):
    ALL = "all"
    MINE = "mine"
    UNTAKEN = "new"
    LATE = "late"
    SOON = "soon"
    WAITING = "wait"
    DEFERRED = "defer"
    CATEGORY = "cat"
    OFFICE = "office"


@dataclass(frozen=True)
class ShownView:
    """A view, and whose or of what it is.

    `about`: of MINE the officer; of CATEGORY and OFFICE a ticket that has the wanted one, so that
    a button stays within Telegram's 64 bytes whatever an office is called.
    """

    view: View
    about: int = 0


# As officers write it behind the command; each word begins one of theirs.
_SAID = {
    View.MINE: ("saya", "milik", "punya", "mine", "ku"),
    View.UNTAKEN: ("belum", "baru", "bebas"),
    View.SOON: ("hampir", "segera", "besok"),
    View.LATE: ("lewat", "telat", "terlambat", "lambat"),
    View.WAITING: ("menunggu", "tunggu", "tanya"),
    View.DEFERRED: ("ditunda", "tunda", "tertunda"),
    View.ALL: ("semua", "all"),
}


def view_said(text: str) -> View | None:
    """ "milik saya", "lewat batas"; None for what is no view."""
    first = text.lower().split()[:1]
    return next((view for view, words in _SAID.items() if first and first[0] in words), None)
