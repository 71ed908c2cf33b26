"""A ticket noted down comes to the Telegram user it belongs to: asked, then shown."""

from __future__ import annotations

import pytest

from bot.rules.ticket import Status
from bot.simulator.world import accounts
from tests.talks.steps import ABUSE, as_far_as_check, file
from tests.talks.talk import Talk
from tests.talks.test_noting import STORY, note

ASKED = "Apakah tiket EK-2026-00001 milik Anda?"


def meets(talk: Talk) -> None:
    """Ani has started the bot, and an officer has noted something down for somebody."""
    talk.state.user(accounts.ANI).username = "ani_rahma"
    talk.ani("/start").hears("Selamat datang")
    note(talk)


def asks(talk: Talk) -> None:
    meets(talk)
    talk.budi("/catat EK-2026-00001 @ani_rahma").hears("sedang ditanya")
    said = talk.ani.hears(ASKED, "telepon", button="Ya, milik saya").room.last
    assert said is not None
    assert STORY not in said.text
    assert "Siti" not in said.text


def links(talk: Talk) -> None:
    asks(talk)
    talk.ani.presses("Ya, milik saya").toast("")
    assert STORY in talk.ani.room.sees("sekarang ada di daftar Anda").text
    talk.desk.hears("EK-2026-00001", "terhubung ke Telegram Ani")


def test_from_then_on_it_is_a_ticket_like_any_other(talk: Talk) -> None:
    links(talk)
    assert talk.ticket().reporter_id == accounts.ANI
    assert "Saluran: telepon" in talk.card().text
    assert "kabari pelapor sendiri" not in talk.card().text
    assert "Minta info" in talk.card().button_words
    talk.budi.presses("Ambil", on=talk.card()).toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.restart()
    talk.ani.replies("Sampai sekarang belum bisa", to="sedang ditangani").hears("Sudah kami")
    talk.desk.hears("belum bisa")
    talk.ani("/tiket").hears("EK-2026-00001")
    assert talk.deeds() == ["file", "link", "take", "answer"]


def test_from_the_card_by_a_reply_to_the_prompt(talk: Talk) -> None:
    meets(talk)
    talk.budi.presses("Lainnya…", on=talk.card()).toast("")
    talk.budi.presses("Hubungkan Telegram", on=talk.card()).hears("siapa di Telegram")
    talk.budi.replies("Bu Siti yang itu").hears("@nama_penggunanya")
    talk.budi.replies("@tidak_ada").hears("belum pernah berbicara", "https://t.me/")
    talk.budi.replies("@ani_rahma", to="siapa di Telegram").hears("sedang ditanya")
    talk.ani.hears(ASKED)


