"""What is typed instead of pressed about Coaching Clinic: a wish, or a code of attendance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from bot.rules.clinic import looks_like_a_code
from faq.text import vocabulary

FILE = "clinic.txt"
LONGEST = 60  # letters
_one_of = partial(vocabulary.one_of, file=FILE)

_CLINIC, _SESSION = _one_of("clinic"), _one_of("session")
_EITHER = rf"(?:{_CLINIC}|{_SESSION})"
_I = rf"(?:{_one_of('myself')} )?"
_WANT = rf"{_I}(?:{_one_of('wants')} )?"
_NUMBER = rf"(?: {_one_of('before a number')})*(?:\s*(?P<number>\d{{1,6}}))?"
_END = rf"(?: {_one_of('closing')})*[\s.!?]*"


def _said(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _END, re.IGNORECASE)


_LEAVE = _said(
    rf"{_WANT}(?:{_one_of('calls off')} {_one_of('taking part')}(?: {_EITHER})?"
    rf"|{_one_of('leaves')} (?:{_one_of('waiting list')}|{_EITHER})){_NUMBER}"
)
_JOIN = _said(rf"{_WANT}{_one_of('joins')}(?: {_one_of('myself')})?(?: {_EITHER})?{_NUMBER}")
_ASK_FOR = _said(
    rf"{_WANT}{_one_of('asks for')} (?:{_one_of('to be held')} )?{_CLINIC}"
    rf"(?: {_one_of('at the office')})?"
)
_SCHEDULE = _said(
    rf"(?:{_one_of('looks up')} )?(?:{_one_of('schedule')}(?: {_CLINIC})?"
    rf"|{_CLINIC} {_one_of('next')}|{_one_of('when')} {_CLINIC})(?: {_one_of('again')})?"
)
_NAMES_A_SESSION = re.compile(rf"{_EITHER}|\d", re.IGNORECASE)
_HERE = re.compile(
    rf"{_I}(?:{_one_of('code')} )?{_one_of('attends')}(?:\s*{_one_of('of attendance')})?"
    r"\s*[:=]?\s*(?P<code>[A-Za-z]{4,8})[\s.!]*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"{_one_of('code')}(?: {_one_of('myself')})?\s*[:=]?\s*(?P<code>[A-Za-z]{{6}})[\s.!]*",
    re.IGNORECASE,
)
_WITHOUT_CODE = _said(rf"{_I}(?:{_one_of('already')} )?{_one_of('in the room')}")


class Wish(StrEnum):
    SCHEDULE = "schedule"
    JOIN = "join"
    LEAVE = "leave"
    ASK_FOR = "ask_for"


@dataclass(frozen=True)
class SessionWish:
    wish: Wish
    number: int | None = None
    bare: bool = False
    """One word alone: it means a session only where there are any."""


def wished(text: str) -> SessionWish | None:
    said = " ".join(text.split())
    if len(said) > LONGEST:
        return None
    if found := _LEAVE.fullmatch(said):
        return SessionWish(Wish.LEAVE, _number(found))
    if found := _JOIN.fullmatch(said):
        return SessionWish(Wish.JOIN, _number(found), bare=_NAMES_A_SESSION.search(said) is None)
    if _ASK_FOR.fullmatch(said):
        return SessionWish(Wish.ASK_FOR)
    return SessionWish(Wish.SCHEDULE) if _SCHEDULE.fullmatch(said) else None


def _number(found: re.Match[str]) -> int | None:
    return int(found["number"]) if found["number"] else None


def code_in(text: str) -> tuple[str, bool] | None:
    """A code of attendance, and whether it is called one: a word alone may be anything."""
    said = " ".join(text.split())
    alone = said.strip(" .!")
    if looks_like_a_code(alone):
        return alone.upper(), False
    named = _NAMED.fullmatch(said)
    if named is not None and looks_like_a_code(named["code"]):
        return named["code"].upper(), False
    found = _HERE.fullmatch(said)
    return (found["code"].upper(), True) if found else None


def says_here(text: str) -> bool:
    """ "Saya hadir", and no code."""
    return len(text) <= LONGEST and _WITHOUT_CODE.fullmatch(" ".join(text.split())) is not None
