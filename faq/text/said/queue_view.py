"""Which open tickets an officer wants to see, as they write it behind `/antrian`."""

from __future__ import annotations

from bot.rules.queue_view import View
from faq.text.vocabulary import phrases

FILE = "desk.txt"
SECTIONS = {
    View.MINE: "view mine",
    View.UNTAKEN: "view untaken",
    View.SOON: "view soon",
    View.LATE: "view late",
    View.WAITING: "view waiting",
    View.DEFERRED: "view deferred",
    View.ALL: "view all",
}


def view_said(text: str) -> View | None:
    """ "milik saya", "lewat batas"; None for what is no view."""
    first, *_ = text.lower().split() or [""]
    ways = (view for view, section in SECTIONS.items() if first in phrases(section, FILE))
    return next(ways, None)
