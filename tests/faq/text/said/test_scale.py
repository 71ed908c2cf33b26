"""Ratings that are written: one vocabulary for tickets, sessions and surveys."""

from __future__ import annotations

import pytest

from faq.text.said.scale import helped_said, step_said
from faq.text.small_talk.meaning import goes_back


@pytest.mark.parametrize(
    ("said", "step"),
    [
        *(("baik", 3), ("Sangat baik!", 4), ("baik banget", 4), ("cukup", 3), ("3", 3)),
        *(
            ("gk puas", 1),
            ("kada baik", 1),
            ("tdk bagus", 1),
            ("kurang bagus", 2),
            ("bgs bgt", None),
        ),
        *(("sangat tdk puas", 1), ("mantap", 4), ("kecewa", 1)),
        *(("baik pak", None), ("terima kasih", None), ("ok", None), ("5", None), ("", None)),
        *(("lupa kata sandi", None), ("😀", None)),
        *(("bintang lima", 4), ("kasih bintang 5", 4), ("nilai 4", 4), ("saya kasih nilai 3", 3)),
        *(("bintang satu", 1), ("bintang 3", None), ("nilai 5", None), ("nilai saya 3", None)),
    ],
)
def test_a_step(said: str, step: int | None) -> None:
    assert step_said(said) == step


@pytest.mark.parametrize(
    ("said", "score"),
    [
        *(
            ("ya", 3),
            ("enggih", 3),
            ("inggih membantu", 3),
            ("sangat membantu", 3),
            ("iya pak", 3),
        ),
        *(("bermanfaat sekali", 3), ("terbantu banget", 3)),
        *(("kada", 1), ("gak", 1), ("belum", 1), ("kada mambantu", 1), ("belum membantu", 1)),
        *(("nggak membantu", 1), ("sebagian aja", 2), ("lumayan membantu", 2), ("dikit", 2)),
        *(("ok", None), ("baik", None), ("terima kasih", None), ("apa itu SKP", None), ("", None)),
        *(("3", None), ("sekali", None), ("cukup membantu", None)),
        *(("nanti", None), ("ya sebagian", None), ("gak usah", None)),
    ],
)
def test_whether_it_helped(said: str, score: int | None) -> None:
    assert helped_said(said) == score


@pytest.mark.parametrize(
    ("said", "back"),
    [
        *(
            ("kembali", True),
            ("Balik pak!", True),
            ("bulik", True),
            ("ke pertanyaan sebelumnya", True),
        ),
        *(("kembalikan kata sandi saya", False), ("lagi", False), ("3", False), ("", False)),
    ],
)
def test_the_question_before(said: str, *, back: bool) -> None:
    assert goes_back(said) is back
