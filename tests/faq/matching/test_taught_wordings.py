"""What a few taught wordings do beside the many of a book."""

from __future__ import annotations

from datetime import date

import pytest

from faq.book.book import read
from faq.book.taught import BookChange, taught
from faq.matching.likeness import Rarity
from faq.matching.matcher import Answer, Matcher, Silence, Suggestions
from faq.matching.taught_wordings import taught_matcher
from tests.faq.samples import MANUAL

DAY = date(2026, 11, 26)
CHANGES = [
    BookChange(
        "bebas-temuan", "di mana surat bebas temuan inspektorat diunggah", "Di menu.", 6, DAY
    ),
    BookChange("bebas-temuan", "upload keterangan bebas temuan", None, None, DAY),
    BookChange("bebas-temuan", "surat inspektorat ditaruh di menu apa", None, None, DAY),
    BookChange("bebas-temuan", "login", None, None, DAY),
]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    printed = read(MANUAL)
    book = taught(printed, CHANGES)
    pairs = [(change.entry_id, change.question) for change in CHANGES]
    return taught_matcher(book, pairs, lambda: Rarity.in_book(printed))


@pytest.mark.parametrize(
    "asked",
    [
        "surt bebas temun inspektorat dimana unggahnya",
        "min bebas temuan tu diupload lewat mana",
        "cara mengunggah surat bebas temuan",
    ],
)
def test_a_new_topic_is_found_in_words_that_were_not_taught(matcher: Matcher, asked: str) -> None:
    found = matcher.find(asked)
    assert isinstance(found, Answer)
    assert found.best == "bebas-temuan"


@pytest.mark.parametrize(
    ("asked", "entry"),
    [
        ("lupa kata sandi e-kinerja", "lupa-password"),
        ("bukti dukung diunggah di mana", "bukti-dukung-link"),
    ],
)
def test_what_the_book_knows_stays_where_it_was(matcher: Matcher, asked: str, entry: str) -> None:
    found = matcher.find(asked)
    assert isinstance(found, Answer)
    assert found.best == entry


def test_what_is_out_of_scope_stays_so(matcher: Matcher) -> None:
    assert isinstance(matcher.find("harga cabai di pasar hari ini"), Silence)


def test_a_broad_word_is_offered_beside_what_it_meant_before(matcher: Matcher) -> None:
    found = matcher.find("login")
    assert isinstance(found, Suggestions)
    assert found.ids[0] == "bebas-temuan"
    assert "lupa-password" in found.ids


def test_by_itself_it_weighs_what_anybody_found(matcher: Matcher) -> None:
    """Parts of a matcher are enough; of a phrasing's very words the book decides."""
    lessons, nothing = matcher.second_look, Silence(None, 0.0, 0.0, "")
    assert lessons is not None
    for asked, weighed in (("surat bebas temuan diunggah ke mana", True), ("lupa sandi", False)):
        found = lessons.weigh(asked, matcher.said(asked), nothing)
        assert (found is not nothing) is weighed


def test_without_it_the_book_alone_decides(matcher: Matcher) -> None:
    asked = "surat bebas temuan diunggah ke mana"
    assert matcher.find(asked).reason == "diajarkan petugas"
    assert matcher.in_book(asked).reason == "cukup yakin"
