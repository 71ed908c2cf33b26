"""Whatever people send while they complain: one kind and useful answer, and nothing lost."""

from __future__ import annotations

import pytest

from tests.talks.steps import (
    STORY,
    as_far_as_check,
    as_far_as_files,
    as_far_as_story,
    by_steps,
    file,
)
from tests.talks.talk import Talk

STEPS = ("kind", "category", "story", "files", "check")


def test_by_typed_words_alone(talk: Talk) -> None:
    by_steps(talk.ani)
    talk.ani("keluhan").hears("Tentang apa")
    talk.ani("lainnya").hears("Ceritakan")
    talk.ani(STORY).hears("Ada foto layar")
    talk.ani("lanjut").hears("Mohon diperiksa", STORY)
    talk.ani("kirim").hears("EK-2026-00001")
    talk.desk.hears(STORY)
    assert talk.ticket().story == STORY


def test_no_files_can_be_said_in_many_words(talk: Talk) -> None:
    for word in ("tidak ada", "Tidak", "gak ada", "cukup", "Lanjut."):
        as_far_as_files(talk.ani)
        talk.ani(word).hears("Mohon diperiksa")
        talk.ani("/batal").hears("dibatalkan")
    as_far_as_files(talk.ani)
    talk.ani("ada").hears("Ada foto layar")
    talk.ani("tidak jadi ada").hears("Mohon diperiksa")
    talk.ani("Ya, kirim").hears("EK-2026-00001")
    talk.desk.hears(STORY)
    assert talk.ticket().story == STORY


def test_more_words_at_the_check_are_added(talk: Talk) -> None:
    as_far_as_check(talk.ani)
    talk.ani("Ini terjadi sejak hari Senin").hears("Mohon diperiksa", STORY, "sejak hari Senin")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("sejak hari Senin")


@pytest.mark.parametrize("step", STEPS)
def test_cancelling_works_at_every_step(talk: Talk, step: str) -> None:
    as_far_as(talk, step)
    talk.ani("/batal").hears("dibatalkan")
    as_far_as(talk, step)
    talk.ani("batal").hears("dibatalkan")
    as_far_as(talk, step)
    talk.ani.presses("Batal").hears_nothing()
    assert talk.ani.room.sees("dibatalkan")
    talk.ani("/batal").hears("Tidak ada yang sedang berjalan")
    assert talk.tickets() == 0


def as_far_as(talk: Talk, step: str) -> None:
    match step:
        case "kind":
            by_steps(talk.ani)
        case "category":
            by_steps(talk.ani)
            talk.ani.presses("Saran").hears("Tentang apa")
        case "story":
            as_far_as_story(talk.ani)
        case "files":
            as_far_as_files(talk.ani)
        case "check":
            as_far_as_check(talk.ani)


@pytest.mark.parametrize("step", STEPS)
def test_a_restart_at_every_step_loses_nothing(talk: Talk, step: str) -> None:
    as_far_as(talk, step)
    talk.restart()
    match step:
        case "kind":
            talk.ani.presses("Keluhan").hears("Tentang apa")
        case "category":
            talk.ani.presses("Lainnya").hears("Tuliskan saran Anda")
        case "story":
            talk.ani(STORY).hears("Ada foto layar")
        case "files":
            talk.ani.presses("Lanjut").hears("Mohon diperiksa")
        case "check":
            talk.ani.presses("Kirim").hears("EK-2026-00001")
            talk.desk.hears(STORY)


def test_what_nobody_can_read_is_answered_and_the_step_stays(talk: Talk) -> None:
    for step in STEPS:
        as_far_as(talk, step)
        talk.ani.sticker().hears("tombol" if step in {"kind", "category"} else "stiker")
        talk.ani.sends("poll", {"id": "1", "question": "?"})
        talk.ani.hears("tombol" if step in {"kind", "category"} else "jajak pendapat")
        talk.ani("/batal").hears("dibatalkan")


