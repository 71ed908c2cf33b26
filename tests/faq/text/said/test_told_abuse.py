"""Abuse that is told without a report, and questions that only name it."""

from __future__ import annotations

from pathlib import Path

import pytest

from faq.book.book import read
from faq.text.said.abuse import beside_abuse, may_be_abuse, tells_of_abuse
from tests.bench.abuse import questions

BOOK = read(Path("faq/manual"))
MOST_OF_THE_BOOKS = 1  # "staf ulun katangkap narkoba …", which is told as happening


@pytest.mark.parametrize(
    "message",
    [
        "atasan saya minta uang supaya SKP saya dinilai baik",
        "atasan meminta uang untuk tanda tangan SKP",
        "disuruh bayar 500 ribu biar skp disetujui",
        "harus kasih amplop biar skp dinilai",
        "atasan nagih uang rokok biar skp di ttd",
        "ulun dimintai duit lawan atasan gasan nilai skp",
        "saya diancam atasan",
        "saya dilecehkan atasan saya",
        "saya dilecehkan atasan saya, harus lapor ke mana?",
        "atasan saya minta uang gimana ya min",
        "saya dibully atasan di kantor",
        "skp saya belum disetujui. atasan saya minta uang 500 ribu",
    ],
)
def test_what_happened_is_heard_and_asked_about(message: str) -> None:
    assert tells_of_abuse(message)
    assert may_be_abuse(message)


@pytest.mark.parametrize(
    "message",
    [
        "apakah pungli dilaporkan di sini",
        "lapor pungli di sini bisa ga",
        "bagaimana kalau atasan minta uang",
        "kalau atasan minta uang lapor ke mana",
        "apa itu gratifikasi",
        "atasan minta bukti dukung untuk nilai",
        "atasan minta saya revisi skp",
        "saya diminta bayar pajak untuk skp",
        "diminta setor bukti biar dinilai",
        "saya minta uang tpp dibayar",
        "min dipaksa keluar terus dari aplikasi",
        "atasan saya tidak masuk kerja, siapa yang menilai",
        "tpp dipotong bendahara",
        "kode otp diminta terus",
        "teman saya mabuk perjalanan",
    ],
)
def test_a_question_stays_one(message: str) -> None:
    assert not tells_of_abuse(message)


def test_hardly_any_question_to_the_book_sounds_so() -> None:
    told = [text for text in questions() if tells_of_abuse(text)]
    assert len(told) <= MOST_OF_THE_BOOKS, told


def test_no_phrasing_of_the_book_sounds_so() -> None:
    asked = [each for entry in BOOK.entries for each in (entry.question, *entry.phrasings)]
    assert len(asked) > 1_000
    assert [text for text in asked if tells_of_abuse(text)] == []


def test_what_else_is_said_can_be_answered() -> None:
    said = "cara reset kata sandi. atasan saya minta uang 500 ribu"
    assert beside_abuse(said) == "cara reset kata sandi"
