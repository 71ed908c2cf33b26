"""An officer's deed in words, told from an answer to the reporter."""

from __future__ import annotations

import pytest

from faq.text.said.desk_deed import deed_on, only_a_deed


@pytest.mark.parametrize(
    "text",
    [
        "ambil",
        "saya ambil",
        "Biar saya ambil ya bu",
        "alihkan ke dewi",
        "oper ke bu Dewi aja",
        "tutup aja tiketnya",
        "ini urusan BKN bukan kita, tutup aja",
        "sudah ya, tutup",
        "gabung ke tiket 3",
        "tunda sampai besok",
        "close min",
    ],
)
def test_a_deed(text: str) -> None:
    assert only_a_deed(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sudah selesai ya Bu.",
        "Tutup aplikasinya lalu masuk lagi.",
        "Silakan tutup peramban, buka lagi, lalu coba login.",
        "Ambil nomor antrean di kantor, lalu bawa KTP.",
        "Saya ambil dulu datanya ya",
        "Boleh saya tutup laporannya?",
        "Alihkan layar ke mode gelap lewat menu pengaturan ya",
        "Kami tangani",
        "Coba lagi, Bu.",
        "Akunnya sudah dibuka.",
    ],
)
def test_an_answer(text: str) -> None:
    assert not only_a_deed(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ambil 1", ("ambil", "1")),
        ("tutup tiket 1, sudah ada di arsip", ("tutup", "1 sudah ada di arsip")),
        ("jawab tiket nomor EK-2026-00001 sudah", ("jawab", "EK-2026-00001 sudah")),
        ("ambil cuti 3 hari", None),
        ("isi 3 kegiatan", None),
        ("tutup", None),
    ],
)
def test_on_a_ticket(text: str, found: tuple[str, str] | None) -> None:
    assert deed_on(text) == found
