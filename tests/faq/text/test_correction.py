"""A word that no list knows, put right by the words of the index."""

from __future__ import annotations

from collections import Counter

from faq.text.correction import Corrector

CORRECT = Corrector(Counter({"penilaian": 5, "cara": 9, "membuat": 7, "akun": 3, "tampil": 2}))


def test_a_word_of_the_index_is_right() -> None:
    assert CORRECT("penilaian") == ("penilaian",)


def test_a_slip_becomes_the_word() -> None:
    assert CORRECT("penilain") == ("penilaian",)


def test_a_slip_of_a_chat_word_becomes_standard() -> None:
    assert CORRECT("gimanaa") == ("bagaimana",)


def test_two_words_without_the_blank_are_parted() -> None:
    assert CORRECT("caramembuat") == ("cara", "membuat")
    assert CORRECT("akuncara") == ("akun", "cara")


def test_what_is_near_to_nothing_stays() -> None:
    assert CORRECT("zzqqxx") == ("zzqqxx",)
