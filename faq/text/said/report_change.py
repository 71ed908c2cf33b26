"""Words by which somebody changes what was guessed of their report: "jenisnya saran", "ubah
tentang absen"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.rules.complaint import Step
from bot.rules.ticket import Kind
from faq.text.language import plain
from faq.text.vocabulary import words

LONGEST = 10  # words; whoever writes more tells something
LONGEST_ALONE = 4  # words behind "tentang" where nothing is said to be changed
LONGEST_NAMED = 5  # words by which a category is called, and another denied


class WantedChange(NamedTuple):
    step: Step
    """The one that asks for it: KIND or CATEGORY."""
    kind: Kind | None = None
    name: str = ""
    """What the category is called; empty where it is not said."""
    said_to_change: bool = True
    """Whether any word says so; a kind alone may be something else."""


def change_wanted(message: str) -> WantedChange | None:
    typed = plain(message)
    said = [word for word in typed if word not in {*words("address"), *words("polite")}]
    if not said or len(typed) > LONGEST:
        return None
    return _of_kind(said) or _of_category(said)


def _of_kind(said: Sequence[str]) -> WantedChange | None:
    """Nothing may be said beside the kind and what changes it."""
    named = [kind for kind in Kind for word in _wanted(said) if word in words(kind)]
    around = {*words("change"), *words("change kind"), *words("change to"), *_kind_words()}
    if any(word not in around for word in said):
        return None
    changes = any(word in {*words("change kind"), *words("change")} for word in said)
    if len(set(named)) == 1:
        return WantedChange(Step.KIND, named[0], said_to_change=changes)
    return WantedChange(Step.KIND) if changes and _spoken_of(said, "change kind") else None


def _wanted(said: Sequence[str]) -> list[str]:
    """Without what is denied: "bukan keluhan tapi saran"."""
    return [
        word for at, word in enumerate(said) if at == 0 or said[at - 1] not in {"bukan", "dari"}
    ]


def _kind_words() -> set[str]:
    return {word for kind in Kind for word in words(kind)}


def _of_category(said: Sequence[str]) -> WantedChange | None:
    asks = said[0] in {*words("change"), *words("change to")}
    rest = said[1:] if asks else said
    cues = {*words("change category"), *(words("change category with a verb") if asks else ())}
    if not rest or rest[0] not in cues:
        return None
    meant = _without_denied(rest[1:]) if said[0] == "bukan" else rest[1:]
    named = [word for word in meant if word not in words("change to")]
    if len(rest) > LONGEST_NAMED:  # a story: "bukan soal aplikasi. Bendahara saya …"
        return None
    alone = not asks and rest[0] == words("change category")[0]
    if alone and not 0 < len(named) <= LONGEST_ALONE:
        return None
    return WantedChange(Step.CATEGORY, name=" ".join(named))


def _without_denied(said: Sequence[str]) -> Sequence[str]:
    """ "Absen tapi penilaian", behind "bukan tentang": nothing where only that is said."""
    turns = [at for at, word in enumerate(said) if word in {"tetapi", "melainkan"}]
    return said[turns[-1] + 1 :] if turns else ()


def _spoken_of(said: Sequence[str], section: str) -> bool:
    return any(word in words(section) for word in said)


def by_steps(message: str) -> bool:
    """Whether the long form is asked for."""
    said = plain(message)
    asked = set(words("by steps"))
    return bool({"langkah", "bertahap"}.intersection(said)) and set(said) <= asked | set(
        words("polite")
    )
