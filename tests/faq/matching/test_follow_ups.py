"""What goes on about an answer, measured on messages of somebody who saw neither code nor book."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from faq.book.book import Book, read
from faq.matching.follow_ups import FollowUps, NoMore, asks_again, points_back, wants_address
from faq.matching.matcher import Answer, Matcher
from tests.bench.followups import is_dragged, outcome
from tests.faq.samples import MANUAL
from tests.faq.talks import FOLLOW_UPS, NEW, after


@pytest.fixture(scope="module")
def book() -> Book:
    return read(MANUAL)


@pytest.fixture(scope="module")
def context(book: Book) -> FollowUps:
    return FollowUps(book, Matcher.of(book))


@pytest.mark.parametrize("written", FOLLOW_UPS)
def test_follow_ups(book: Book, context: FollowUps, written: Path) -> None:
    rows = after(written)
    told = Counter(outcome(book, context, row) for row in rows)
    assert told["right"] + told["offered"] >= 0.88 * len(rows)
    assert told["wrong"] <= 0.05 * len(rows)


@pytest.mark.parametrize("written", NEW)
def test_new_questions_are_not_dragged(book: Book, context: FollowUps, written: Path) -> None:
    rows = after(written)
    assert sum(is_dragged(book, context, row) for row in rows) <= 0.02 * len(rows)


def test_what_leads_on_is_answered_and_what_leads_nowhere_said(
    book: Book, context: FollowUps
) -> None:
    forgot, plt = book.get("lupa-password"), book.get("plt-plh")
    assert forgot is not None
    assert plt is not None
    assert context.follow("kalau emailnya tidak aktif gimana", forgot) is None  # says all itself
    email = context.follow("kalau emailnya hilang", forgot)
    assert isinstance(email, Answer)
    assert email.best == "email-reset-tidak-aktif"
    refused = book.get("kode-otp-salah")
    assert refused is not None
    found = context.follow("kalau hp nya ganti", refused)
    assert isinstance(found, Answer)
    assert found.best == "ganti-hp-mfa"
    nothing = context.follow("jelaskan lagi", plt)
    assert isinstance(nothing, NoMore)
    assert nothing.best == "plt-plh"
    assert nothing.offered().ids == (*nothing.near, "plt-plh")
    assert context.follow("tpp", forgot) is None
    assert context.follow("", forgot) is None


def test_what_is_answered_surely_is_not_looked_at_behind_the_entry(
    book: Book, context: FollowUps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs as much as all else, and nearly every question is its own."""
    looked = []
    evidence = context.evidence

    def watched(message: str, *more: Any) -> Any:
        looked.append(message)
        return evidence(message, *more)

    monkeypatch.setattr(context, "evidence", watched)
    entry = book.get("predikat-kinerja")
    assert entry is not None
    asked = ("saya lupa password e-kinerja", "bagaimana cara mengajukan skp ke atasan")
    assert [context.follow(each, entry) for each in asked] == [None, None]
    assert looked == []
    pointing = ["yang tadi kenapa", "kalau pppk gimana"]
    for each in pointing:
        context.follow(each, entry)
    assert looked == pointing


def test_the_signs_of_going_on() -> None:
    assert all(
        map(points_back, ("klo PPPK?", "linknya mana", "yang tadi", "jam nya disetel di mana"))
    )
    assert not any(map(points_back, ("tpp", "lupa password", "apa itu skp", "mau tanya", "")))
    assert asks_again("jelaskan lagi pak")
    assert not asks_again("jelaskan predikat kinerja")
    assert wants_address("linknya mana")
    assert not wants_address("kenapa?")


def test_what_names_its_matter_is_asked_anew(book: Book, context: FollowUps) -> None:
    entry = book.get("intervensi-rhk-atasan")
    assert entry is not None
    assert context.follow("rhk tu apa", entry) is None
    assert context.follow("kenapa ga tau", entry) is None


def test_what_stands_beside_and_explains_more_is_answered(book: Book, context: FollowUps) -> None:
    entry = book.get("progres-harian-wajib")
    assert entry is not None
    found = context.follow("kalau telat sehari gimana", entry)
    assert isinstance(found, Answer)
    assert found.best == "terlambat-isi"
