"""Files sent outside any report, and the words under them."""

from __future__ import annotations

from tests.talks.steps import STORY, file
from tests.talks.talk import Talk

CAPTION = "qwrtp zxcvb 0812 3456 7890"


def test_the_words_under_an_album_begin_the_report(talk: Talk) -> None:
    talk.ani.album_with(["lupa kata sandi e-kinerja", "", "ini layarnya"])
    talk.ani.hears("Lupa kata sandi", button="Tanya petugas")
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya simpan", button="Buat laporan")
    talk.ani.hears("Penjelasan di buku").hears_nothing()
    talk.ani.presses("Buat laporan")
    talk.ani.hears("lupa kata sandi e-kinerja\nini layarnya", "3 berkas", "Mohon diperiksa")
    talk.ani.edits("itu layarnya").hears("lupa kata sandi e-kinerja\nitu layarnya", "3 berkas")


def test_the_words_under_a_photo_are_not_told_twice(talk: Talk) -> None:
    talk.ani.photo(CAPTION).hears("belum saya temukan", button="Tanya petugas")
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya simpan")
    talk.ani.presses("Tanya petugas").hears("Mohon diperiksa", f"1 berkas\n\n{CAPTION}\n\n")


def test_the_words_under_a_photo_stand_beside_another_question(talk: Talk) -> None:
    talk.ani.photo("layar saya")
    talk.ani.hears("")
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya simpan")
    talk.ani("harga emas berapa pak").hears("Petugas bisa membantu")
    talk.ani.presses("Tanya petugas").hears("harga emas berapa pak\nlayar saya", "1 berkas")
    talk.ani(STORY).hears(f"harga emas berapa pak\nlayar saya\n{STORY}")


def test_the_words_under_an_album_go_to_the_ticket_with_it(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani.album(2, "qwrtp tambahan").hears("")
    caption = talk.state.messages(talk.ani.chat)[-3]
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya simpan", button="Tambahkan ke EK-2026-00001")
    talk.ani.presses("Tambahkan ke EK-2026-00001").hears("2 berkas sudah kami sampaikan")
    talk.desk.hears("Ani Rahmawati, pelapor", "qwrtp tambahan").hears_file().hears_file()
    talk.ani.edits("qwrtp tambahan kedua", caption).hears("Perbaikan Anda")
    talk.desk.hears("tambahan kedua")


def test_a_photo_waits_no_shorter_for_what_is_said_of_a_ticket(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya terima")
    talk.ani.replies("layar tetap putih", to="Nomor tiket").hears("Sudah kami sampaikan")
    talk.desk.hears("layar tetap putih")
    talk.wait(minutes=30)
    talk.ani("/lapor").hears("Mohon diperiksa", "1 berkas")


def test_politeness_under_a_photo_is_no_story(talk: Talk) -> None:
    talk.ani.photo("mau lapor").hears("Mohon diperiksa", "1 berkas\n\n")


def test_what_was_exchanged_or_put_right_before_it_became_a_report(talk: Talk) -> None:
    talk.ani.photo("layar saya qwrtp")
    talk.wait(seconds=2)
    talk.ani.room.skip()
    talk.ani.edits("layar teman saya zxcvb").room.skip()
    talk.ani.changes("photo")
    talk.ani.room.skip()
    assert talk.ani.said is not None
    newest = talk.state.message(talk.ani.chat, talk.ani.said.message_id).file_id
    talk.ani("/lapor").hears("Mohon diperiksa", "1 berkas", "layar teman saya zxcvb")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("layar teman saya").hears_file()
    with talk.database.reading() as unit:
        (kept,) = unit.attachments.files(talk.ticket().id)
        assert kept.file_id == newest
