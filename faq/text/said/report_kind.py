"""What sort of report a story is, by its words: `faq/lists/report_kinds.txt`."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from bot.rules.ticket import Kind
from faq.text import vocabulary
from faq.text.language import plain

FILE = "report_kinds.txt"
QUESTION_MARK = "?"
FIRST = "mulai"
HINT = 1  # the weight that alone makes no other kind of what may be a complaint
GREETINGS = 6  # words that may stand before what is asked


class Cue(NamedTuple):
    kind: Kind
    weight: int
    said: re.Pattern[str] | vocabulary.Core


def report_kind(story: str) -> Kind:
    """The likeliest; what says nothing of itself is a complaint."""
    said = _weights(story)
    weights = {
        kind: said[kind] if kind is Kind.COMPLAINT or said[kind] > HINT else 0 for kind in Kind
    }
    return max(Kind, key=lambda kind: weights[kind])  # of equals the first: a complaint


def _weights(story: str) -> Counter[Kind]:
    words = plain(story)
    text = " ".join(words)
    marked = f"{text} {QUESTION_MARK}" if QUESTION_MARK in story else text
    found: Counter[Kind] = Counter()
    for cue in _cues():
        if cue.said.search(marked):
            found[cue.kind] += cue.weight
    return found


@cache
def _cues() -> tuple[Cue, ...]:
    return tuple(_cue(Kind(section), line) for section, line in _lines())


def _lines() -> list[tuple[str, str]]:
    held = vocabulary.sections(FILE)
    return [(section, line) for section, lines in held.items() for line in lines]


def _cue(kind: Kind, line: str) -> Cue:
    weight, core = line.split(maxsplit=1)
    if core == QUESTION_MARK:
        return Cue(kind, int(weight), re.compile(re.escape(QUESTION_MARK)))
    if not core.startswith(f"{FIRST} "):
        return Cue(kind, int(weight), vocabulary.Core([core]))
    polite = "|".join(map(re.escape, vocabulary.words("polite") + vocabulary.words("greeting")))
    before = rf"^(?:(?:{polite}) ){{0,{GREETINGS}}}"
    asked = vocabulary.Core([core.removeprefix(f"{FIRST} ")], behind=before)
    return Cue(kind, int(weight), asked)