@pytest.mark.parametrize("step", ["kind", "category"])
def test_what_is_told_before_it_is_asked_for_is_kept(talk: Talk, step: str) -> None:
    as_far_as(talk, step)
    question = "Apa yang ingin Anda sampaikan" if step == "kind" else "Tentang apa"
    talk.ani("halo").hears("Halo Ani", question, button="Batal")
    talk.ani("pak").hears("tekan salah satu tombol", question, button="Batal")
    talk.ani(STORY).hears("Sudah saya catat", STORY, question, button="Batal")
    talk.ani.album(3)
    talk.wait(seconds=2)
    talk.ani.hears("Sudah saya catat", STORY, "3 berkas", question).hears_nothing()
    if step == "kind":
        talk.ani.presses("Keluhan").hears("Sudah saya catat", "3 berkas")
    talk.ani.presses("Lainnya").hears("3 berkas diterima", button="Lanjut")
    talk.ani.presses("Lanjut").hears("Mohon diperiksa", STORY, "3 berkas")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears(STORY, "3 berkas").hears_file().hears_file().hears_file()


def test_buttons_of_an_old_draft_are_dead(talk: Talk) -> None:
    as_far_as_check(talk.ani)
    old = talk.ani.room.newest_with("Kirim")
    talk.ani("/batal").hears("dibatalkan")
    as_far_as_check(talk.ani, "Cerita yang lain sama sekali, tentang absen")
    talk.ani.presses("Kirim", on=old).toast("tidak berlaku")
    talk.ani.presses("Batal", on=old).toast("tidak berlaku")
    assert talk.tickets() == 0
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("tentang absen")


def test_a_button_of_last_month_says_so_kindly(talk: Talk) -> None:
    as_far_as_check(talk.ani)
    talk.asleep(days=31).settle()
    talk.reports.skip()
    talk.ani.presses("Kirim").toast("tidak berlaku").hears_nothing()


