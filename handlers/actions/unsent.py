"""A report that was begun and not sent, as its author is told of it."""

from __future__ import annotations

from bot.rules.complaint import ReportContent
from bot.words import labels
from handlers.buttons import Cancel, StartComplaint
from handlers.keyboard import Key, Keyboard


def is_worth_telling(told: ReportContent) -> bool:
    """Something would be lost with it."""
    return bool(told.story or told.files)


def keys(draft_key: str) -> Keyboard:
    return ((Key(labels.RESUME, StartComplaint()), Key(labels.CANCEL, Cancel(draft_key))),)
