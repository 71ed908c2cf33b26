"""A colleague's ticket: followed, or named in an internal note."""

from __future__ import annotations

from bot.simulator.world import accounts
from tests.talks.steps import STORY, file
from tests.talks.talk import Talk


def test_who_follows_hears_that_something_happened_and_not_what(talk: Talk) -> None:
    talk.dewi.private("/start").hears("Selamat datang")
    file(talk, talk.ani)
    talk.dewi("/ikuti 1").hears("Anda mengikuti EK-2026-00001")
    talk.budi.presses("Ambil", on=talk.card()).toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.dewi.private.hears("EK-2026-00001", "diambil", "Budi Santoso")
    talk.ani.replies("Masih gagal juga pak", to="sedang ditangani").hears("Sudah kami sampaikan")
    talk.desk.hears("Masih gagal")
    talk.dewi.private.hears("pelapor menulis")
    assert talk.dewi.private.room.last is not None
    assert STORY not in talk.dewi.private.room.last.text
    talk.dewi("/ikuti EK-2026-00001").hears("tidak lagi mengikuti")
    talk.budi.replies("Kami cek dulu", to="Status: ")
    talk.ani.hears("Kami cek dulu")
    talk.dewi.private.hears_nothing()
    assert [deed for deed in talk.deeds() if "follow" in deed] == ["follow", "unfollow"]


def test_by_a_button_on_the_card_and_back(talk: Talk) -> None:
    talk.dewi.private("/start").hears("Selamat datang")
    file(talk, talk.ani)
    usual = talk.card().button_words
    for toast in ("Anda mengikuti EK-2026-00001", "tidak lagi mengikuti", "Anda mengikuti"):
        talk.dewi.presses("Lainnya…", on=talk.card()).toast("")
        talk.dewi.presses("Ikuti", on=talk.card()).toast(toast)
        assert talk.card().button_words == usual
    talk.budi.presses("Ambil", on=talk.card()).toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.dewi.private.hears("EK-2026-00001", "diambil", "Budi Santoso")


def test_who_is_named_in_a_note_hears_it_privately(talk: Talk) -> None:
    talk.state.user(accounts.DEWI).username = "dewi_anggraini"
    talk.dewi.private("/start").hears("Selamat datang")
    file(talk, talk.ani)
    talk.budi.replies("// @dewi_anggraini tolong dicek, @tidakada juga", to="Status: ")
    talk.desk.hears("Catatan internal")
    talk.dewi.private.hears("Budi Santoso menyebut Anda di EK-2026-00001", "tolong dicek")
    talk.eko("/ikuti 1").hears("hanya untuk petugas")
    talk.ani.hears_nothing()


def test_a_name_in_a_note_that_reaches_nobody_is_told(talk: Talk) -> None:
    talk.state.user(accounts.ANI).username = "ani_dinkes"
    talk.state.user(accounts.DEWI).username = "dewi_anggraini"
    file(talk, talk.ani)
    talk.dewi.private("/start").hears("Selamat datang")
    talk.budi.replies("// @tidakada, @ani_dinkes atau ani@dinkes.go.id?", to="Status: ")
    talk.desk.hears("Catatan internal", "@tidakada, @ani_dinkes tidak dikenal di antara petugas")
    talk.budi.replies("// @dewi_anggraini dan bot @ekinerja_balangan_bot", to="Status: ")
    talk.desk.hears("Catatan internal")
    assert talk.desk.last is not None
    assert "⚠️" not in talk.desk.last.text
    talk.dewi.private.hears("menyebut Anda")
    many = " ".join(f"@petugas{number}" for number in range(6))
    talk.budi.replies(f"// {many}", to="Status: ")
    talk.desk.hears("@petugas4 tidak dikenal", "@petugas5 tidak diberi tahu: terlalu banyak")


def test_who_has_not_started_the_bot_is_told_how_and_hears_once_they_have(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.dewi("/ikuti 1").hears("Anda mengikuti EK-2026-00001")
    talk.budi.presses("Ambil", on=talk.card()).toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.desk.hears("Dewi Anggraini", "menunggu", "https://t.me/", "Start")
    talk.restart()
    talk.budi.replies("Kami cek dulu", to=talk.card())
    talk.ani.hears("Kami cek dulu")
    talk.desk.hears_nothing()  # said once
    talk.dewi.private("/start")
    heard = [message.text for message in talk.dewi.private.room.all_unheard()]
    assert any("Selamat datang" in text for text in heard)
    assert [text for text in heard if "EK-2026-00001" in text and "dijawab" in text]
    assert not any("diambil" in text for text in heard)  # the newest alone


def test_a_follower_who_is_known_not_to_be_reached_reads_what_to_do_at_once(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.dewi("/ikuti 1").hears("Anda mengikuti")
    talk.dewi.private.blocks()
    talk.dewi("/ikuti 1").hears("tidak lagi mengikuti")
    talk.dewi("/ikuti 1").hears("Supaya kabarnya sampai", "https://t.me/", "Start")
    talk.dewi.presses("Lainnya…", on=talk.card()).toast("")
    talk.dewi.presses("Ikuti", on=talk.card()).toast("tidak lagi")
    talk.dewi.presses("Lainnya…", on=talk.card()).toast("")
    talk.dewi.presses("Ikuti", on=talk.card()).toast("tekan Start")


def test_nobody_is_told_of_their_own_note(talk: Talk) -> None:
    talk.state.user(accounts.BUDI).username = "budi_santoso"
    talk.admin("/start").hears("Selamat datang")
    file(talk, talk.ani)
    talk.budi.replies("// @budi_santoso akan mengecek", to="Status: ").hears("Catatan internal")
    talk.desk.hears_nothing()
    talk.admin.hears_nothing()
