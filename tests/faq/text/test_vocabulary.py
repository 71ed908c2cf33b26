"""The list of small words: well formed, and its cores as patterns."""

from __future__ import annotations

import re

import pytest

from bot.rules.intent import Intent
from bot.rules.ticket import Kind
from faq.text import vocabulary
from faq.text.intent import ANSWERS, CORES


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
    assert {*map(str, Intent), *map(str, Kind)} <= sections.keys()
    assert {*CORES, *ANSWERS, Intent.GREETING} == set(Intent)
    assert all(sections.values())


@pytest.mark.parametrize("section", ["cancel", "send", "go_on", "wait"])
def test_answers_are_written_as_they_are_compared(section: str) -> None:
    assert {text for text in vocabulary.phrases(section) if text != text.casefold()} == set()
