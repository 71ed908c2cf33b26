"""Pasted formatting, edits that change nothing, quotes, forwarded words, topics and voices."""

from __future__ import annotations

import pytest

from bot.simulator.world import accounts
from tests.talks.steps import STORY, as_far_as_check, as_far_as_files, as_far_as_story, take
from tests.talks.talk import Talk

# pasted formatting


def test_a_pasted_question_is_read(talk: Talk) -> None:
    talk.ani.pastes("# Tanya", "saya *lupa* kata sandi e-Kinerja").hears("sandi")


def test_a_pasted_story_is_a_story(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    talk.ani.pastes("Saat *Simpan* ditekan", "- muncul galat\n- lalu keluar")
    talk.ani.hears("Ada foto layar")
    talk.ani.presses("Lanjut").hears("Saat Simpan ditekan", "• muncul galat", "lalu keluar")
    talk.ani("/batal").hears("dibatalkan")


def test_pasted_words_pass_between_reporter_and_officer(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.pastes("Buka *menu* lalu Profil", to=talk.card())
    talk.ani.hears("Buka menu lalu Profil")
    talk.ani.pastes("Sudah, *tetap* kosong").hears("Sudah kami sampaikan")
    talk.desk.hears("Sudah, tetap kosong")


def test_half_of_a_secret_in_bold_is_still_one(talk: Talk) -> None:
    talk.ani.pastes("kata sandi saya *Banjar*Baru99 tidak bisa masuk")
    talk.ani.hears("🔒").room.skip()


def test_what_is_new_to_us_is_told_what_is_wanted(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    talk.ani.sends("hologram", {"file_id": "a"})
    talk.ani.hears("belum bisa saya baca", "tulis dengan kata-kata")
    talk.ani("/batal").hears("dibatalkan")


# edits


@pytest.mark.parametrize("said", ["/tiket", "apa itu SKP", "terima kasih"])
def test_a_first_reaction_says_nothing(talk: Talk, said: str) -> None:
    talk.ani(said).room.skip()
    talk.ani.reacts().hears_nothing()
    talk.ani.edits(said).hears_nothing()


def test_a_reaction_to_what_the_desk_has_is_not_passed_on(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Layar apa yang muncul?", to=talk.card())
    talk.ani.hears("Layar apa")
    talk.ani("Muncul halaman putih").hears("Sudah kami sampaikan")
    talk.desk.hears("halaman putih")
    talk.ani.reacts("❤").hears_nothing()
    talk.desk.hears_nothing()
    talk.ani.edits("Muncul halaman putih polos").hears("Perbaikan Anda")
    talk.desk.hears("halaman putih polos")
    talk.ani.reacts("👍").hears_nothing()


def test_a_reaction_a_week_later_says_nothing(talk: Talk) -> None:
    talk.ani("/tiket").hears("belum")
    old = talk.ani.said
    talk.wait(days=9)
    for room in (talk.ani.room, talk.desk, talk.reports):
        room.skip()
    talk.ani.reacts(to=old).hears_nothing()


def test_another_photo_in_the_same_message_reaches_the_desk(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Kirim foto layarnya", to=talk.card())
    talk.ani.hears("foto layarnya")
    talk.ani.photo("ini").hears("Sudah kami sampaikan")
    talk.desk.hears("ini").hears_file()
    talk.ani.changes("photo").hears("Perbaikan Anda")
    talk.desk.hears("memperbaiki").hears_file()


def test_another_photo_in_a_report_takes_the_place_of_the_first(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas diterima")
    talk.ani.changes("photo")
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas diterima")
    new = talk.ani.said
    assert new is not None
    talk.ani.presses("Lanjut").hears("Mohon diperiksa")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears(STORY).hears_file()
    assert talk.desk.last is not None
    assert talk.desk.last.file_id == talk.state.message(talk.ani.chat, new.message_id).file_id


# what a message points at


def test_a_quoted_line_stands_above_the_answer(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("1. Sejak kapan?\n2. Sudah ganti browser?\n3. Layar apa?", to=talk.card())
    talk.ani.hears("2. Sudah ganti browser?")
    talk.ani.replies("belum pak, saya coba dulu", quote="2. Sudah ganti browser?")
    talk.ani.hears("Sudah kami sampaikan")
    talk.desk.hears("❝2. Sudah ganti browser?❞\nbelum pak")


def test_the_officers_words_that_are_answered_are_named(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sejak kapan?", to=talk.card())
    talk.ani.hears("Sejak kapan?")
    first = talk.ani.room.last
    talk.budi.replies("Layar apa?", to=talk.card())
    talk.ani.hears("Layar apa?")
    talk.ani.replies("kemarin sore", to=first).hears("Sudah kami sampaikan")
    talk.desk.hears("❝Sejak kapan?❞\nkemarin sore")


def test_what_the_officer_quotes_reaches_the_reporter(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Bagian ini maksudnya?", to=talk.card(), quote="gagal menyimpan")
    talk.ani.hears("❝gagal menyimpan❞", "Bagian ini maksudnya?")


def test_forwarded_words_are_marked_and_order_nothing(talk: Talk) -> None:
    talk.ani.forwards("/batal").hears("pesan terusan tidak saya jalankan")
    as_far_as_check(talk.ani)
    talk.ani.forwards("kirim", "Bu Camat").hears("Mohon diperiksa")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears("Diteruskan dari Bu Camat:", "kirim")


# voices


@pytest.mark.parametrize("kind", ["voice", "video_note", "video", "audio"])
def test_what_is_spoken_reaches_the_officer_and_the_reporter(talk: Talk, kind: str) -> None:
    as_far_as_files(talk.ani)
    talk.ani.attaches(kind)
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas diterima")
    talk.ani.presses("Lanjut").hears("Mohon diperiksa", "1 berkas")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears(STORY).hears_file()
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.budi.attaches(kind, to=talk.card())
    talk.ani.hears_file().hears("lihat berkas di atas")
    talk.ani.attaches(kind).hears("Sudah kami sampaikan")
    talk.desk.hears_file()


# topics


def topic(talk: Talk, chat: int) -> int:
    return talk.world.membership.make_topic(chat, "Laporan")


def threads(talk: Talk, chat: int) -> list[int]:
    """Where the bot's messages in that chat stand, oldest first."""
    return [m.thread for m in talk.state.messages(chat) if m.from_bot]


def test_what_is_asked_in_a_topic_is_answered_there(talk: Talk) -> None:
    thread = topic(talk, accounts.HELPDESK)
    for command in ("/laporan", "/antrian", "/faq"):
        talk.budi(command, thread=thread)
    talk.desk.skip()
    assert set(threads(talk, accounts.HELPDESK)) == {thread}


def test_a_topic_that_is_gone_swallows_nothing(talk: Talk) -> None:
    thread = topic(talk, accounts.HELPDESK)
    with talk.at_once():
        talk.budi("/laporan", thread=thread)
        talk.world.membership.drop_topic(accounts.HELPDESK, thread)
    talk.desk.hears_file().hears("nomor 13 di daftar kabupaten")
    assert set(threads(talk, accounts.HELPDESK)) == {0}


def test_a_private_chat_with_topics_stays_in_one(talk: Talk) -> None:
    thread = topic(talk, accounts.ANI)
    talk.ani("/data_saya", thread=thread)
    talk.ani("/lapor " + STORY, thread=thread)
    talk.ani.room.skip()
    talk.ani.presses("Kirim")
    talk.ani.room.skip()
    talk.desk.hears(STORY)
    talk.budi.replies("Sudah kami periksa.", to=talk.card())
    talk.ani.hears("Sudah kami periksa.")
    assert set(threads(talk, accounts.ANI)) == {thread}


def test_a_mark_alone_makes_no_story(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    talk.ani.forwards("ok").hears("terlalu pendek")
    talk.ani.replies("ini", to=talk.ani.room.sees("Ceritakan"), quote="apa yang muncul")
    talk.ani.hears("terlalu pendek")
    talk.ani("/batal").hears("dibatalkan")


def test_a_question_may_be_about_the_words_that_it_quotes(talk: Talk) -> None:
    talk.ani("jam buka loket perpustakaan di mana").room.skip()
    talk.ani("lupa kata sandi").hears("sandi")
    said = talk.ani.room.last
    assert said is not None
    quote = said.text.split("\n")[0]
    talk.ani.replies("hmm yang begini bagaimana?", to=said, quote=quote).hears("sandi")
