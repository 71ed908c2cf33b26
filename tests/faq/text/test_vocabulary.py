"""The list of small words: well formed, and its cores as patterns."""

from __future__ import annotations

import re

import pytest

from bot.rules.intent import Intent
from bot.rules.ticket import Kind
from faq.text import vocabulary
from faq.text.intent import CORES
from faq.text.small_reading import DENIED
from faq.text.small_vocabulary import small_words


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
