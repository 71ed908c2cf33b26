"""Which line of a screen is asked of the book."""

from __future__ import annotations

import pytest

from faq.matching.results import Answer, Found, Silence, Suggestions
from faq.pictures.choice import chosen, tells_trouble
from faq.pictures.lines import ScreenLine, lines_of

KNOWN = {
    "Kode OTP salah": "otp",
    "SKP belum disetujui": "skp",
    "Data tidak ditemukan di AUTH": "nip",
    "Beranda": "menu",
}


def find(text: str) -> Found:
    for said, entry in KNOWN.items():
        if said in text:
            return Answer(entry, 0.95, 0.1, "")
    if "gagal" in text:
        return Suggestions("a", 0.4, 0.3, "", ("a", "b"))
    return Silence(None, 0.0, 0.0, "")


def page(*texts: str, height: int = 20) -> list[ScreenLine]:
    return [ScreenLine(text, 0, 60 * at, 300, 60 * at + height) for at, text in enumerate(texts)]


def test_it_is_the_line_that_tells_a_trouble() -> None:
    found = chosen(page("Beranda", "BUDI SANTOSO", "Kode OTP salah"), find)
    assert found is not None
    assert (found.text, found.found.best, found.sure) == ("Kode OTP salah", "otp", True)


def test_a_message_of_two_lines_is_one() -> None:
    lines = [
        ScreenLine("Data tidak ditemukan", 0, 0, 300, 20),
        ScreenLine("di AUTH", 80, 24, 200, 44),
    ]
    found = chosen(lines, find)
    assert found is not None
    assert (found.text, found.sure) == ("Data tidak ditemukan di AUTH", True)


def test_two_that_mean_different_entries_are_asked_about() -> None:
    found = chosen(page("SKP belum disetujui", "Kode OTP salah"), find)
    assert found is not None
    assert not found.sure


def test_a_small_one_beside_a_large_one_does_not_count() -> None:
    small = ScreenLine("SKP belum disetujui", 0, 0, 200, 10)
    found = chosen([small, ScreenLine("Kode OTP salah", 0, 30, 300, 50)], find)
    assert found is not None
    assert (found.found.best, found.sure) == ("otp", True)


def test_where_the_book_is_not_sure_the_person_is_asked() -> None:
    found = chosen(page("Impor berkas gagal"), find)
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize("lines", [(), ("Beranda",), ("Rencana Hasil Kerja", "12 laporan")])
def test_headings_and_menus_ask_nothing(lines: tuple[str, ...]) -> None:
    assert chosen(page(*lines), find) is None


def test_what_is_private_is_gone_before_the_book_is_asked() -> None:
    asked: list[str] = []

    def listening(text: str) -> Found:
        asked.append(text)
        return find(text)

    chosen(
        page("NIP 123 tidak ditemukan"), listening, private=lambda text: text.replace("123", "*")
    )
    assert asked == ["NIP * tidak ditemukan"]


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("504 Gateway Time-out", True),
        ("ERR_NAME_NOT_RESOLVED", True),
        ("This site can’t be reached", True),
        ("Unor udak terdaftar", True),
        ("Tanggal Invahd Date", True),
        ("Kode OTP kedaluwarss", True),
        ("Gagal", False),
        ("Sasaran Kinerja Pegawai", False),
    ],
)
def test_what_tells_a_trouble(text: str, so: bool) -> None:
    assert tells_trouble(text) is so


def table(*words: tuple[str, int, int, float]) -> str:
    """Each a line of its own to Tesseract: text, left, top, confidence."""
    names = "level page_num block_num par_num line_num word_num left top width height conf text"
    rows = [
        ("5", "1", str(at), "1", "1", "1", left, top, 10 * len(text), 20, sure, text)
        for at, (text, left, top, sure) in enumerate(words)
    ]
    return "\n".join("\t".join(map(str, row)) for row in [names.split(), *rows])


def test_pieces_of_a_line_are_put_together_and_guesses_left_out() -> None:
    read = lines_of(table(("Request", 0, 0, 95.0), ("failed", 80, 2, 90.0), ("wxyz", 0, 90, 12.0)))
    assert [line.text for line in read] == ["Request failed"]


def test_a_request_is_spelled_with_a_q() -> None:
    assert [line.text for line in lines_of(table(("Reguest", 0, 0, 95.0)))] == ["Request"]
