"""An answer for tomorrow morning: kept, shown, called off, sent once, by whoever wrote it."""

from __future__ import annotations

import pytest

from bot.rules.ticket import Role
from bot.simulator.world import accounts
from faq.text.said.for_tomorrow import for_tomorrow
from tests.talks.steps import resolve, take
from tests.talks.talk import Talk

WEDNESDAY, FRIDAY, MONDAY = 2, 4, 0
ANSWER = "Sudah kami betulkan, silakan coba lagi."


def kept(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.wait(hours=9)  # half past six in the evening
    talk.budi.replies(f"{ANSWER} //besok", to=talk.card())
    talk.desk.hears("Rabu, 25 November 2026 pukul 08.00", button="Jangan dikirim")
    talk.ani.hears_nothing()
    assert "Jawaban terjadwal: 25 Nov 2026 08.00 (Budi Santoso)" in talk.card().text


def test_it_goes_out_when_the_office_opens_once(talk: Talk) -> None:
    kept(talk)
    talk.restart().until(WEDNESDAY, 7, 59)
    talk.ani.hears_nothing()
    talk.restart().until(WEDNESDAY, 8)
    talk.ani.hears("Budi Santoso, petugas", ANSWER)
    assert "besok" not in talk.ani.room.last.text  # type: ignore[union-attr]
    assert "terjadwal" not in talk.card().text
    for _ in range(3):
        talk.restart().wait(hours=1)
    talk.ani.hears_nothing()
    talk.desk.hears("Tiket yang menunggu")
    assert talk.deeds().count("reply") == 1
    talk.budi.presses("Jangan dikirim").toast("Sudah dikirim")


def test_it_is_called_off(talk: Talk) -> None:
    kept(talk)
    talk.dewi.presses("Jangan dikirim").toast("")
    talk.desk.sees("Dibatalkan: jawaban untuk EK-2026-00001")
    assert "terjadwal" not in talk.card().text
    talk.until(WEDNESDAY, 9)
    talk.ani.hears_nothing()
    talk.desk.hears("Tiket yang menunggu")


def test_it_is_sent_at_once_after_all(talk: Talk) -> None:
    kept(talk)
    talk.dewi.presses("Kirim sekarang").toast("")
    talk.ani.hears("Budi Santoso, petugas", ANSWER)
    talk.desk.sees("Jawaban Budi Santoso untuk EK-2026-00001 sudah dikirim")
    talk.until(WEDNESDAY, 9)
    talk.ani.hears_nothing()
    talk.desk.hears("Tiket yang menunggu")


def test_over_a_weekend_and_with_a_file(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.until(FRIDAY, 17, 30)
    talk.desk.skip()
    talk.budi.photo("Lihat yang merah //BESOK pagi", to=talk.card())
    talk.desk.hears("Senin, 30 November 2026 pukul 08.00")
    talk.until(MONDAY, 8)
    talk.ani.hears_file().hears("Lihat yang merah")
    talk.desk.skip()
    talk.reports.skip()


def test_who_is_no_officer_any_more_answers_nobody(talk: Talk) -> None:
    take(talk, talk.ani, talk.dewi)
    talk.dewi.replies(f"{ANSWER} //besok", to=talk.card())
    talk.desk.hears("Disimpan")
    with talk.database.unit() as unit:
        dewi = unit.people.get(accounts.DEWI)
        assert dewi is not None
        dewi.role = Role.ASKER
    talk.until(WEDNESDAY, 8)
    talk.ani.hears_nothing()
    talk.desk.hears("tidak terkirim", "hanya untuk petugas").hears("Tiket yang menunggu")
    talk.reports.skip()


def test_a_closing_note_is_not_for_tomorrow(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Selesai").hears("tulis catatan penutup")
    talk.budi.replies("Sudah kami buka //besok").hears("belum dikirim", "tanpa //besok")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file", "take"]


def test_a_mere_mark_is_no_answer(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.budi.replies("jawaban: //besok saja", to=talk.card())
    talk.ani.hears("//besok saja")
    talk.budi.replies("x //besok", to=talk.card()).hears("Disimpan")
    talk.budi.presses("Jangan dikirim").toast("")
    talk.budi.replies("//besok", to=talk.card()).hears("disimpan")  # a note, as ever


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Sudah //besok", "Sudah"),
        ("Sudah //Besok pagi.", "Sudah"),
        ("Sudah\n// besok", "Sudah"),
        ("Sudah besok", None),
        ("Lihat https://besok.id", None),
        ("Lihat https://besok", None),
        ("//besok saja dijawab", None),
        ("besok pagi", None),
    ],
)
def test_the_mark(text: str, answer: str | None) -> None:
    assert for_tomorrow(text) == answer
