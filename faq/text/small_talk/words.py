"""`faq/lists/small_talk.txt` and its examples, read once: what small words stand for, and what
they mean so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.rules.intent import Intent, Mood, Situation
from faq.text.language import root_of
from faq.text.lexicon import SPELLINGS, lexicon, lines, pairs

FILE, EXAMPLES = "small_talk.txt", "small_talk_examples.txt"
ANYWHERE = "*"
NOT_SMALL = "-"
ASKS = "tanya"
OF_THE_BOOK = "buku"
MOODS = {Mood.WORRIED: "worried", Mood.ANGRY: "angry"}  # the last prevails


@dataclass(frozen=True)
class Rule:
    """One line of [intents]."""

    intent: Intent
    where: frozenset[Situation]
    needed: tuple[frozenset[str], ...]
    """Of each of these at least one is meant."""
    free: frozenset[str]
    """What else may be meant."""
    barred: frozenset[str]
    others: int
    """How many words there may be beside."""
    any_topic: bool
    """Words of the book among them are no question to it."""
    asks: bool | None
    """Whether it must be a question, or must be none."""


@dataclass(frozen=True)
class Example:
    """One of the list of examples."""

    words: str
    where: frozenset[Situation]
    intent: Intent | None
    writer: str
    """In whose manner it is said, by the heading above it."""


@dataclass(frozen=True)
class SmallWords:
    spellings: dict[str, str]
    """What is typed, "_" between words, as it is written."""
    spelled_apart: dict[str, tuple[tuple[str, ...], ...]]
    """Those of several words, by their first, the longest first."""
    vocatives: frozenset[str]
    silent: frozenset[str]
    """What changes nothing, forms of address among it."""
    meanings: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """By their first word, the longest first."""
    topics: frozenset[str]
    """Of the book."""
    rules: tuple[Rule, ...]
    moods: dict[str, Mood]
    signs: dict[str, str]
    """What a sign says where there are no words: word by word the signs that say it."""
    signs_among_words: dict[str, str]
    """What it says among words too."""
    when: frozenset[str]
    personal: frozenset[str]
    """In them people speak of their own matter."""

    def knows(self, word: str) -> bool:
        return word in self.meanings or word in self.silent or word in self.topics


@cache
def small_words() -> SmallWords:
    section, told = "", defaultdict[str, list[str]](list)
    for line in lines(FILE):
        if line.startswith("["):
            section = line.strip("[] ")
        else:
            told[section].append(line)
    meanings = _meanings(told["meanings"])
    spellings = _spellings()
    vocatives = frozenset(word for line in told["address"] for word in line.split())
    return SmallWords(
        spellings=spellings,
        spelled_apart=_phrases(tuple(form.split("_")) for form in spellings),
        vocatives=vocatives,
        silent=vocatives.union(word for line in told["silent"] for word in line.split()),
        meanings={"_".join(words): of for words, of in meanings.items()},
        phrases=_phrases(meanings),
        topics=frozenset(
            form
            for line in told["of the book"]
            for word in line.split()
            for form in (word, root(word))
        ),
        rules=tuple(map(_rule, told["intents"])),
        moods={
            word: mood for mood in MOODS for line in told[MOODS[mood]] for word in line.split()
        },
        signs=_signs(told["signs"]),
        signs_among_words=_signs(told["signs among words"]),
        when=frozenset(word for line in told["when"] for word in line.split()),
        personal=frozenset(word for line in told["personal"] for word in line.split()),
    )


def _signs(told: list[str]) -> dict[str, str]:
    pairs_ = (line.partition("=") for line in told)
    return {word.strip(): signs.strip() for word, _, signs in pairs_}


def _spellings() -> dict[str, str]:
    told = pairs(SPELLINGS, "small talk")
    return {form.replace(" ", "_"): standard for standard, forms in told for form in forms}


def _meanings(told: list[str]) -> dict[tuple[str, ...], frozenset[str]]:
    """By the words of the form."""
    found = defaultdict[tuple[str, ...], set[str]](set)
    for line in told:
        name, _, forms = line.partition("=")
        for form in forms.split():
            words = tuple(form.split("_"))
            found[words].add(name.strip())
    return {words: frozenset(names) for words, names in found.items()}


def _phrases(told: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found = defaultdict[str, list[tuple[str, ...]]](list)
    for words in told:
        if len(words) > 1:
            found[words[0]].append(words)
    return {first: tuple(sorted(of, key=len, reverse=True)) for first, of in found.items()}


def root(word: str) -> str:
    return root_of(word, lexicon())


def _rule(line: str) -> Rule:
    head, _, told = line.partition(":")
    intent, where = head.split()
    parts = told.split()
    plain = [part for part in parts if part[0] not in "(-~" and part not in (ASKS, OF_THE_BOOK)]
    needed = tuple(frozenset(part.split("|")) for part in plain)
    optional = {part.strip("()") for part in parts if part.startswith("(")}
    barred = {part[1:] for part in parts if part.startswith("-")}
    asks = True if ASKS in parts else False if ASKS in barred else None
    return Rule(
        intent=Intent(intent),
        where=_situations(where),
        needed=needed,
        free=frozenset(optional.union(*needed)),
        barred=frozenset(barred - {ASKS}),
        others=next((int(part[1:]) for part in parts if part.startswith("~")), 0),
        any_topic=OF_THE_BOOK in parts,
        asks=asks,
    )


def examples() -> Iterator[Example]:
    writer = ""
    for line in lines(EXAMPLES):
        if line.startswith("["):
            writer = line.strip("[] ")
            continue
        head, _, told = line.partition(":")
        intent, where = head.split()
        meant = None if intent == NOT_SMALL else Intent(intent)
        for words in told.split("|"):
            yield Example(words.strip(), _situations(where), meant, writer)


def _situations(told: str) -> frozenset[Situation]:
    return frozenset(Situation if told == ANYWHERE else map(Situation, told.split(",")))
