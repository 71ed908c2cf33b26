"""What the desk and the head say to the bot in words, as the command it is."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.desk.spoken_command import meant

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("laporan", ("laporan", "")),
        ("tolong laporan minggu lalu", ("laporan", "minggu lalu")),
        ("rekap triwulan 3 dong", ("laporan", "triwulan 3")),
        ("berapa persen bulan ini?", ("laporan", "bulan ini")),
        ("berapa laporan masuk hari ini", ("laporan", "hari ini")),
        ("berapa nilai indikator 13 sekarang", ("laporan", "")),
        ("berapa tiket yang belum selesai", ("laporan", "")),
        ("antrean pak", ("antrian", "")),
        ("antrian", ("antrian", "")),
        ("tolong carikan Ulun Kada", ("cari", "Ulun Kada")),
        ("menu", ("bantuan", "")),
    ],
)
def test_it_is_heard(text: str, command: tuple[str, str]) -> None:
    assert meant(text, TODAY) == command


@pytest.mark.parametrize(
    "text",
    [
        "laporan saya hilang",
        "berapa lama laporan ditangani",
        "berapa batas laporan kinerja triwulan",
        "cari",
        "antrean login lama sekali",
        "menu SKP tidak muncul",
        "halo",
        "",
    ],
)
def test_a_question_stays_one(text: str) -> None:
    assert meant(text, TODAY) is None
