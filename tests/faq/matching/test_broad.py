"""What people type first: met with the right choices, on the half that nothing was tuned on.

Asserted a little below what was measured, so that an honest change of the book may pass.
"""

from __future__ import annotations

import pytest

from faq.book.book import Book, read
from faq.matching.matcher import Answer, Matcher, Silence, Suggestions
from tests.faq.matching import broad
from tests.faq.samples import MANUAL


@pytest.fixture(scope="module")
def book() -> Book:
    return read(MANUAL)


@pytest.fixture(scope="module")
def matcher(book: Book) -> Matcher:
    return Matcher.of(book)


def test_held_out(book: Book, matcher: Matcher) -> None:
    figures = broad.figures(matcher, broad.held(book))
    assert figures["met"] >= 0.89
    assert figures["answered_wrong"] <= 0.03
    assert figures["silent"] <= 0.05
    assert figures["out_of_scope_answered"] <= 0.08


def test_enough_are_left_that_the_index_does_not_know(book: Book) -> None:
    asked = broad.fresh(book)
    assert sum(bool(row.ids) for row in asked) >= 150
    assert {entry for row in asked for entry in row.ids} <= {entry.id for entry in book.entries}


@pytest.mark.parametrize(
    "question",
    ["saya tidak bisa login", "kada kawa login", "hp rusak", "mutasi", "lupa", "pppk bisa pakai?"],
)
def test_a_disambiguation_offers_its_choices_in_order(
    book: Book, matcher: Matcher, question: str
) -> None:
    found = matcher.find(question)
    assert isinstance(found, Suggestions)
    assert found.ids in {one.choices for one in book.disambiguation}
    assert found.best == found.ids[0]


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("kurva", "predikat-organisasi"),
        ("lemot", "aplikasi-lambat"),
        ("Plh", "plt-plh"),
        ("ganti hp", "ganti-hp-mfa"),
        ("bawahan", "menilai-bawahan"),
    ],
)
def test_words_that_ask_about_one_entry_are_answered(
    matcher: Matcher, question: str, entry: str
) -> None:
    """Though a disambiguation names them, or others use them in longer questions."""
    found = matcher.find(question)
    assert isinstance(found, Answer)
    assert found.best == entry


@pytest.mark.parametrize(
    "question", ["hapus", "login", "skp", "predikat", "otp", "hp", "error", "periode", "cuti"]
)
def test_words_that_ask_about_many_are_not(matcher: Matcher, question: str) -> None:
    assert isinstance(matcher.find(question), Suggestions)


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("password ingat, hp yang dipakai MFA hilang", "ganti-hp-mfa"),
        ("bukti sudah saya tempel, rencana aksinya yg kosong", "rencana-aksi-kosong"),
        ("saya sudah ganti hp, buktinya otp tidak masuk", "kode-otp-salah"),
    ],
)
def test_what_a_contrast_turns_to_is_answered_however_near_the_rest_comes(
    matcher: Matcher, question: str, entry: str
) -> None:
    found = matcher.find(question)
    assert isinstance(found, Answer)
    assert found.best == entry


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("saya sudah bisa login, cuma skp tidak muncul", "data-hilang"),
        ("saya tidak lupa sandi, cuma akun terkunci", "terjadi-kesalahan-login"),
        ("semester", "periode-skp"),
    ],
)
def test_what_a_clause_names_by_itself_is_offered(
    matcher: Matcher, question: str, offered: str
) -> None:
    """Whatever entry is found by what stands before it."""
    found = matcher.find(question)
    assert isinstance(found, Suggestions)
    assert offered in found.ids


@pytest.mark.parametrize("question", ["admin instansi", "admin opd", "admin", "adminnya mana"])
def test_who_the_admin_is_stands_among_what_is_offered(matcher: Matcher, question: str) -> None:
    found = matcher.find(question)
    assert isinstance(found, Suggestions)
    assert "siapa-admin-instansi" in found.ids


@pytest.mark.parametrize(
    "question",
    [
        "cuti tahunan berapa hari",
        "gaji 13 kapan cair",
        "kenaikan gaji berkala",
        "ktp",
        "siapa presiden",
        "resep nasi goreng",
    ],
)
def test_what_is_out_of_scope_is_still_met_with_silence(matcher: Matcher, question: str) -> None:
    assert isinstance(matcher.find(question), Silence)
