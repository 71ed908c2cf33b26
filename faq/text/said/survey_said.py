"""A survey in words: that somebody begins it, an answer, whether a name may be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial

from faq.text import vocabulary
from faq.text.dates import date_words as dates
from faq.text.dates.date_words import NUMBERS
from faq.text.said.scale import steps

FILE = "survey.txt"
ALIKE = 0.86
_one_of = partial(vocabulary.one_of, file=FILE)
_phrases = partial(vocabulary.phrases, file=FILE)

_WISH = re.compile(
    rf"(?:(?:{_one_of('myself')} )?{_one_of('wants')} )?(?:{_one_of('fills in')} )?"
    rf"{_one_of('survey')}(?: {_one_of('about')})?(?: {_one_of('to whom')})?[.!]?"
)
_NAME = rf"{_one_of('name')}(?: {_one_of('of mine')}){{0,2}}(?: {_one_of('behind the name')})?$"
_NAMED = re.compile(rf"\b{_one_of('with')} {_NAME}")
_UNNAMED = re.compile(
    rf"\b(?:{_one_of('without')}|{_one_of('not with')} {_one_of('with')}) {_NAME}"
    rf"|\b{_one_of('anonymous')}$"
)
_PEOPLE = re.compile(rf"(\d{{1,3}}(?:[. ]\d{{3}})+|\d{{1,7}})(?:\s*{_one_of('people')})?")
_DAYS = re.compile(rf"(\d{{1,3}})(?: {dates.one_of('day')})?")
_SIGNS = re.compile(r"[^\w\s]")
_LETTERS = {letter: score for score, letter in enumerate("abcd", 1)}
_BEFORE, _BESIDE = _phrases("before an answer"), _phrases("beside an answer")
_VERY, _VERY_BEHIND = next(iter(_phrases("very"))), _phrases("very behind")
_LITTLE = _phrases("little")
_HOW_MUCH = _LITTLE | _phrases("how much")


def begins_survey(text: str) -> bool:
    """ "Isi survei", "lanjut survei"."""
    return _WISH.fullmatch(" ".join(text.casefold().split())) is not None


def shows_name(text: str) -> bool | None:
    """ "Pakai nama saya aja", "tanpa nama"; None where neither is said at the end."""
    said = " ".join(text.casefold().strip(" .!").split())
    if _UNNAMED.search(said) is not None:
        return False
    return True if _NAMED.search(said) is not None else None


def people_counted(text: str) -> int:
    """ "1.234 orang"; 0 where no number of people is said, and nothing else."""
    found = _PEOPLE.fullmatch(text.casefold().strip(" ."))
    return int(re.sub(r"\D", "", found[1])) if found else 0


def days_counted(text: str) -> int:
    """ "14 hari"; 0 where it is none."""
    found = _DAYS.fullmatch(text.casefold())
    return int(found[1]) if found else 0


def score_said(text: str, answers: Sequence[str]) -> int | None:
    """ "3", "c", "Sangat sesuai", "sesuai pak", "puas": one of the four, or None."""
    words = _plain(text).split()
    while words and words[-1] in _BESIDE:
        words.pop()
    while len(words) > 1 and words[0] in _BEFORE:
        words.pop(0)
    said = " ".join(words)
    if said in _LETTERS:
        return _LETTERS[said]
    if NUMBERS.get(said) in steps().values():
        return NUMBERS[said]
    if len(words) > 1 and words[-1] in _VERY_BEHIND:
        said = " ".join([_VERY, *words[:-1]])
    known = {_plain(answer): score for score, answer in enumerate(answers, 1)}
    if said in known:
        return known[said]
    near = get_close_matches(said, known, n=2, cutoff=ALIKE)
    if len(said) > 3 and near and _same_degree(said, near[0]):
        return known[near[0]]
    return steps().get(said)


def is_about(text: str, answers: Sequence[str]) -> bool:
    """Nothing but words of the answers and how much, though none of them: "lumayan cepat"."""
    words = set(_plain(text).split())
    known = {word for answer in answers for word in _plain(answer).split()}
    return bool(words & (known - _LITTLE)) and words <= known | _HOW_MUCH | _BESIDE | _VERY_BEHIND


def _plain(answer: str) -> str:
    return " ".join(_SIGNS.sub(" ", answer.casefold()).split())


def _same_degree(said: str, meant: str) -> bool:
    """A slip of the finger is none in the number of words: "sesuai" is not "sangat sesuai"."""
    return len(said.split()) == len(meant.split()) and said[:1] == meant[:1]
