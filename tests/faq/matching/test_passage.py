"""The line of an answer that says something of what is asked on about it."""

from __future__ import annotations

import pytest

from faq.matching.passage import passage

ANSWER = """Pesan dari BKN kadang datang terlambat. Tunggu **beberapa jam**.

1. Buka kotak surat, lalu folder Spam.
2. Periksa [alamat e-mail](entry:email-terdaftar) di profil.
3. Hubungi admin instansi bila e-mail sudah mati.

Suami istri memakai e-mail masing-masing."""


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("nunggunya brp jam?", "Pesan dari BKN kadang datang terlambat. Tunggu beberapa jam."),
        ("di profil ya?", "Periksa alamat e-mail di profil."),
        ("kalau suami istri boleh sama", "Suami istri memakai e-mail masing-masing."),
    ],
)
def test_the_line_with_its_telling_words_is_found(message: str, line: str) -> None:
    assert passage(ANSWER, message) == line


@pytest.mark.parametrize(
    "message",
    [
        "jelaskan lagi",
        "kenapa begitu?",
        "kalau pensiun bagaimana",
        "e-mail",  # three lines are of it
        "",
    ],
)
def test_what_no_line_tells_of_is_not_made_up(message: str) -> None:
    assert passage(ANSWER, message) is None
