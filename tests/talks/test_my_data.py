"""/data_saya tells everything that is kept of a person, and to nobody else."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.privacy.retention import Kept
from bot.simulator.world import accounts
from storage.tables import Question, Ticket
from tests.talks.clinic_steps import joins, opened
from tests.talks.steps import as_far_as_story, file, resolve
from tests.talks.talk import Talk

SECRET = "pelapor ini sering salah tanggal"


def test_what_is_short_comes_as_a_message(talk: Talk) -> None:
    talk.ani("kode otp tidak masuk").room.skip()
    file(talk, talk.ani)
    talk.budi.replies(f"// {SECRET}", to="Keluhan").hears("Catatan internal")
    talk.budi.replies("Mohon tunggu sebentar ya", to="Keluhan")
    talk.ani.hears("Mohon tunggu sebentar")
    talk.ani("/data_saya").hears(
        *("Ani Rahmawati", "1 tiket", "/hapus_data", "EK-2026-00001", "Mohon tunggu sebentar ya"),
        *("kode otp tidak masuk", "180 hari", "2 tahun", "Pimpinan: hanya jumlah", "Telegram"),
    )
    assert SECRET not in talk.ani.room.story()


def test_what_is_long_comes_as_a_file_that_any_phone_opens(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.room.skip()
    as_far_as_story(talk.ani)
    talk.ani("Draf yang belum selesai saya tulis").hears("Ada foto")
    with talk.database.unit() as unit:
        for number in range(120):
            unit.questions.log(
                accounts.ANI,
                f"pertanyaan nomor {number} é",
                now=talk.clock.now(),
                outcome="silence",  # type: ignore[arg-type]
                entry_id=None,
                nearest_id=None,
                score=0.0,
                runner_up_score=0.0,
            )
    talk.ani("/data_saya").hears("Data Anda", "Pertanyaan: 120").hears_file("berkas ini")
    assert talk.ani.room.last is not None
    sent = talk.state.files.get(talk.ani.room.last.file_id or "")
    text = sent.content.decode("utf-8-sig")
    for words in ("pertanyaan nomor 119 é", "Sudah kami buka kembali.", "Draf yang belum selesai"):
        assert words in text


def test_in_a_group_nobody_is_told_anything(talk: Talk) -> None:
    talk.eko("/data_saya").hears("t.me/")
    talk.ani.hears_nothing()


def test_questions_and_old_tickets_lose_their_words_when_their_time_is_over(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").toast("").hears("Terima kasih")
    talk.ani("kode otp tidak masuk").room.skip()
    keep = talk.resources.privacy.keep
    talk.asleep(days=keep[Kept.QUESTIONS].days - 1).settle()
    for room in (talk.desk, talk.reports):
        room.skip()
    assert talk._count(Question) == 1
    talk.asleep(days=2).settle()
    assert talk._count(Question) == 0
    assert talk.ticket().story
    talk.clock.advance(keep[Kept.TICKETS] - timedelta(days=100))
    talk.settle()
    for room in (talk.desk, talk.reports):
        room.skip()
    assert talk.ticket().story == ""
    assert talk._count(Ticket) == 1
    talk.ani("/tiket 1").hears("Selesai", "masa simpannya habis")
    assert talk.deeds()[-1] == "confirm"


def test_what_was_joined_and_that_no_news_are_wanted_is_told(talk: Talk) -> None:
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    for _ in range(2):
        talk.ani("jangan kirim pengumuman lagi").hears("")
        talk.wait(hours=1)
    talk.ani("/data_saya").hears(
        "COACHING CLINIC (1)", "Menyusun SKP: terdaftar", "sejak 24 Nov 2026 09.30"
    )
