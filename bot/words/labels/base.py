"""A button's label, and those that many have."""

from __future__ import annotations

import re
from datetime import date
from typing import NewType

from bot.words import dates

Label = NewType("Label", str)
MORE = Label("Lainnya…")
REMOVE = Label("Hapus")
SEND = Label("Kirim")
CANCEL = Label("Batal")
GO_ON = Label("Lanjut")
YES = Label("Ya")
NO = Label("Bukan")
BACK = Label("Kembali")
SKIP = Label("Lewati")
NEXT = Label("Berikutnya")
PREVIOUS_PAGE = Label("‹ Sebelumnya")
NEXT_PAGE = Label("Berikutnya ›")
MOST_LABEL = 60
# What a question may end in that its beginning says already.
ASKED_LAST = re.compile(r"[,.] (?:bagaimana|mengapa|apa artinya)\?$", re.IGNORECASE)


def counted(name: str, count: int) -> Label:
    """With room for the figure, however long an office is called."""
    return Label(f"{_cut(name) if len(name) > MOST_LABEL else name} ({count})")


def numbered(place: int, title: str) -> Label:
    """One of several, by its number in the message above."""
    return label(f"{place}. {title}")


def label(text: str) -> Label:
    """Any text as a button's label, cut where a phone would cut it anyway."""
    text = " ".join(text.split())
    if len(text) > MOST_LABEL:
        text = ASKED_LAST.sub("", text)
    return Label(text if len(text) <= MOST_LABEL else _cut(text))


def _cut(text: str) -> str:
    """After a whole word where there is one."""
    head = text[: MOST_LABEL - 1]
    space = head.rfind(" ") if text[MOST_LABEL - 1] != " " else len(head)
    return head[: space if space > MOST_LABEL // 2 else len(head)].rstrip(" ,.") + "…"


def chosen(name: str, *, now: bool) -> Label:
    """One of several, and whether it holds now."""
    return label(f"✔ {name}" if now else name)


def until(day: date) -> Label:
    """Sen, 30 Nov"""
    return Label(dates.short_weekday(day))


def tick(place: int, *, ticked: bool) -> Label:
    """One of the wordings, by its number in the message above."""
    return Label(f"{'✅' if ticked else '⬜'} {place}")


def days(count: int) -> Label:
    return Label(f"{count} hari")


def ticked(name: str, on: bool) -> Label:
    return Label(f"{'✅' if on else '☐'} {name}")
