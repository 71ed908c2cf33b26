"""/laporan with other days behind it, and by its buttons."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.rules.ticket import Deed, Status
from tests.talks.steps import file, resolve, take
from tests.talks.talk import Talk
from tests.talks.test_desk_overview import fill


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


def test_what_waits_longest_is_named_with_its_officer(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.desk.skip()
    talk.wait(minutes=5)
    talk.budi("/laporan").hears_file(
        "Umurnya: ≤ 7 hari 1",
        "Pekan ini dijawab: belum ada; 1 belum",
        "EK-2026-00001 5 menit, Budi Santoso",
    ).hears("0 ÷ 1")


def test_the_tickets_behind_a_figure_are_shown_as_they_stood(talk: Talk) -> None:
    fill(talk)
    talk.desk.skip()
    talk.hadi("/laporan").hears_file("40 masuk").hears("0 ÷ 40", button="40 belum selesai")
    page = talk.reports.newest_with("40 terbuka")
    with talk.database.unit() as unit:
        for ticket in unit.open_tickets.oldest():
            unit.tickets.move(
                ticket,
                Deed.RESOLVE,
                to=Status.RESOLVED,
                now=talk.clock.now(),
                actor_id=None,
                clock=ticket.clock.after(
                    Status.RESOLVED, talk.clock.now(), talk.resources.calendar
                ),
            )
    talk.hadi.presses("40 terbuka", on=page).hears(
        "Pengaduan yang masih terbuka: 40 (ke-1 sampai 15)", "EK-2026-00001", "Keluhan · Lainnya"
    )
    shown = talk.reports.last
    assert shown is not None
    talk.hadi.presses("Berikutnya ›", on=shown).hears_nothing()
    assert "(ke-16 sampai 30)" in shown.text
    talk.hadi.presses("40 masuk", on=page).hears("yang masuk: 40", "23–26 November 2026")
    talk.wait(minutes=1)
    talk.hadi("/laporan").hears_file("40 selesai").hears("40 ÷ 40", button="40 selesai")
    talk.hadi.presses("40 selesai").hears(
        "sudah selesai: 40", "selesai 26 Nov, menunggu konfirmasi"
    )
    talk.desk.hears("Terbuka: 40")


def test_every_line_of_the_heads_page_leads_to_its_tickets(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    fill(talk)
    talk.desk.skip()
    talk.reports.skip()
    talk.hadi("/laporan").hears_file("41 masuk", "Lainnya 40").hears("1 ÷ 41")
    page = talk.reports.newest_with("PDF A4")
    talk.hadi.presses("Tiket baris lain", on=page).hears(
        "Tiket di balik baris lain", "Pekan", "Pilih barisnya", button="Hal terbanyak"
    )
    groups = talk.reports.last
    assert groups is not None
    for chosen, figures in {
        "Hal terbanyak": {"40 Lainnya": "masuk tentang Lainnya: 40 (ke-1 sampai 15)"},
        "Umur yang terbuka": {"≤ 7 hari: 40": "masih terbuka, umurnya ≤ 7 hari: 40"},
        "Masuk pekan itu": {"40 belum dijawab": "masuk dan belum dijawab: 40"},
        "Tahun 2026": {
            "1 menunggu konfirmasi": "menunggu konfirmasi pelapor: 1",
            "41 masuk": "Pengaduan yang masuk: 41",
        },
    }.items():
        talk.hadi.presses(chosen, on=groups).toast("sedang dibuat").hears_nothing()
        assert f"baris lain: {chosen}" in groups.text
        for figure, shown in figures.items():
            talk.hadi.presses(figure, on=groups).hears(shown)
    talk.hadi.presses("Permintaan informasi", on=groups).toast("sedang dibuat").hears_nothing()
    assert "Tidak ada tiket di sini" in groups.text
    talk.desk.hears("Terbuka: 40")


def test_a_months_lines_lead_to_their_tickets(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.clock.advance(timedelta(minutes=1))
    talk.settle()
    talk.desk.skip()
    talk.budi("/laporan bulan ini").hears_file("").hears("1 ÷ 1")
    page = talk.desk.newest_with("PDF A4")
    talk.budi.presses("Tiket baris lain", on=page).hears("Pilih barisnya")
    groups = talk.desk.last
    assert groups is not None
    talk.budi.presses("Masuk bulan itu", on=groups).toast("sedang dibuat").hears_nothing()
    talk.budi.presses("1 menunggu konfirmasi", on=groups).hears("EK-2026-00001")


@pytest.mark.parametrize(
    "forged", ["week:20261124:1:", "week:20261123:1:nothing", "day:20261123:1:age", "week:x:1:"]
)
def test_forged_groups_of_figures_show_nothing(talk: Talk, forged: str) -> None:
    talk.hadi("/laporan").hears_file("").hears("Belum ada pengaduan")
    talk.hadi.forges(f"figs:{forged}", on=talk.reports.last).toast("tidak berlaku")


@pytest.mark.parametrize(
    "forged", ["A9:b4d32-b4d32:1:0:0", "open:b4d32:1:0:0", "no:1-2:3:0:0", "in:1-2:9:-1:0"]
)
def test_forged_figures_show_nothing(talk: Talk, forged: str) -> None:
    talk.hadi("/laporan").hears_file("").hears("Belum ada pengaduan")
    talk.hadi.forges(f"fig:{forged}", on=talk.reports.last).toast("tidak berlaku")


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


def test_what_stands_beside_the_ratio_against_the_period_before(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.clock.advance(timedelta(minutes=1))
    talk.settle()
    talk.desk.skip()
    talk.budi("/laporan bulan ini").hears_file("").hears("", button="Rincian")
    talk.budi.presses("Rincian").toast("sedang dibuat").hears(
        "Rincian 1–24 November 2026",
        "[0]",
        "Jawaban pertama tepat waktu: 100,00 % (1 dari 1)",
        "Menurut petugas\nBudi Santoso: 1 masuk, 1 selesai",
        "terpisah dari rasio",
    )


def test_charts_come_as_pictures_of_the_days_that_were_asked_for(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.clock.advance(timedelta(minutes=1))
    talk.settle()
    talk.desk.skip()
    talk.budi("/laporan bulan ini").hears_file("").hears("", button="Grafik")
    page = talk.desk.newest_with("Grafik")
    pressed = talk.budi.presses("Grafik", on=page).toast("sedang dibuat")
    pressed.hears_file("Grafik pengaduan 1–24 November 2026")
    for _ in range(4):
        pressed.hears_file()
    talk.budi.presses("Grafik", on=page).hears_nothing()


def test_the_heads_page_comes_on_paper_as_it_stood(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.clock.advance(timedelta(minutes=1))
    talk.settle()
    talk.desk.skip()
    talk.budi("/laporan bulan ini").hears_file("").hears("")
    page = talk.desk.newest_with("PDF A4")
    talk.budi.presses("PDF A4", on=page).toast("sedang dibuat").hears_file(
        "Halaman untuk dicetak: November 2026 (1–24 November 2026), masih berjalan"
    )
    talk.budi("/laporan").hears_file("Pekan berjalan").hears("")
    page = talk.desk.newest_with("PDF A4")
    talk.budi.presses("PDF A4", on=page).toast("").hears_file("Pekan 23–24 November 2026")


@pytest.mark.parametrize("forged", ["month:20261102:1", "day:20261101:1", "week:x:1", "year:0:9"])
def test_forged_pages_are_not_printed(talk: Talk, forged: str) -> None:
    talk.hadi("/laporan").hears_file("").hears("Belum ada pengaduan")
    talk.hadi.forges(f"a4:{forged}", on=talk.reports.last).toast("tidak berlaku")
