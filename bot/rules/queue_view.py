"""Which open tickets /antrian shows."""

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
