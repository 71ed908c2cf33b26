"""Two processes on one database: what is due is done once, whoever of them is quicker; and what
somebody does between a look and what comes of it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from bot.rules.ticket import Status
from bot.simulator.world import accounts
from handlers.clock import (
    announcing,
    clinic,
    erasing,
    incidents,
    morning,
    rating,
    silence,
    survey,
    unsent,
)
from handlers.clock.agenda import AT_EACH_LOOK, EACH_MINUTE, Duty
from handlers.context import Context, Look
from handlers.desk import later
from tests.talks.announcement_steps import TEXT, known
from tests.talks.clinic_steps import joins
from tests.talks.clinic_steps import opened as session_opened
from tests.talks.planted import ask, confirm
from tests.talks.steps import as_far_as_check, resolve, take
from tests.talks.survey_steps import opened as survey_opened
from tests.talks.survey_steps import served
from tests.talks.talk import BEGINS, Talk


@dataclass(frozen=True)
class Overtaken(Look):
    """Something happens between what it reads and what it writes."""

    meanwhile: Callable[[], object]
    met: list[bool] = field(default_factory=list)

    @contextmanager
    def writing(self, *, flushed: bool = True) -> Iterator[Context]:
        if not self.met:
            self.met.append(True)
            self.meanwhile()
        with Look.writing(self, flushed=flushed) as context:
            yield context


def overtaken(talk: Talk, duty: Duty, meanwhile: Callable[[], object]) -> int:
    """What it makes then."""
    look = Overtaken(talk.database, talk.resources, talk.clock.now(), meanwhile)
    made = duty(look, BEGINS)
    assert look.met, f"nothing was due for {duty.__name__}"
    return made


def each_by_two(talk: Talk) -> None:
    """Every duty, each while another process does the same, from its first look to its end."""
    for duty in (*AT_EACH_LOOK, *EACH_MINUTE):
        other = Look(talk.database, talk.resources, talk.clock.now())
        look = Overtaken(other.database, other.resources, other.now, partial(duty, other, BEGINS))
        duty(look, BEGINS)
    talk.settle()


def said_twice(talk: Talk) -> list[str]:
    return [
        message.text
        for chat in talk.state.chats
        for message in talk.state.messages(chat)
        if message.from_bot and message.deliveries > 1
    ]


def test_whatever_is_due_is_done_once(talk: Talk) -> None:
    known(talk)
    talk.dewi("/ringkasan harian").room.skip()
    take(talk, talk.ani, talk.dewi)
    talk.dewi.presses("Minta info").toast("").hears("keterangan apa")
    talk.dewi.replies("Pada halaman mana itu muncul, Bu?")
    talk.ani.hears("Pada halaman mana")
    resolve(talk, talk.burhan, talk.budi)
    talk.desk.skip()
    ask(talk)
    resolve(talk, talk.citra, talk.budi)
    talk.citra.presses("Ya, selesai").toast("").hears("Bagaimana pelayanan")
    talk.budi.album(2, "Begini contohnya.", to=talk.card(2))
    talk.budi(f"/pengingat tambah Kamis 26 November 2026 09.00 | {TEXT}").room.skip()
    talk.budi.presses("Semua orang").toast("")
    talk.budi.presses("Ajukan").toast("Diajukan")
    talk.dewi.presses("Setujui").toast("Disetujui")
    session_opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    talk.budi("/gangguan server BKN mati").hears("Gangguan 1")
    talk.citra("server bkn mati kah").hears("Sedang ada gangguan").room.skip()
    talk.citra.presses("Saya juga").toast("Tercatat")
    as_far_as_check(talk.someone(accounts.HADI))
    for hours in (1, 22.5, 25, 168):  # Wednesday at 8.30, Thursday at 9.30, the next Thursday
        talk.clock.advance(timedelta(hours=hours))
        each_by_two(talk)
    for chat in list(talk.state.chats):
        talk.room(chat).skip()
    # Both are meant to come a second time: the next morning, and above the card of what went out.
    assert [text.partition("\n")[0] for text in said_twice(talk)] == [
        "Laporan Anda belum terkirim.",
        "📢 Pengumuman",
    ]


MONDAY, WEDNESDAY, THURSDAY, FRIDAY = 0, 2, 3, 4


def at(talk: Talk, weekday: int, hour: int, minute: int = 0) -> None:
    """Then, before any process has looked."""
    talk.clock.to_next(weekday, hour, minute)


def asked(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Minta info").toast("").hears("keterangan apa")
    talk.budi.replies("Pada halaman mana, Bu?")
    talk.ani.hears("Pada halaman mana")


def answers(talk: Talk) -> None:
    talk.ani.replies("Pada halaman realisasi, Pak", to="Pada halaman mana").hears("sampaikan")
    talk.desk.skip()


def test_who_answers_just_then_is_not_reminded(talk: Talk) -> None:
    asked(talk)
    talk.clock.advance(timedelta(days=9))
    assert overtaken(talk, silence.remind_of_questions, lambda: answers(talk)) == 0
    talk.settle()
    talk.ani.hears_nothing()
    talk.desk.skip()
    talk.reports.skip()


def test_who_is_asked_anew_just_then_has_all_the_time_again(talk: Talk) -> None:
    asked(talk)
    talk.clock.advance(timedelta(days=9))

    def again() -> None:
        answers(talk)
        talk.budi.presses("Minta info").toast("").hears("keterangan apa")
        talk.budi.replies("Sejak kapan, Bu?")
        talk.ani.hears("Sejak kapan")

    assert overtaken(talk, silence.remind_of_questions, again) == 0
    talk.ani.hears_nothing()
    at(talk, MONDAY, 9)
    talk.until(MONDAY, 9)  # the seventh working day since
    talk.ani.hears("masih menunggu jawaban")
    at(talk, FRIDAY, 9)
    assert overtaken(talk, silence.close_by_silence, again) == 0
    assert talk.ticket().status is Status.WAITING
    talk.desk.skip()
    talk.reports.skip()


def test_who_is_erased_just_then_is_no_more_asked_about(talk: Talk) -> None:
    talk.admin("/start").hears("Selamat datang")
    ask(talk)
    talk.clock.advance(timedelta(hours=48))

    def confirmed() -> None:
        confirm(talk)
        talk.ani.hears("sudah dihapus")

    assert overtaken(talk, erasing.remind, confirmed) == 0
    talk.settle()
    talk.admin.hears_nothing()
    talk.desk.hears_nothing()


def test_who_rates_just_then_is_not_asked(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").toast("").hears("Bagaimana pelayanan")
    talk.until(THURSDAY, 8)
    at(talk, FRIDAY, 8)

    def rates() -> None:
        talk.ani.presses("Sangat baik").toast("").room.skip()

    assert overtaken(talk, rating.remind_to_rate, rates) == 0
    talk.ani.hears_nothing()
    talk.desk.skip()


def test_a_verdict_asked_for_of_an_older_note(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.until(THURSDAY, 8)
    at(talk, FRIDAY, 9, 35)

    def anew() -> None:
        talk.ani.presses("Belum selesai").toast("").room.skip()
        talk.ani("Masih gagal menyimpan, Pak").room.skip()
        talk.desk.skip()
        talk.budi.presses("Selesai", on=talk.card()).toast("").hears("catatan penutup")
        talk.budi.replies("Kini sudah kami perbaiki sungguh.")
        talk.ani.hears("Kini sudah kami perbaiki")

    assert overtaken(talk, morning.remind_reporters, anew) == 0
    talk.ani.hears_nothing()
    talk.desk.skip()


def test_a_place_of_a_session_that_is_called_off_just_then(talk: Talk) -> None:
    session_opened(talk, places=1)
    joins(talk.ani).hears("Anda terdaftar")
    talk.burhan("daftar").hears("daftar tunggu")
    with talk.database.unit() as unit:  # as an erasure leaves it
        seat = unit.clinic_seats.of(1, accounts.ANI)
        assert seat is not None
        unit.clinic_seats.leave(seat)

    def called_off() -> None:
        talk.budi("/clinic batal 1 pelatih sakit").hears("dibatalkan").hears("sudah dikabari")

    assert overtaken(talk, clinic.fill_places, called_off) == 0
    talk.burhan.hears("Sesi ini dibatalkan").hears_nothing()


def test_who_gets_a_place_just_then_is_not_told_that_there_is_none(talk: Talk) -> None:
    session_opened(talk, places=1)
    joins(talk.ani).hears("Anda terdaftar")
    talk.burhan("daftar").hears("daftar tunggu")
    talk.until(WEDNESDAY, 9, 1)
    talk.ani.hears("Besok")
    at(talk, THURSDAY, 8, 1)

    def leaves() -> None:
        talk.ani("batal ikut 1").room.skip()
        talk.burhan.hears("Ada tempat untuk Anda")

    overtaken(talk, clinic.remind_participants, leaves)
    talk.settle()
    talk.burhan.hears_nothing()
    talk.ani.room.skip()
    talk.desk.skip()


def test_who_blocks_the_bot_just_then_is_not_invited(talk: Talk) -> None:
    served(talk)
    talk.budi("/survei baru 3 bulan").hears("Survei 1")
    talk.budi("/survei buka 1").hears("Survei dibuka")
    talk.clock.advance(timedelta(minutes=1))
    assert overtaken(talk, survey.invite, talk.burhan.blocks) == 0
    talk.ani.hears("Survei Kepuasan").hears_nothing()
    talk.burhan.hears_nothing()


def test_a_survey_that_is_closed_just_then_ends_once(talk: Talk) -> None:
    survey_opened(talk, talk.ani, days=1)
    at(talk, THURSDAY, 9)

    def closed() -> None:
        talk.budi("/survei tutup 1").hears("ditutup")

    assert overtaken(talk, survey.close_ended, closed) == 0
    talk.desk.hears_nothing()


def test_a_report_that_is_sent_just_then_needs_no_reminder(talk: Talk) -> None:
    as_far_as_check(talk.ani)
    talk.clock.advance(timedelta(hours=1, minutes=1))

    def sends() -> None:
        talk.ani.presses("Kirim").hears("Nomor tiket")
        talk.desk.hears("Keluhan")

    assert overtaken(talk, unsent.remind_of_unsent, sends) == 0
    talk.ani.hears_nothing()


def test_a_reminder_that_leaves_the_calendar_just_then_goes_to_nobody(talk: Talk) -> None:
    known(talk)
    talk.budi(f"/pengingat tambah Kamis 26 November 2026 09.00 | {TEXT}").room.skip()
    talk.budi.presses("Semua orang").toast("")
    talk.budi.presses("Ajukan").toast("Diajukan")
    talk.dewi.presses("Setujui").toast("Disetujui")
    at(talk, THURSDAY, 9)

    def removed() -> None:
        talk.budi("/pengingat hapus 1").hears("dihapus")

    assert overtaken(talk, announcing.send_planned, removed) == 0
    talk.ani.hears_nothing()


def test_an_incident_that_is_over_just_then_is_not_counted_aloud(talk: Talk) -> None:
    talk.budi("/gangguan server BKN mati").hears("Gangguan 1")
    talk.ani("server bkn mati kah").hears("Sedang ada gangguan").room.skip()
    talk.ani.presses("Saya juga").toast("Tercatat")
    talk.budi.presses("Sudah pulih").toast("").hears("Gangguan pulih nomor 1")
    talk.clock.advance(timedelta(hours=1))

    def over() -> None:
        talk.budi.replies("Server BKN sudah hidup lagi, silakan coba.").hears("ditutup")
        talk.ani.hears("Gangguan sudah pulih")

    assert overtaken(talk, incidents.digest, over) == 0
    talk.desk.hears_nothing()


def test_an_answer_for_the_morning_that_is_called_off_just_then(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.wait(hours=9)
    talk.budi.replies("Sudah kami betulkan. //besok", to=talk.card()).hears("Rabu, 25 November")
    at(talk, WEDNESDAY, 8)

    def called_off() -> None:
        talk.dewi.presses("Jangan dikirim").toast("")

    assert overtaken(talk, later.send_due, called_off) == 0
    talk.ani.hears_nothing()
    talk.desk.skip()


def test_nothing_in_hand_and_nothing_to_take_is_no_digest(talk: Talk) -> None:
    talk.dewi("/ringkasan harian").room.skip()
    talk.until(WEDNESDAY, 8)
    talk.dewi.private.hears_nothing()
    talk.desk.hears_nothing()