def test_lapor_while_one_is_open_goes_on_with_it(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani("/lapor").hears("belum terkirim", "/batal").hears("Ada foto", button="Lanjut")
    talk.ani.presses("Lanjut").hears("Mohon diperiksa", STORY)


def test_a_story_of_4096_characters_arrives_whole(talk: Talk) -> None:
    story = ("Saya sudah mencoba menyimpan realisasi berkali-kali. " * 90)[:4096].strip()
    as_far_as_check(talk.ani, story)
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("Saya sudah mencoba").hears("cerita lengkap").hears("cerita lengkap")
    talk.desk.hears_nothing()
    assert talk.ticket().story == story
    rest = [m.text.split("\n\n", 1)[1] for m in talk.state.messages(talk.desk.chat)[1:]]
    assert " ".join(rest).replace(" ", "") == story.replace(" ", "")


def test_a_story_that_tells_nothing_is_asked_for_again(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    for story in ("error", "😭" * 12, "." * 20, "؟؟؟"):
        talk.ani(story).hears("terlalu pendek")
    talk.ani(STORY).hears("Ada foto layar")


def test_nul_and_right_to_left_signs_are_harmless(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    text = "Tombol\x00 simpan \u202egnipmas\u202c tidak \u2066bisa\u2069 ditekan"
    talk.state.push_raw(
        {
            "message": {
                "message_id": 9001,
                "date": talk.state.timestamp(),
                "chat": {"id": talk.ani.chat, "type": "private", "first_name": "A\x00ni"},
                "from": {"id": talk.ani.user, "is_bot": False, "first_name": "\u202eA\x00ni"},
                "text": text,
            }
        },
        talk.ani.chat,
    )
    talk.settle()
    talk.ani.hears("Ada foto layar")
    talk.ani.presses("Lanjut").hears("Tombol simpan gnipmas tidak bisa ditekan")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("Tombol simpan gnipmas")
    assert "\x00" not in talk.ticket().story


def test_markup_in_name_and_story_stays_letters(talk: Talk) -> None:
    talk.state.user(talk.ani.user).first_name = "<b>&"
    story = "Kolom <b>tebal</b> & </blockquote> <a href='tg://user?id=1'>hilang</a>"
    file(talk, talk.ani, story)
    assert story in talk.card().text
    assert "Dari: <b>& Rahmawati" in talk.card().text


def test_a_sticker_or_voice_out_of_the_blue(talk: Talk) -> None:
    talk.ani.sticker().hears("stiker", "/lapor")
    for kind, called in (("voice", "Pesan suara"), ("audio", "Berkas suara")):
        talk.ani.attaches(kind)
        talk.wait(seconds=2)
        talk.ani.hears(called, "belum bisa mendengarkannya", button="Buat laporan")


def test_what_telegram_itself_puts_into_a_chat_is_no_question(talk: Talk) -> None:
    things: list[dict[str, object]] = [
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
        {"chat_background_set": {"type": {"type": "a newer kind"}}},
    ]
    talk.ani("/start").hears("Selamat datang")
    for opened in (False, True):
        if opened:
            as_far_as_story(talk.ani)
        for number, thing in enumerate(things):
            push(talk, 9001 + number, thing)
            talk.ani.hears_nothing()
    talk.ani(STORY).hears("Ada foto layar")
    push(talk, 9101, {"hologram": {"file_id": "a"}})
    talk.ani.hears("kiriman itu belum bisa saya baca", "tulis dengan kata-kata")


def push(talk: Talk, message_id: int, content: dict[str, object]) -> None:
    who = {"id": talk.ani.user, "is_bot": False, "first_name": "Ani", "last_name": "Rahmawati"}
    message = {
        "message_id": message_id,
        "date": talk.state.timestamp(),
        "chat": {"id": talk.ani.chat, "type": "private", "first_name": "Ani"},
        "from": who,
    }
    talk.state.push_raw({"message": message | content}, talk.ani.chat)
    talk.settle()


def test_the_story_corrected_before_it_is_sent(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani.edits(STORY + " sejak Senin").hears_nothing()
    talk.ani.presses("Lanjut").hears("sejak Senin")
    talk.ani.edits(STORY + " sejak Selasa").hears("Mohon diperiksa", "sejak Selasa")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("sejak Selasa")


def test_correcting_one_message_keeps_the_words_of_the_others(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    first = talk.ani.said
    talk.ani("Komputer kantor memakai Windows 7").hears("Ditambahkan")
    talk.ani.edits("Komputer kantor memakai Windows 10").hears_nothing()
    talk.ani.edits("Realisasi Oktober tidak bisa disimpan", first).hears_nothing()
    talk.ani.presses("Lanjut").hears("Realisasi Oktober", "Windows 10")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("Realisasi Oktober", "Windows 10")


def test_the_story_corrected_after_it_was_sent_reaches_the_desk(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    story = talk.ani.said
    talk.ani.presses("Lanjut").hears("Mohon diperiksa")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears(STORY)
    talk.ani.edits("x", story).hears("tetap seperti semula", "lebih lengkap")
    talk.desk.hears_nothing()
    talk.ani.edits(STORY + ", bulan November", story).hears("Perbaikan Anda kami sampaikan")
    talk.desk.hears("memperbaiki pesannya", "bulan November")


def test_a_correction_finds_its_ticket_while_another_report_is_begun(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    story = talk.ani.said
    talk.ani.presses("Lanjut").hears("Mohon diperiksa")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears(STORY)
    as_far_as_story(talk.ani)
    talk.ani.edits(STORY + ", bulan November", story).hears("Perbaikan Anda kami sampaikan")
    talk.desk.hears("memperbaiki pesannya", "bulan November")


@pytest.mark.parametrize("words", ["Keluhan pak", "mau keluhan min", "KELUHAN!"])
def test_a_kind_is_a_kind_however_politely_it_is_named(talk: Talk, words: str) -> None:
    by_steps(talk.ani)
    talk.ani(words).hears("Keluhan", "Tentang apa")
    assert talk.ani.room.last is not None
    assert "Sudah saya catat" not in talk.ani.room.last.text


def test_two_kinds_are_neither_a_choice_nor_a_story(talk: Talk) -> None:
    by_steps(talk.ani)
    talk.ani("kritik dan saran").hears("tekan salah satu tombol", button="Kritik")
    talk.ani.photo("kritik & saran")
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas", "Apa yang ingin", button="Kritik")
    assert talk.ani.room.last is not None
    assert "saran" not in talk.ani.room.last.text
    talk.ani("permintaan informasi pak").hears("Permintaan informasi", "Tentang apa")
