"""Telling a question from news, where both may come."""

from __future__ import annotations

import pytest

from faq.text.asking import asks


@pytest.mark.parametrize(
    "text",
    [
        "lupa sandi?",
        "gimana reset mfa",
        "Apakah PPPK wajib",
        "kayapa maulah skp",
        "cara cetak skp",
    ],
)
def test_a_question_asks(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    ["Bisa pak. Aman sudah.", "masih putih juga", "terima kasih banyak", "sudah saya coba", ""],
)
def test_news_does_not(text: str) -> None:
    assert not asks(text)
