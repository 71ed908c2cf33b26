"""Passwords, PINs and codes that somebody tells in words.

Questions about passwords are most of what the desk hears, so each word behind the name of a
secret is looked at: whether it is one, or says something of it. It is linear, whatever is written.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.rules.privacy.book_words import BOOK
from bot.rules.privacy.described import answers, spelled_out
from bot.rules.privacy.letter_by_letter import letter_by_letter
from bot.rules.privacy.lone_codes import lone_codes
from bot.rules.privacy.misspelled import respelled
from bot.rules.privacy.paired import changed, keys, logins, of_cards
from bot.rules.privacy.phrases import is_bound
from bot.rules.privacy.plain import PlainText, plain
from bot.rules.privacy.secret_names import SecretKind, SecretName, names_in
from bot.rules.privacy.secret_walk import Walk
from bot.rules.privacy.secret_words import NOT_SECRET, ORDINARY, PEOPLE
from bot.rules.privacy.strength import (
    CODE,
    TRIMMED,
    YEAR,
    in_addresses,
    in_groups,
    standing_out,
)

HIDDEN = "[•••]"
_HINTS = re.compile(
    r"p(?:a?s|4s|@s|w|in|[ .-](?:a|i)[ .-][sn])|s(?:and|nd|ad|nad|ani|abd|[ .-]a[ .-]n)|w[o0]rd"
    r"|kunci|key|secret|keaman|security|o(?:tp|pt)|[o0][ .-]t[ .-]p"
    r"|[kc]od|kdo|koe|tok|mfa"
    r"|s[4@]nd|sand1|0tp|login|log-in|masuk|sign in|akun|user|cvv|cvc|csc|kartu|card|visa"
    r"|2fa|@[\w.-]{3,40} ?[/|:]|aut|fras|laluan"
    r"|o[ -]?te[ -]?pe|pe[ -]we|pe[ -]?i[ -]?en|\d{18}[ /|:#]|eyj|bearer|verif"
    r"|sms|muncul|angka|\bp/w|rahasia|isinya|\b(?:u|id|nip|er)/p|\bp ?[:=]|asn ?[:=]|kinerja ?[:=]"
)

_BEFORE = re.compile(
    r"(?P<value>\S{4,40}+)\s+(?:(?P<by>itu|ini|tu|adalah|ialah|merupakan|yaitu|is|jadi|sebagai|sbg|buat"
    r"|untuk|utk|tetap|tetep|ttp|masih|[<=-]{1,3}|(?:di|pada|ke|dalam)\s+(?:kolom|isian))\s+"
    r"(?:(?:my|your|the|saya|anda)\s+(?:\w{2,12}\s+)?)?)?$"
)
_MOST_NAMES = 20  # in one message; behind them whatever has a digit is one
_WITH_DIGIT = re.compile(r"(?<!\S)[^\s\d]*\d\S*")
_ANSWERED = re.compile(r"pertanyaan|question|jawaban", re.IGNORECASE)
_LONGEST = 5_000
_SPELLED = 150  # characters behind a name, in which a secret is spelled letter by letter


def may_hold(text: str) -> bool:
    """Quickly, and rather too often: whether it is worth looking through."""
    return is_hinted(plain(text))


def is_hinted(seen: PlainText) -> bool:
    """The same of what was read before."""
    return _HINTS.search(seen.signs.lower()) is not None


def hide(text: str) -> str:
    """The same text with [•••] where a secret stood."""
    if len(text) > _LONGEST:  # no message of a person's, so what stands on a border matters less
        return "".join(hide(text[at : at + _LONGEST]) for at in range(0, len(text), _LONGEST))
    read = _read(text)
    if read is None:
        return text
    asis, seen, walked = read
    pieces, done = [], 0
    # Behind the last name that is looked at, whatever has a digit is one as it is.
    until = walked[_MOST_NAMES].name.end if len(walked) > _MOST_NAMES else len(seen.signs)
    found = [*_found(seen.signs, walked), *lone_codes(seen.signs, until)]
    found += [*in_addresses(seen.signs), *logins(seen.signs), *keys(seen.signs)]
    found += of_cards(seen.signs)
    told = [seen.span(*each) for each in found]
    for begin, behind in _joined([*told, *_spelled(asis, seen, walked)]):
        pieces += [text[done:begin], HIDDEN]
        done = behind
    return "".join([*pieces, text[done:]]) if pieces else text


def _spelled(asis: PlainText, seen: PlainText, walked: list[_Walked]) -> Iterator[tuple[int, int]]:
    """In the text as it was: what spells the name of a secret itself was read as that name."""
    low = asis.signs.lower()
    for name, *_ in walked[:_MOST_NAMES]:
        if name.kind is SecretKind.WORD and not name.person:
            since = bisect_left(asis.at, seen.span(name.start, name.end)[1])
            for start, end in letter_by_letter(low, since, since + _SPELLED):
                yield asis.span(start, end)


class NamedSecret(NamedTuple):
    """The secret that a text speaks of last."""

    kind: SecretKind
    whose: str
    """ "nya" or "saya" where it is somebody's."""
    signed: bool
    """The text ends with a sign that now it comes."""
    open: bool
    """Neither is it told, nor anything said of it."""


