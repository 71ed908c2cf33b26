"""Words by which a reporter stays unnamed, or what they tell unread: "anonim ya", "jangan sampai
atasan saya tahu"."""

from __future__ import annotations

from enum import StrEnum

from faq.text import vocabulary
from faq.text.language import plain
from faq.text.small_talk.meaning import polite

LONGEST = 16  # words; whoever writes more tells something


class Confided(StrEnum):
    ANONYMOUS = "anonymous"
    SECRET = "secret"


Wishes = frozenset[Confided]
# By section of the list, in their order: what is taken for a name's sake is no other wish.
TOLD: dict[str, Wishes] = {
    "anonymous told": frozenset({Confided.ANONYMOUS}),
    "found out": frozenset(Confided),
    "secret told": frozenset({Confided.SECRET}),
}
DENIED: dict[str, Wishes] = {
    "not anonymous": frozenset({Confided.ANONYMOUS}),
    "not secret": frozenset({Confided.SECRET}),
    "not confided": frozenset(),
}
ALONE: dict[str, Wishes] = {
    "anonymous": frozenset({Confided.ANONYMOUS}),
    **TOLD,
    "secret": frozenset({Confided.SECRET}),
}


def confided(message: str) -> Wishes:
    """What is wished, where nothing else is said."""
    wishes, rest = apart(message)
    around = polite().union(*map(vocabulary.beside, Confided))
    return wishes if set(rest.split()) <= around else frozenset()


def apart(message: str) -> tuple[Wishes, str]:
    """What a short message wishes, and what else is said in it."""
    said = plain(message)
    if len(said) > LONGEST:
        return frozenset(), " ".join(said)
    return _taken(_without_denied(said), ALONE)


def wished_in(story: str) -> Wishes:
    """The same where it is said among other things."""
    return _taken(_without_denied(plain(story)), TOLD)[0]


def not_wished(message: str) -> Wishes:
    """ "Tidak usah anonim", where nothing else is said."""
    said = plain(message)
    if len(said) > LONGEST:
        return frozenset()
    denied, rest = _taken(" ".join(said), DENIED)
    return denied if set(rest.split()) <= polite() else frozenset()


def _without_denied(said: tuple[str, ...]) -> str:
    return _taken(" ".join(said), DENIED)[1]


def _taken(text: str, sections: dict[str, Wishes]) -> tuple[Wishes, str]:
    wishes: Wishes = frozenset()
    for section, wished in sections.items():
        rest, found = vocabulary.core(section).taken_out(text)
        if found:
            wishes, text = wishes | wished, _one_spaced(rest)
    return wishes, text


def _one_spaced(text: str) -> str:
    return " ".join(text.split())
