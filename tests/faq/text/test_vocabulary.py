"""The list of small words: well formed, and its cores as patterns."""

from __future__ import annotations

import re
from functools import cache

import pytest

from bot.rules.intent import Intent
from bot.rules.ticket import Kind
from faq.text import vocabulary
from faq.text.language import in_standard_words
from faq.text.small_talk.meaning import CORES
from faq.text.small_talk.reading import DENIED
from faq.text.small_talk.words import examples, small_words


@pytest.mark.parametrize(
    ("line", "found", "not_found"),
    [
        ("syukron", ["syukron", "ya syukron"], ["syukronku"]),
        ("sampai_jumpa/bye", ["bye", "sampai jumpa lagi"], ["sampai"]),
        ("mau (KATA) lapor", ["mau lapor", "saya mau buat lapor"], ["mau", "mau itu ini lapor"]),
        ("poin (ke) ANGKA", ["poin 3", "poin ke 12"], ["poin", "poin ke"]),
        ("tanya … admin", ["tanya admin", "tanya sama itu admin"], ["admin tanya", "tanya"]),
        ("jazakallah*", ["jazakallahu khairan"], ["zakat"]),
        ("^ tadi $", ["tadi"], ["yang tadi", "tadi itu"]),
        ("^ terus (apa/bagaimana) $", ["terus", "terus apa"], ["terus siapa", "ya terus"]),
        ("^ kalau belum", ["kalau belum bisa"], ["jika kalau belum", "kalau belumnya"]),
    ],
)
def test_a_core_as_a_pattern(line: str, found: list[str], not_found: list[str]) -> None:
    pattern = re.compile(vocabulary.pattern(line))
    assert [text for text in found if not pattern.search(text)] == []
    assert [text for text in not_found if pattern.search(text)] == []


FILES = ("intents.txt", "abuse.txt", "distress.txt")


@cache
def _said() -> tuple[str, ...]:
    """Messages, and the lines themselves as somebody might say them."""
    lines = [line for file in FILES for of in vocabulary.sections(file).values() for line in of]
    told = [re.sub(r"[_/()*^$+…]+", " ", line) for line in lines]
    # A line whose last word may go on lets its other words go on.
    return (*map(in_standard_words, [each.words for each in examples()]), *told, "diabaikan")


@pytest.mark.parametrize("file", FILES)
def test_a_core_is_found_with_its_words_looked_for_first_wherever_it_is(file: str) -> None:
    for section in vocabulary.sections(file):
        core = vocabulary.core(section, file)
        there = [text for text in _said() if core.pattern.search(text)]
        assert [text for text in there if core.search(text) is None] == []


def test_of_most_messages_a_core_is_not_asked() -> None:
    cores = [
        vocabulary.core(section, "abuse.txt") for section in ("clear", "bought", "grave deed")
    ]
    looked_into = [text for text in _said() if any(core.may_be_in(text) for core in cores)]
    assert 0 < len(looked_into) < len(_said()) / 5


@pytest.mark.parametrize(
    ("line", "needed"),
    [
        ("akan/ingin (saya) mati", ("mati",)),
        ("^ mati saja", ("mati",)),
        ("menyakiti/melukai diri", ("diri",)),
        ("tidak_ada gunanya (saya) hidup", ("gunanya",)),
        ("hina/kasar*", ("hina*", "kasar*")),
        ("ORANG KATA", None),
        ("(boleh) (saja)", None),
    ],
)
def test_the_words_without_which_a_line_is_nowhere(
    line: str, needed: tuple[str, ...] | None
) -> None:
    assert vocabulary.needed_by(line) == needed


def test_every_intent_and_kind_has_its_words() -> None:
    sections = vocabulary.sections()
    assert {*map(str, CORES), Intent.GREETING, *map(str, Kind)} <= sections.keys()
    assert {*CORES, *(rule.intent for rule in small_words().rules)} == set(Intent)
    assert all(sections.values())


def test_every_meaning_of_a_rule_has_words() -> None:
    known = small_words()
    named = {name for names in known.meanings.values() for name in names} | {*DENIED.values()}
    for rule in known.rules:
        assert rule.free | rule.barred <= named
