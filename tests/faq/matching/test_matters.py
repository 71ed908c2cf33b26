"""Messages of several matters, measured on those of somebody who saw neither code nor book."""

from __future__ import annotations

from pathlib import Path

import pytest

from faq.book.book import read
from faq.matching.follow_ups import FollowUps
from faq.matching.matcher import Answer, Matcher, Silence
from faq.matching.matters import Matters
from tests.bench.matters import understood
from tests.faq.matching import split
from tests.faq.samples import MANUAL
from tests.faq.talks import TWO, several


@pytest.fixture(scope="module")
def matters() -> Matters:
    book = read(MANUAL)
    return Matters(FollowUps(book, Matcher.of(book)))


@pytest.mark.parametrize(("written", "least"), [(TWO[0], 0.8), (TWO[1], 0.78)])
def test_all_matters_are_answered_or_offered(
    matters: Matters, written: Path, least: float
) -> None:
    rows = [row for row in several(written) if len(row.ids) > 1]
    assert sum(understood(matters, row) for row in rows) >= least * len(rows)


def test_one_matter_is_seldom_cut(matters: Matters) -> None:
    """Half of those of the sets look as if they were several."""
    rows = [row for written in TWO for row in several(written) if len(row.ids) == 1]
    assert sum(bool(matters.of(row.question)) for row in rows) <= 0.07 * len(rows)
    labelled = [row.question for row in split.held() if row.id]
    assert sum(bool(matters.of(text)) for text in labelled) <= 0.03 * len(labelled)


def test_parts_are_told_in_their_order_with_what_they_mean(matters: Matters) -> None:
    first, second = matters.of("lupa password dan tpp dipotong kenapa")
    assert (first.text, second.text) == ("lupa password", "tpp dipotong kenapa")
    assert isinstance(first.found, Answer)
    assert isinstance(second.found, Answer)
    assert (first.found.best, second.found.best) == ("lupa-password", "tpp-terpotong")


def test_of_a_list_also_what_is_not_found(matters: Matters) -> None:
    listed = matters.of("1. kode otp salah 2. harga beras di pasar 3. tpp dipotong kenapa")
    assert [isinstance(each.found, Silence) for each in listed] == [False, True, False]


@pytest.mark.parametrize(
    "message",
    ["lupa password", "", "nama dan gelar salah", "bukan lupa password, tapi kode OTP ditolak"],
)
def test_one_matter_is_none_of_several(matters: Matters, message: str) -> None:
    assert matters.of(message) == ()
