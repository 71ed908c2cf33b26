"""A ticket's life: states, who may do what, and which deed leads where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import DeedNotPossible, NotOfficer


class Kind(StrEnum):
    """What a report is. Source: the indicator's own list of what counts (see indicator.py)."""

    COMPLAINT = "complaint"
    CRITICISM = "criticism"
    SUGGESTION = "suggestion"
    INFORMATION = "information"


class Status(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    WAITING = "waiting"  # for the reporter's answer
    RESOLVED = "resolved"  # answered with a closing note; the reporter has the last word
    CLOSED = "closed"  # the reporter said yes


class Deed(StrEnum):
    FILE = "file"
    TAKE = "take"
    REPLY = "reply"
    ASK_INFO = "ask_info"
    NOTE = "note"
    RESOLVE = "resolve"
    CONFIRM = "confirm"
    DISPUTE = "dispute"  # the reporter says it is not solved
    REOPEN = "reopen"  # an officer opens it again
    ANSWER = "answer"  # the reporter writes or sends a file
    AMEND = "amend"  # the reporter edits what they wrote
    WITHDRAW = "withdraw"  # the reporter needs it no more; the desk closes it


class Role(StrEnum):
    ASKER = "asker"
    OFFICER = "officer"
    ADMIN = "admin"


OPEN_STATES = (Status.OPEN, Status.TAKEN, Status.WAITING)
SETTLED_STATES = (Status.RESOLVED, Status.CLOSED)

# (state, deed) -> state after it. What is not listed is refused.
MOVES: dict[tuple[Status, Deed], Status] = {
    (Status.OPEN, Deed.TAKE): Status.TAKEN,
    (Status.OPEN, Deed.REPLY): Status.TAKEN,  # whoever answers first has taken it
    (Status.OPEN, Deed.ASK_INFO): Status.WAITING,
    (Status.OPEN, Deed.RESOLVE): Status.RESOLVED,
    (Status.OPEN, Deed.ANSWER): Status.OPEN,
    (Status.TAKEN, Deed.REPLY): Status.TAKEN,
    (Status.TAKEN, Deed.ASK_INFO): Status.WAITING,
    (Status.TAKEN, Deed.RESOLVE): Status.RESOLVED,
    (Status.TAKEN, Deed.ANSWER): Status.TAKEN,
    (Status.WAITING, Deed.REPLY): Status.WAITING,
    (Status.WAITING, Deed.ASK_INFO): Status.WAITING,
    (Status.WAITING, Deed.RESOLVE): Status.RESOLVED,
    (Status.WAITING, Deed.ANSWER): Status.TAKEN,
    (Status.OPEN, Deed.WITHDRAW): Status.OPEN,
    (Status.TAKEN, Deed.WITHDRAW): Status.TAKEN,
    (Status.WAITING, Deed.WITHDRAW): Status.TAKEN,
    (Status.RESOLVED, Deed.REPLY): Status.RESOLVED,
    (Status.RESOLVED, Deed.ANSWER): Status.RESOLVED,
    (Status.RESOLVED, Deed.CONFIRM): Status.CLOSED,
    (Status.RESOLVED, Deed.DISPUTE): Status.TAKEN,
    (Status.RESOLVED, Deed.REOPEN): Status.TAKEN,
    (Status.CLOSED, Deed.DISPUTE): Status.TAKEN,
    (Status.CLOSED, Deed.REOPEN): Status.TAKEN,
    (Status.CLOSED, Deed.REPLY): Status.CLOSED,
    (Status.CLOSED, Deed.ANSWER): Status.CLOSED,
    **{(status, Deed.NOTE): status for status in Status},
    **{(status, Deed.AMEND): status for status in Status},
}

DESK_DEEDS = frozenset(
    {Deed.TAKE, Deed.REPLY, Deed.ASK_INFO, Deed.NOTE, Deed.RESOLVE, Deed.REOPEN}
)


def after(status: Status, deed: Deed, *, by: Role, number: str) -> Status:
    """The state after a deed. Raises NotOfficer or DeedNotPossible; never trusts a button."""
    if deed in DESK_DEEDS and by is Role.ASKER:
        raise NotOfficer
    try:
        return MOVES[status, deed]
    except KeyError:
        raise DeedNotPossible(number=number, status=status, deed=deed) from None


ANY_YEAR = 0  # of a number written without one
LONGEST_NUMBER = 40  # letters in which somebody may write a ticket's number
LONGEST_CALLED = 200
_TICKET = r"(?:(?:tiket|ticket|tkt)(?:nya)?[\s.:]{0,3})"
_CALLED = r"(?:(?:tiket|ticket|tkt|laporan|aduan|pengaduan|keluhan)(?:nya)?[\s.:]{0,3})"
_MARKED = r"(?:(?:nomor|nomer|nmr|no|nr|id)(?:nya)?[\s.:]{0,3}(?:tiket|laporan)?[\s.:]{0,3}|#\s?)"
_MINE = r"(?:(?:saya|sy|ulun|aku)\s)?"
_ALONE = re.compile(
    rf"{_CALLED}?{_MINE}{_MARKED}?"
    r"(?:(?:EK)?[\s\-_./]{0,9}(?P<year>\d{4})[\s\-_./]+)?(?:EK[\s\-_./]*)?#?(?P<serial>\d{1,9})",
    re.IGNORECASE | re.ASCII,
)
_AMONG_WORDS = re.compile(
    r"\bEK[\s\-_./]*(?P<year>\d{4})[\s\-_./]+(?P<serial>\d{1,9})\b", re.IGNORECASE | re.ASCII
)
_COUNTED = r"(?!\s{0,3}(?:hari|minggu|bulan|tahun|jam|menit|kali|orang|buah))"
_CALLED_AMONG_WORDS = re.compile(
    rf"\b(?:{_TICKET}{_MINE}{_MARKED}?|{_CALLED}{_MINE}{_MARKED}|{_MARKED}{_TICKET}?{_MINE})"
    rf"(?P<serial>\d{{1,9}})\b{_COUNTED}",
    re.IGNORECASE | re.ASCII,
)
_SO_CALLED = re.compile(
    rf"\bEK|\b{_TICKET}{_MINE}{_MARKED}?\d|\b{_CALLED}{_MINE}{_MARKED}\d|\b{_MARKED}{_TICKET}",
    re.IGNORECASE | re.ASCII,
)
_HAS_MARK = re.compile(_MARKED, re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, order=True)
class Number:
    """A ticket's public number, one series a year: EK-2026-00042."""

    year: int
    serial: int

    def __str__(self) -> str:
        return f"EK-{self.year}-{self.serial:05d}"

    @classmethod
    def parse(cls, text: str) -> Number | None:
        """As people type or paste it: `EK-2026-00042`, `ek 2026 42`, `tiket nomor 42`, `#42`, or
        just `42` of ANY_YEAR."""
        if (alone := cls.alone(text)) is not None:
            return alone
        text = _as_typed(text)
        if words := _AMONG_WORDS.search(text):
            return cls(int(words["year"]), int(words["serial"]))
        called = _CALLED_AMONG_WORDS.search(text)
        return cls(ANY_YEAR, int(called["serial"])) if called else None

    @classmethod
    def alone(cls, text: str) -> Number | None:
        """Where the text is nothing else."""
        text = _as_typed(text).strip(" \t\n.,;:!?\"'()")
        found = _ALONE.fullmatch(text) if len(text) <= LONGEST_NUMBER else None
        return cls(int(found["year"] or ANY_YEAR), int(found["serial"])) if found else None

    @staticmethod
    def cut_out(text: str) -> str:
        """The words without the number that is among them."""
        head, rest = _as_typed(text), text[LONGEST_CALLED:]
        for called in (_AMONG_WORDS, _CALLED_AMONG_WORDS):
            head = called.sub(" ", head, count=1)
        return " ".join((head + rest).split()).strip(" :,.-")

    @staticmethod
    def called_so(text: str) -> bool:
        """Whether it says of the number that it is a ticket's."""
        return _SO_CALLED.search(_as_typed(text)) is not None

    @staticmethod
    def marked(text: str) -> bool:
        """Whether it says of the number that it is one: `no 42`, `#42`."""
        return _HAS_MARK.match(_as_typed(text).strip()) is not None


def _as_typed(text: str) -> str:
    """Pasted text has hyphens and digits of its own: `EK‑２０２６‑00042`."""
    return text[:LONGEST_CALLED].translate(_NARROW)


_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_NARROW |= dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63), 0x2D)
