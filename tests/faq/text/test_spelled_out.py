"""Words given letter by letter."""

from __future__ import annotations

import pytest

from faq.text.language import plain
from faq.text.spelled_out import gathered


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("es ka pe saya", "skp saya"),
        ("te pe pe turun", "tpp turun"),
        ("o te pe salah", "otp salah"),
        ("pe a ka belum te te e", "pakkredit belum tte"),
        ("pe tiga ka", "p3k"),
        ("c e t a k", "cetak"),
    ],
)
def test_letters_become_the_word(typed: str, meant: str) -> None:
    assert gathered(typed.split()) == meant.split()


@pytest.mark.parametrize(
    "typed", ["ka desa pak", "pe er dari sekolah", "te manis", "a b", "h h h h h", "", "e ka de"]
)
def test_what_is_no_abbreviation_stays(typed: str) -> None:
    assert gathered(typed.split()) == typed.split()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lupa.kata.sandi", ("lupa", "sandi")),
        ("l.u.p.a a-b-s-e-n", ("lupa", "absen")),
        ("L_O_G_I_N gagal", ("login", "gagal")),
        ("te-pe-pe turun", ("tpp", "turun")),
        ("be-ka-be", ("be", "ke", "be")),
        ("kinerja.bkn.go.id", ("kinerja.bkn.go.id",)),
        ("https://contoh.kata/x", ("contoh.kata",)),
    ],
)
def test_dots_between_words_are_no_address(typed: str, meant: tuple[str, ...]) -> None:
    assert plain(typed) == meant