def test_by_the_number_of_another_ticket_of_theirs(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi("/catat WhatsApp Ani: masih tidak bisa masuk juga sejak kemarin")
    talk.desk.skip()
    talk.budi("/catat EK-2026-00002 @ani").hears("belum pernah")
    talk.budi.presses("Lainnya…", on=talk.card(2)).toast("")
    talk.budi.presses("Hubungkan Telegram", on=talk.card(2)).hears("siapa di Telegram")
    talk.budi.replies("EK-2026-00001").hears("sedang ditanya")
    talk.ani.hears("Apakah tiket EK-2026-00002 milik Anda?")


def test_an_anonymous_ticket_finds_nobody(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani("Layar putih sejak kemarin pagi, tidak bisa menyimpan").hears("Mohon diperiksa")
    talk.ani.presses("☐ Anonim").toast("")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.budi("/catat telepon Bu Siti: lupa kata sandi sejak kemarin pagi")
    talk.desk.skip()
    talk.budi.presses("Lainnya…", on=talk.card(2)).toast("")
    talk.budi.presses("Hubungkan Telegram", on=talk.card(2)).hears("siapa di Telegram")
    talk.budi.replies("EK-2026-00001").hears("anonim")
    talk.ani.hears_nothing()


def test_a_no_shows_nothing_and_the_desk_is_told(talk: Talk) -> None:
    asks(talk)
    question = talk.ani.room.newest_with("Ya, milik saya")
    talk.ani.presses("Bukan milik saya").toast("")
    talk.ani.room.sees("tidak ada yang ditampilkan")
    talk.desk.hears("bukan miliknya")
    assert talk.ticket().reporter_id < 0
    assert talk.deeds() == ["file"]
    talk.ani.forges("mine:1:1", on=question).toast("tidak berlaku")


@pytest.mark.parametrize("by_officer", [True, False])
def test_a_wrong_link_is_undone_and_its_words_are_taken_back(talk: Talk, by_officer: bool) -> None:
    links(talk)
    talk.budi.replies("Sandi Ibu sudah kami setel ulang", to=talk.card())
    talk.ani.hears("setel ulang")
    talk.budi.photo("Ini layar akun Ibu", to=talk.card())
    sent = talk.ani.hears_file("").room.last
    assert sent is not None
    picture = sent.file_id
    assert picture is not None
    talk.ani.room.skip()
    if by_officer:
        talk.budi.presses("Lainnya…", on=talk.card()).toast("")
        talk.budi.presses("Lepas dari Telegram", on=talk.card()).toast("tidak lagi terhubung")
    else:
        talk.ani.presses("Bukan milik saya", on=talk.ani.room.newest_with("Bukan milik saya"))
    talk.ani.hears("tidak lagi terhubung")
    talk.desk.hears("tidak lagi terhubung ke Telegram Ani")
    assert talk.ticket().reporter_id < 0
    assert "Dari: Bu Siti" in talk.card().text
    assert "kabari pelapor sendiri" in talk.card().text
    shown = [message for message in talk.state.messages(accounts.ANI) if message.from_bot]
    told = (STORY, "setel ulang", "layar akun")
    assert not any(each in message.text for message in shown for each in told)
    assert picture not in {message.file_id for message in shown}
    talk.budi.presses("Selesai", on=talk.card()).hears("catatan penutup")
    talk.budi.replies("Sandi sudah disetel ulang di kantor.").hears_nothing()
    talk.ani.hears_nothing()
    assert talk.ticket().status is Status.RESOLVED
    assert talk.deeds() == ["file", "link", "reply", "reply", "unlink", "resolve"]


def test_whoever_is_asked_anew_counts_alone(talk: Talk) -> None:
    asks(talk)
    talk.state.user(accounts.BURHAN).username = "burhan_b"
    talk.burhan("/start").hears("Selamat datang")
    talk.budi("/catat EK-2026-00001 @burhan_b").hears("Burhan", "sedang ditanya")
    talk.burhan.hears(ASKED)
    talk.ani.presses("Ya, milik saya").toast("tidak berlaku")
    talk.burhan.presses("Ya, milik saya").toast("")
    assert talk.ticket().reporter_id == accounts.BURHAN
    talk.budi("/catat EK-2026-00001 @ani_rahma")
    talk.desk.hears("terhubung ke Telegram Burhan")
    talk.desk.hears("sudah memakai bot")


def test_not_to_oneself_and_only_by_officers(talk: Talk) -> None:
    meets(talk)
    talk.state.user(accounts.BUDI).username = "budi_s"
    talk.budi("/catat EK-2026-00001 @budi_s").hears("mintalah rekan")
    talk.eko("/catat EK-2026-00001 @ani_rahma").hears("hanya untuk petugas")
    talk.ani.hears_nothing()


def test_who_has_not_started_the_bot_is_asked_once_they_have(talk: Talk) -> None:
    meets(talk)
    talk.ani.blocks()
    talk.desk.skip()
    talk.budi("/catat EK-2026-00001 @ani_rahma").hears("sedang ditanya")
    talk.desk.hears("belum sampai", "https://t.me/", "Start")
    talk.ani.unblocks()
    talk.ani.hears(ASKED)


def test_what_was_split_off_goes_along_and_back(talk: Talk) -> None:
    links(talk)
    talk.budi.presses("Lainnya…", on=talk.card()).toast("")
    talk.budi.presses("Pecah", on=talk.card()).hears("hal kedua")
    talk.budi.replies("TPP bulan ini juga belum cair")
    talk.desk.skip()
    talk.ani.hears("EK-2026-00002")
    talk.budi.presses("Lainnya…", on=talk.card(2)).toast("")
    talk.budi.presses("Lepas dari Telegram", on=talk.card(2)).toast("tidak lagi terhubung")
    talk.ani.hears("EK-2026-00002 tidak lagi terhubung")
    talk.desk.hears("tidak lagi terhubung")
    assert talk.ticket(2).reporter_id < 0
    assert talk.ticket(1).reporter_id == accounts.ANI


def test_two_taps_say_no_once(talk: Talk) -> None:
    asks(talk)
    asked = talk.ani.room.last
    with talk.at_once():
        for _ in range(2):
            talk.ani.presses("Bukan milik saya", on=asked)
    talk.toasts.clear()
    talk.desk.hears("EK-2026-00001", "bukan").hears_nothing()
    assert talk.ticket().is_noted_down


def test_by_the_number_of_what_no_group_hears_of_nobody_is_found(talk: Talk) -> None:
    talk.admin("/start").hears("")
    note(talk)
    as_far_as_check(talk.burhan, ABUSE, send=False)
    talk.burhan.presses("Jalur pengawasan").toast("")
    talk.burhan.presses("Kirim").hears("EK-2026-00002")
    talk.admin.hears(ABUSE)
    talk.budi.presses("Lainnya…", on=talk.card()).toast("")
    talk.budi.presses("Hubungkan Telegram", on=talk.card()).hears("siapa di Telegram")
    talk.budi.replies("EK-2026-00002").hears("tidak ditemukan")
    talk.burhan.hears_nothing()


def test_who_can_confirm_by_now_confirms_alone(talk: Talk) -> None:
    """An officer was about to write how the reporter had agreed."""
    meets(talk)
    talk.budi.presses("Ambil", on=talk.card()).toast("Anda ambil")
    talk.budi.presses("Selesai", on=talk.card()).hears("catatan penutup")
    talk.budi.replies("Sandi sudah disetel ulang di kantor.").hears_nothing()
    prompt = (
        talk.budi.presses("Pelapor setuju", on=talk.card()).hears("bagaimana pelapor").room.last
    )
    talk.budi("/catat EK-2026-00001 @ani_rahma").hears("sedang ditanya")
    talk.ani.hears(ASKED).presses("Ya, milik saya").toast("")
    talk.desk.hears("terhubung ke Telegram Ani")
    talk.budi.replies("Lewat telepon siang ini", to=prompt).hears("sudah memakai bot")
    assert talk.ticket().status is Status.RESOLVED


def test_what_they_wrote_themselves_stays_theirs(talk: Talk) -> None:
    links(talk)
    talk.ani.replies("Sampai sekarang belum bisa", to="ada di daftar Anda").hears("Sudah kami")
    talk.desk.hears("belum bisa")
    talk.budi.presses("Lainnya…", on=talk.card()).toast("")
    talk.budi.presses("Lepas dari Telegram", on=talk.card()).toast("tidak lagi terhubung")
    talk.ani.hears("EK-2026-00001")
    talk.desk.skip()
    shown = talk.ani.room.story()
    assert STORY not in shown
    assert "Sampai sekarang belum bisa" in shown
    assert talk.ticket().is_noted_down
