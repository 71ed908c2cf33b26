"""Reminders of the calendar: what is not taken into it, leaves it, or finds the house changed."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.announcement import MOST_PLANNED, NewsStatus, Rhythm
from bot.rules.ticket import Role
from bot.simulator.world import accounts
from bot.words import announcement as words
from storage.tables import Announcement
from tests.talks.announcement_steps import TEXT, all_hear, known, reached, row
from tests.talks.talk import Talk
from tests.talks.test_announcement_card import toasts


def planned(talk: Talk, when: str = "Kamis 26 November 2026 09.00", number: int = 1) -> None:
    talk.budi(f"/pengingat tambah {when} | {TEXT}").hears("Begini").hears(TEXT)
    talk.desk.hears(f"Pengingat {number} · draf")
    talk.budi.presses("Semua orang").toast("")
    talk.budi.presses("Ajukan").toast("Diajukan")
    talk.dewi.presses("Setujui").toast("Disetujui")


def told(talk: Talk) -> list[str]:
    with talk.database.reading() as unit:
        return [each.text for each in unit.announcements.recent(most=9)]


NOTHING_TAKEN = (
    ("tambah Rabu 26 November 2026 09.00 | Isi", "Hari dan tanggalnya tidak cocok"),
    ("tambah 24 November 2026 09.00 sekali | Isi", "sudah lewat"),
    ("apa saja", "di belakang |"),
    ("9", "Pengumuman 9 tidak ada"),
    ("hapus 9", "Pengingat 9 tidak ada di kalender"),
    ("hapus yang pertama", "Sebut nomornya"),
)


def test_what_no_calendar_takes(talk: Talk) -> None:
    for said, answer in NOTHING_TAKEN:
        talk.budi(f"/pengingat {said}").hears(answer)
    talk.budi("/pengingat").hears("masih kosong")


def test_a_full_calendar_takes_no_more(talk: Talk) -> None:
    with talk.database.unit() as unit:
        for _ in range(MOST_PLANNED):
            unit.announcements.add(
                Announcement(
                    text=TEXT,
                    status=NewsStatus.DRAFT,
                    by_id=accounts.BUDI,
                    made_at=talk.clock.now(),
                    every=Rhythm.MONTHLY,
                    card_chat_id=accounts.HELPDESK,
                )
            )
    talk.budi("/pengingat tambah 27 November 2026 09.00 | Isi").hears("sudah berisi 24")
    talk.budi("/pengingat hapus 24").hears("Pengingat 24 dihapus")
    talk.budi("/pengingat hapus 24").hears("Pengingat 24 tidak ada di kalender")
    talk.budi("/pengingat tambah 27 November 2026 09.00 | Isi").hears("Begini").hears("Isi")
    talk.desk.hears("Pengingat 25 · draf")


def test_only_its_writer_rewrites_one(talk: Talk) -> None:
    talk.budi(f"/pengingat tambah 27 November 2026 09.00 | {TEXT}").hears("Begini").hears(TEXT)
    talk.desk.hears("Pengingat 1 · draf")
    talk.dewi.replies("Versi Dewi", to="Pengingat 1 · draf").hears("hanya penulisnya")
    assert row(talk).text == TEXT


def test_taken_from_the_calendar_once(talk: Talk) -> None:
    known(talk)
    planned(talk)
    talk.desk.sees("Pengingat 1 · terjadwal")
    with talk.at_once():
        talk.budi.presses("Hapus dari kalender")
        talk.budi.presses("Hapus dari kalender")
    assert toasts(talk) == ["", words.done_toast()]
    talk.desk.sees("Pengingat 1 dihapus dari kalender")
    talk.until(3, 9)
    assert reached(talk) == {}
    talk.budi("/umumkan 1").hears("Begini").hears(TEXT).hears("Pengingat 1 · dibuang")


def test_once_is_once(talk: Talk) -> None:
    known(talk)
    planned(talk)
    talk.until(3, 9)
    all_hear(talk)
    talk.desk.skip()
    talk.budi("/pengingat hapus 1").hears("Pengingat 1 tidak ada di kalender")
    talk.budi("/pengingat 1").hears("Begini").hears(TEXT).hears("Pengingat 1 · selesai")
    assert talk.desk.last is not None
    assert not talk.desk.last.button_words
    talk.until(3, 10)


def test_whoever_approved_may_no_more(talk: Talk) -> None:
    known(talk)
    planned(talk)
    with talk.database.unit() as unit:
        dewi = unit.people.get(accounts.DEWI)
        assert dewi is not None
        dewi.role = Role.ASKER
    talk.until(3, 9)
    talk.desk.hears("Pengumuman 2", "tidak lagi berwenang").hears("Begini").hears(TEXT)
    talk.desk.hears("Pengumuman 2 · dihentikan", button="Lanjutkan kirim")
    assert reached(talk) == {}


def test_without_a_group_they_go_out_and_what_was_missed_is_told_nobody(talk: Talk) -> None:
    known(talk)
    planned(talk)
    planned(talk, "Jumat 27 November 2026 09.00", number=2)
    talk.resources = replace(talk.resources, helpdesk_chat_id=None)
    talk.restart().until(3, 9)
    all_hear(talk)
    talk.desk.skip()
    talk.asleep(days=2, hours=1).restart().settle()
    talk.ani.hears_nothing()
    talk.desk.hears_nothing()
    assert told(talk) == [TEXT]
