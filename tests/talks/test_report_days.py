"""/laporan with other days behind it, and by its buttons."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.talks.steps import file
from tests.talks.talk import Talk


def test_the_ratio_of_the_days_that_were_named(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.clock.advance(timedelta(minutes=1))
    talk.settle()
    talk.desk.skip()
    talk.budi("/laporan bulan ini").hears_file("").hears(
        "Pengaduan yang diterima: November 2026 (1–24 November 2026), masih berjalan",
        "0 ÷ 1",
        button="Bulan lalu",
    )
    page = talk.desk.last
    assert page is not None
    talk.budi.presses("Bulan lalu", on=page).toast("sedang dibuat").hears_file("").hears(
        "Oktober 2026 (1–31 Oktober 2026)", "Belum ada pengaduan"
    )
    week = talk.budi.presses("Pekan lalu", on=page).toast("sedang dibuat")
    week.hears_file("Pekan 16–22 November").hears("diterima 1 Januari – 24 November")


def test_the_running_week_is_called_so(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.clock.advance(timedelta(minutes=1))
    talk.settle()
    talk.desk.skip()
    talk.budi("/laporan").hears_file("Pekan berjalan: 23–24 November 2026").hears("0 dari 1")


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ("minggu ke 3", "tidak mengenali waktunya"),
        ("31 februari", "Tulis tanggal seperti 2026-01-31"),
        ("2026-02-01 2026-01-01", "tanggalnya terbalik"),
        ("tahun depan", "belum tiba"),
    ],
)
def test_what_names_no_days_is_said_and_no_other_days_are_shown(
    talk: Talk, days: str, why: str
) -> None:
    talk.budi(f"/laporan {days}").hears(why)
    talk.desk.hears_nothing()
