"""The index of error messages is gathered from the entries themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from faq.printing.messages import messages
from tests.faq.printing import books


def test_the_live_book_names_what_screens_say() -> None:
    book, _ = books.live()
    found = {message.text: [entry.id for entry in message.entries] for message in messages(book)}
    assert found["Request failed with status code 419"] == ["error-419"]
    assert found["Invalid Date"] == ["tanggal-profil-salah", "ak-invalid-date"]
    assert found["Data not found in AUTH BKN"] == ["nip-tidak-ditemukan"]
    assert "ERR_NAME_NOT_RESOLVED" in found
    assert not {"Tanya petugas", "/lapor", "Ctrl+Shift+Del", "kinerja.bkn.go.id"} & set(found)
    assert list(found) == sorted(found, key=str.casefold)


@pytest.mark.parametrize(
    ("question", "answer", "asked", "expected"),
    [
        ('Muncul "Data kosong", mengapa?', "Ini.", "", [("Data kosong", True)]),
        ("Muncul pesan unit tidak dikenal?", "Ini.", "", [("unit tidak dikenal", False)]),
        ("Apa?", 'Bila pesannya "Unor Belum Padan", tunggu.', "", [("Unor Belum Padan", True)]),
        ("Apa?", "Bila muncul `Data not found`, tunggu.", "", [("Data not found", True)]),
        ("Apa?", 'Tekan "Simpan dulu" bila pesan muncul.', "", []),
        ("Apa?", 'Pesan tetap ada? Tekan "Muat ulang".', "", []),
        ("Apa?", "Ini.", "ERR_TIMED_OUT", [("ERR_TIMED_OUT", True)]),
        ("Apa?", "Ini.", "gateway timeout 504", [("gateway timeout 504", True)]),
        ("Apa?", "Ini.", "error 419", []),
        ("Apa?", "Ini.", "data saya not found min", []),
    ],
)
def test_what_counts_as_a_message(
    question: str, answer: str, asked: str, expected: list[tuple[str, bool]], tmp_path: Path
) -> None:
    book = books.book(tmp_path, books.entry("a", question, answer, asked=asked))
    assert [(message.text, message.exact) for message in messages(book)] == expected
