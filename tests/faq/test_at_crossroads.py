"""What the matcher does where a crossroads, or nothing but few words, is met."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from faq.book.taught import Change, taught
from faq.matching.matcher import Answer, Matcher, Suggestions
from tests.faq.samples import PHRASINGS, book_with_crossroads


@pytest.mark.parametrize("question", ["akun bermasalah min", "ga bisa masuk", "kapan ya"])
def test_it_offers_its_choices_and_is_no_entry(tmp_path: Path, question: str) -> None:
    matcher = Matcher.of(book_with_crossroads(tmp_path))
    found = matcher.find(question)
    assert isinstance(found, Suggestions)
    assert found.ids == ("email-mati", "lupa-password")
    assert {one.id for one in matcher.rank(question)} == {"email-mati", "lupa-password"}


def test_what_the_desk_teaches_wins(tmp_path: Path) -> None:
    question = "tidak bisa masuk"
    change = Change("email-mati", question, None, None, date(2026, 11, 24))
    found = Matcher.of(taught(book_with_crossroads(tmp_path), [change]), [question]).find(question)
    assert isinstance(found, Answer)
    assert found.best == "email-mati"


def test_entries_rank_as_they_would_without_it(tmp_path: Path) -> None:
    book = book_with_crossroads(tmp_path)
    with_it, without = Matcher.of(book), Matcher.of(replace(book, disambiguation=()))
    for text in ("surat elektronik mati", "lupa sandi akun", "email saya tidak aktif lagi"):
        assert [one.id for one in with_it.rank(text)] == [one.id for one in without.rank(text)]


def test_few_words_that_several_entries_use_are_not_answered_outright() -> None:
    shared = [
        ("tombol hijau hilang", "a"),
        ("tombol biru rusak", "a"),
        ("tombol merah hilang", "b"),
        ("tombol putih rusak", "b"),
    ]
    matcher = Matcher([*PHRASINGS, *shared])
    assert not isinstance(matcher.find("tombol"), Answer)
    assert not isinstance(matcher.find("tombol hilang"), Answer)