def last_named(text: str) -> NamedSecret | None:
    read = None if len(text) > _LONGEST else _read(text)
    if read is None or not read.walked or read.walked[-1].name.person:
        return None
    return read.walked[-1].named


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


class _Walked(NamedTuple):
    """From one name of a secret to the next."""

    name: SecretName
    since: int
    named: NamedSecret
    """As it stands where the first secret is told."""
    told: list[tuple[int, int]]


class _Read(NamedTuple):
    asis: PlainText
    seen: PlainText
    """With the names of secrets as they should be spelled."""
    walked: list[_Walked]


@lru_cache(maxsize=8)  # what is told in a text and what it speaks of is asked one after the other
def _read(text: str) -> _Read | None:
    """Nothing where it is not worth looking through."""
    asis = plain(text)
    if not is_hinted(asis):
        return None
    seen = respelled(asis)
    names = names_in(seen.signs, most=_MOST_NAMES)
    sinces = [0, *(name.end for name in names)]
    ends = [*(name.start for name in names[1:]), len(seen.signs)]
    walked = [
        _walked(seen.signs, name, since, end)
        for name, since, end in zip(names, sinces, ends, strict=False)
    ]
    return _Read(asis, seen, walked)


def _walked(signs: str, name: SecretName, since: int, end: int) -> _Walked:
    walk = Walk(signs, name, since, end)
    values = walk.values()
    first = next(values, None)
    whose = "nya" if name.owned else " saya" if walk.owned else ""
    named = NamedSecret(name.kind, whose, walk.waits, first is None and walk.is_open)
    return _Walked(name, since, named, [] if first is None else [first, *values])


def _found(signs: str, walked: list[_Walked]) -> Iterator[tuple[int, int]]:
    for name, since, named, told in walked[:_MOST_NAMES]:
        yield from told or _told_before(signs, name, since, owned=named.whose != "")
    if names := [name for name, *_ in walked if not name.person]:
        yield from standing_out(signs, names)
        yield from changed(signs, names)
        yield from in_groups(signs)
        yield from spelled_out(signs)
        if any(_ANSWERED.search(signs, name.start, name.end) for name in names):
            yield from answers(signs)
    for name, *_ in walked[_MOST_NAMES:]:
        yield from (each.span() for each in _WITH_DIGIT.finditer(signs, name.end))


def _told_before(
    signs: str, name: SecretName, since: int, *, owned: bool
) -> Iterator[tuple[int, int]]:
    """887766 adalah kode verifikasi Anda."""
    since = max(since, name.start - 70)
    told = _BEFORE.search(signs, since, name.start)
    if told is None or not (owned or len(told[0].split()) > 1):
        return
    value = told["value"].strip(TRIMMED + "(\"'“‘")
    words = signs[since : told.start()].split()
    if words and words[-1].lower() in NOT_SECRET:
        return
    is_year = name.kind is SecretKind.WORD and YEAR.fullmatch(value)
    mine = owned and not signs.endswith("nya", name.start, name.end)
    is_plain = mine and not words and told["by"] and _is_plain(value.lower())
    if is_plain or (CODE.fullmatch(value) and not is_year):
        yield told.start("value"), told.end("value")


def _is_plain(low: str) -> bool:
    """ "haruan itu sandi saya"."""
    return low.isalpha() and not (low in ORDINARY | BOOK | PEOPLE or is_bound(low))
