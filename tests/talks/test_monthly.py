"""The head's page about a month: on its first working morning, once, whatever happened before."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.talks.steps import file, resolve
from tests.talks.talk import Talk
from tests.talks.test_clock import is_sent_once_over_a_restart
from tests.talks.test_jobs import is_tried_until_it_can_be_made

MONDAY, TUESDAY, FRIDAY = 0, 1, 4
PAGE = "Laporan bulanan"


def test_the_page_goes_to_the_head_on_the_first_working_morning_once(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.until(MONDAY, 9)
    talk.reports.skip()
    talk.until(TUESDAY, 7, 59)
    talk.reports.hears_nothing()
    talk.until(TUESDAY, 8)
    talk.reports.hears_file(PAGE, "November 2026 (1–30 November 2026)", "1 [0] masuk")
    page = talk.reports.last
    assert page is not None
    assert "kurung siku: 1–31 Oktober 2026" in page.text
    assert "Tahun berjalan: 1 Januari – 1 Desember 2026" in page.text
    assert "Terlambat" not in page.text
    for _ in range(3):
        talk.restart().settle()
        talk.wait(minutes=20)
    talk.reports.hears_nothing()
    talk.hadi.presses("1 masuk", on=page).hears("Pengaduan yang masuk: 1", "EK-2026-00001")
    talk.desk.skip()


def test_a_holiday_and_a_weekend_put_it_off(talk: Talk) -> None:
    """1 January 2027 is a Friday and a holiday, so the page comes on Monday, behind Monday's."""
    file(talk, talk.ani)
    talk.asleep(weeks=5)
    talk.settle()
    talk.reports.skip()
    talk.until(FRIDAY, 12)
    talk.reports.skip()
    talk.until(MONDAY, 7, 59)
    talk.reports.hears_nothing()
    talk.until(MONDAY, 8)
    talk.reports.hears_file("Ringkasan pengaduan", "Pekan 28 Desember 2026 – 3 Januari 2027")
    talk.reports.hears_file(PAGE, "Desember 2026 (1–31 Desember 2026)", "0 [1] masuk")
    talk.reports.hears_nothing()
    talk.desk.skip()


def test_after_months_without_the_bot_the_newest_comes_and_the_others_by_a_button(
    talk: Talk,
) -> None:
    file(talk, talk.ani)
    talk.stop()
    talk.asleep(days=75)
    talk.restart().settle()
    talk.reports.hears_file("Ringkasan pengaduan").hears("ringkasan mingguan tidak terkirim")
    talk.reports.hears_file(
        PAGE, "Januari 2027", "Terlambat: seharusnya terkirim 1 Feb 2027 08.00"
    )
    talk.reports.hears("1 laporan bulanan tidak terkirim", button="Desember 2026").hears_nothing()
    missed = talk.reports.last
    assert missed is not None
    assert missed.button_words == ["Desember 2026"]
    talk.hadi.presses("Desember 2026", on=missed).toast("Sebentar")
    talk.reports.hears_file(PAGE, "Desember 2026", "seharusnya terkirim 4 Jan 2027 08.00")
    talk.hadi.presses("Desember 2026", on=missed).hears_nothing()
    talk.restart().wait(hours=1)
    talk.reports.hears_nothing()
    talk.desk.skip()


@pytest.mark.parametrize("forged", ["2026-11-02", "2026-12-01", "1999-12-01", "desember", ""])
def test_no_month_but_those_that_are_over_has_a_page(talk: Talk, forged: str) -> None:
    talk.hadi("/laporan").hears_file("").hears("")
    talk.hadi.forges(f"month:{forged}", on=talk.reports.last).toast("tidak berlaku")


def test_a_kill_between_making_and_sending_sends_once(talk: Talk) -> None:
    talk.until(MONDAY, 9)
    talk.reports.skip()
    is_sent_once_over_a_restart(talk, weekday=TUESDAY, about="November 2026")


def test_the_desk_hears_of_a_page_that_cannot_be_made(talk: Talk) -> None:
    talk.until(MONDAY, 9)
    talk.reports.skip()
    is_tried_until_it_can_be_made(talk, weekday=TUESDAY, called=PAGE, about="November 2026")


def test_whoever_asks_for_a_month_or_a_year_sees_the_same_page(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.clock.advance(timedelta(minutes=1))
    talk.settle()
    talk.desk.skip()
    talk.budi("/laporan november").hears_file(
        PAGE, "November 2026 (1–24 November 2026), masih berjalan", "1 [0] masuk · 1 [0] selesai"
    ).hears("1 ÷ 1")
    talk.budi("/laporan tahun ini").hears_file(
        "Laporan tahunan", "Tahun 2026 (1 Januari – 24 November 2026)", "1 [0] masuk"
    ).hears("1 ÷ 1")
    talk.budi("/laporan tahun lalu").hears_file("Tahun 2025", "Belum ada pengaduan").hears("")
