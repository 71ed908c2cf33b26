"""Which affairs of an office words point to."""

from __future__ import annotations

import pytest

from faq.text.affairs import affairs, told_by
from faq.text.language import normalise


@pytest.mark.parametrize(
    ("one", "other", "affair"),
    [
        ("karsu belum jadi", "kartu istri hilang", "~kartu pegawai"),
        ("passphrase salah", "sertifikat bsre", "~tanda tangan elektronik"),
        ("jadwal ukom", "uji kompetensi kapan", "~uji kompetensi"),
    ],
)
def test_other_words_point_to_the_same(one: str, other: str, affair: str) -> None:
    assert affair in affairs(normalise(one))
    assert affair in affairs(normalise(other))


def test_what_is_no_affair_of_an_office_points_to_none() -> None:
    assert affairs(normalise("resep kue lapis legit")) == []


def test_an_affair_knows_all_that_points_to_it_and_what_else_that_points_to() -> None:
    assert {"karsu", "istri", "~nikah"} <= told_by()["~kartu pegawai"]
