"""Reporters who say nothing: reminded on the seventh working day, closed after the tenth."""

from __future__ import annotations

from tests.talks.steps import resolve, take
from tests.talks.talk import Talk

TUESDAY, WEDNESDAY, THURSDAY, MONDAY = 1, 2, 3, 0
NUMBER = "EK-2026-00001"


def asked(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)  # on Tuesday, the 24th of November
    talk.budi.presses("Minta info").hears("keterangan apa")
    talk.budi.replies("NIP-nya berapa, Bu?")
    talk.ani.hears("NIP-nya")


def on(talk: Talk, days: int, hour: int = 9) -> None:
    """So many days after that Tuesday."""
    local = talk.clock.now().astimezone(talk.resources.zone)
    talk.until((TUESDAY + days) % 7, hour)
    assert local < talk.clock.now()


def quiet(talk: Talk) -> None:
    talk.desk.skip()
    talk.reports.skip()


def test_reminded_on_the_seventh_working_day_and_closed_after_the_tenth(talk: Talk) -> None:
    asked(talk)
    talk.until(MONDAY, 9)
    talk.wait(days=2)  # the sixth
    talk.ani.hears_nothing()
    talk.restart().wait(days=1)  # Thursday, the third of December
    talk.ani.hears("masih menunggu jawaban", "Tanpa jawaban sampai 8 Desember 2026")
    talk.restart().wait(days=5)  # Tuesday, the eighth
    talk.ani.hears_nothing()
    assert talk.deeds()[-1] == "ask_info"
    talk.restart().wait(days=1)
    talk.ani.hears(NUMBER, "kami tutup", "10 hari kerja", button="Buka lagi")
    assert talk.deeds()[-1] == "lapse"
    assert "Ditutup" in talk.card().text
    for _ in range(3):
        talk.restart().wait(days=1)
    talk.ani.hears_nothing()
    quiet(talk)
    talk.ani.presses("Buka lagi").toast("").hears("kami buka lagi")
    talk.desk.hears("membuka lagi")
    # It goes on where it was asked: of fourteen working days nearly all are left.
    assert "Batas: 6 Januari 2027" in talk.card().text


def test_an_answer_begins_it_anew(talk: Talk) -> None:
    asked(talk)
    talk.until(MONDAY, 9)
    talk.wait(days=3)
    talk.ani.hears("masih menunggu jawaban")
    talk.ani("ini NIP saya pak, 198001012005011001").hears("Sudah kami sampaikan")
    talk.wait(weeks=3)
    talk.ani.hears_nothing()
    assert talk.deeds()[-1] == "answer"
    quiet(talk)


def test_nobody_is_closed_off_who_was_not_reminded_in_time(talk: Talk) -> None:
    asked(talk)
    talk.stop()
    talk.asleep(days=20)  # Monday, the 14th of December
    talk.restart().settle()
    talk.ani.hears("masih menunggu jawaban", "sampai 17 Desember 2026")
    talk.wait(days=3)
    talk.ani.hears_nothing()
    talk.wait(days=1)
    talk.ani.hears("kami tutup")
    quiet(talk)


def test_a_closing_note_without_a_word_is_accepted_in_the_end(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.until(MONDAY, 9)
    talk.ani.hears("belum ada kabar dari Anda")
    talk.wait(days=8)
    talk.ani.hears_nothing()
    talk.wait(days=1)
    talk.ani.hears(NUMBER, "kami anggap selesai", "10 hari kerja")
    assert talk.deeds()[-1] == "lapse"
    talk.wait(weeks=2)
    talk.ani.hears_nothing()
    quiet(talk)
    talk.ani("belum selesai pak").room.skip()
    talk.desk.skip()
