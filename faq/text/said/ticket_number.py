"""A ticket's number as people type or paste it: `ek 2026 42`, `tiket nomor 42`, `#42`."""

from __future__ import annotations

import re
from functools import partial

from bot.rules.letters import narrow
from bot.rules.ticket import ANY_YEAR, Number
from faq.text import vocabulary

_one_of = partial(vocabulary.one_of, file="ticket_number.txt")

LONGEST_NUMBER = 40  # letters in which somebody may write a ticket's number
LONGEST_CALLED = 200
_APART = r"[\s.:]{0,3}"
_HUNG_ON = rf"{_one_of('hung on')}?{_APART}"
_TICKET = rf"(?:{_one_of('ticket')}{_HUNG_ON})"
_CALLED = rf"(?:(?:{_one_of('ticket')}|{_one_of('report')}){_HUNG_ON})"
_MARKED = rf"(?:{_one_of('number')}{_HUNG_ON}{_one_of('number of')}?{_APART}|#\s?)"
_MINE = rf"(?:{_one_of('mine')}\s)?"
_ALONE = re.compile(
    rf"{_CALLED}?{_MINE}{_MARKED}?"
    r"(?:(?:EK)?[\s\-_./]{0,9}(?P<year>\d{4})[\s\-_./]+)?(?:EK[\s\-_./]*)?#?(?P<serial>\d{1,9})",
    re.IGNORECASE | re.ASCII,
)
_AMONG_WORDS = re.compile(
    r"\bEK[\s\-_./]*(?P<year>\d{4})[\s\-_./]+(?P<serial>\d{1,9})\b", re.IGNORECASE | re.ASCII
)
_COUNTED = rf"(?!\s{{0,3}}{_one_of('counted')})"
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


def number_in(text: str) -> Number | None:
    """`EK-2026-00042`, also among words, `tiket nomor 42`, `#42`, or just `42` of ANY_YEAR."""
    if (only := alone(text)) is not None:
        return only
    text = _as_typed(text)
    if words := _AMONG_WORDS.search(text):
        return Number(int(words["year"]), int(words["serial"]))
    called = _CALLED_AMONG_WORDS.search(text)
    return Number(ANY_YEAR, int(called["serial"])) if called else None


def alone(text: str) -> Number | None:
    """Where the text is nothing else."""
    text = _as_typed(text).strip(" \t\n.,;:!?\"'()")
    found = _ALONE.fullmatch(text) if len(text) <= LONGEST_NUMBER else None
    return Number(int(found["year"] or ANY_YEAR), int(found["serial"])) if found else None


def cut_out(text: str) -> str:
    """The words without the number that is among them."""
    head, rest = _as_typed(text), text[LONGEST_CALLED:]
    for called in (_AMONG_WORDS, _CALLED_AMONG_WORDS):
        head = called.sub(" ", head, count=1)
    return " ".join((head + rest).split()).strip(" :,.-")


def called_so(text: str) -> bool:
    """Whether it says of the number that it is a ticket's."""
    return _SO_CALLED.search(_as_typed(text)) is not None


def marked(text: str) -> bool:
    """Whether it says of the number that it is one: `no 42`, `#42`."""
    return _HAS_MARK.match(_as_typed(text).strip()) is not None


def _as_typed(text: str) -> str:
    """Pasted text has hyphens and digits of its own: `EK‑２０２６‑00042`."""
    return narrow(text[:LONGEST_CALLED]).translate(_DASHES)


_DASHES = dict.fromkeys(range(0x2012, 0x2016), 0x2D)
