"""Words nobody knows, put right by the words of a small index."""

from __future__ import annotations

from collections import Counter

import pytest

from faq.text.typos import Corrector, Spelling, allowance, distance, nearest

SPELLING = Spelling(
    {"password": 9, "wajib": 3, "penilaian": 5, "penilai": 2, "skp": 30, "atasan": 4}
)
CORRECT = Corrector(Counter({"penilaian": 5, "cara": 9, "membuat": 7, "akun": 3, "tampil": 2}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pasword", "password"),
        ("passwrod", "password"),
        ("wjib", "wajib"),
        ("pnlaian", "penilaian"),
        ("atasn", "atasan"),
        ("password", "password"),
    ],
)
def test_a_slip_is_found(typed: str, meant: str) -> None:
    assert SPELLING.nearest(typed) == meant


@pytest.mark.parametrize("typed", ["rumah", "xyzzy", "pa", "atasan1", "", "p" * 30])
def test_what_is_near_to_nothing_stays(typed: str) -> None:
    assert SPELLING.nearest(typed) is None


def test_short_words_are_nobodys_neighbours() -> None:
    assert SPELLING.nearest("skpp") is None


def test_of_two_equally_near_the_commoner_is_meant() -> None:
    assert Spelling({"tambah": 1, "tembah": 5}).nearest("tumbah") == "tembah"
    assert Spelling({"tambah": 5, "tembah": 1}).nearest("tumbah") == "tambah"


def test_a_left_out_vowel_is_half_a_slip_and_another_first_letter_half_more() -> None:
    assert distance("wjib", "wajib") == 0.5
    assert distance("wajip", "wajib") == 1.0
    assert distance("gajib", "wajib") == 1.5
    assert allowance("wjib") < allowance("penilaian")


def test_f_and_v_sound_alike() -> None:
    spelling = Spelling({"aktivitas": 4, "aktual": 1, "manfaat": 2})
    assert spelling.nearest("aktfts") == "aktivitas"
    assert spelling.nearest("aktftas") == "aktivitas"
    assert spelling.nearest("manvaat") == "manfaat"


def test_a_word_of_the_index_is_right() -> None:
    assert CORRECT("penilaian") == ("penilaian",)


def test_a_slip_becomes_the_word() -> None:
    assert CORRECT("penilain") == ("penilaian",)


def test_a_slip_of_a_chat_word_becomes_standard() -> None:
    assert CORRECT("gimanaa") == ("bagaimana",)


def test_two_words_without_the_blank_are_parted() -> None:
    assert CORRECT("caramembuat") == ("cara", "membuat")
    assert CORRECT("akuncara") == ("akun", "cara")


def test_a_word_cut_short_goes_on() -> None:
    assert CORRECT("membu") == ("membuat",)
    assert SPELLING.begun("passw") == "password"
    assert SPELLING.begun("pass") is None
    assert SPELLING.begun("passx") is None


def test_what_cannot_be_put_right_stays() -> None:
    assert CORRECT("zzqqxx") == ("zzqqxx",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("antrean", "antrian"),
        ("tikett", "tiket"),
        ("Antri", "antrian"),
        ("lap", "laporan"),
        ("buka", "buka_blokir"),
        ("an", None),
        ("xyz", None),
        ("", None),
    ],
)
def test_of_a_few_words_the_nearest_or_the_one_begun(typed: str, meant: str | None) -> None:
    few = ["antrian", "tiket", "laporan", "blokir", "buka_blokir"]
    assert nearest(typed, few) == meant


def test_a_beginning_of_two_words_is_neither() -> None:
    assert nearest("data", ["data_saya", "data_lama"]) is None
