"""Announcements of several messages: albums, and words too long for below a photo."""

from __future__ import annotations

from bot.simulator.world import accounts
from tests.talks.announcement_steps import (
    OFF,
    TEXT,
    everybody,
    goes_out,
    known,
    reached,
)
from tests.talks.talk import Talk


def all_see(talk: Talk, photos: int) -> None:
    for voice in (*everybody(talk), talk.admin, talk.dewi.private):
        for _ in range(photos):
            photo = voice.room.hears("").last
            assert photo is not None
            assert photo.file_id is not None
        voice.room.hears("📢 Pengumuman", TEXT, button=OFF)


def test_an_album_goes_along_whole(talk: Talk) -> None:
    known(talk)
    talk.budi("/umumkan").hears("album")
    talk.budi.album(3, TEXT, to="Balas pesan ini")
    talk.wait(seconds=3)
    talk.budi.hears("Begini pengumuman").hears("").hears("").hears("").hears(TEXT)
    talk.desk.hears("draf", button="Ajukan")
    goes_out(talk)
    all_see(talk, 3)


def test_an_album_under_the_command_alone_with_the_bot(talk: Talk) -> None:
    known(talk)
    talk.budi.private.album(2, f"/umumkan {TEXT}")
    talk.wait(seconds=3)
    alone = talk.budi.private
    alone.hears("Begini pengumuman").hears("").hears("").hears(TEXT).hears("draf")


def test_an_album_of_which_the_group_tells_its_first_alone(talk: Talk) -> None:
    known(talk)
    talk.budi.album(2, f"/umumkan {TEXT}")
    talk.wait(seconds=3)
    talk.budi.hears("Begini pengumuman").hears(TEXT).hears(
        "Hanya satu berkas album", "balas kartu"
    )
    talk.desk.hears("draf")
    talk.budi.album(2, TEXT, to="draf")
    talk.wait(seconds=3)
    talk.budi.hears("Begini pengumuman").hears("").hears("").hears(TEXT).hears("draf")
    goes_out(talk)
    all_see(talk, 2)


LONG = ("Panjang sekali. " * 63).strip()


def a_photo_above_its_words(talk: Talk) -> None:
    """In the evening, a minute before nobody is told any more."""
    known(talk)
    talk.until(1, 19, 59)
    talk.desk.skip()
    talk.budi.photo(f"/umumkan {LONG}").hears("Begini").hears_file().hears(LONG)
    talk.desk.hears("Pengumuman 1 · draf")


def test_what_the_evening_parted_goes_on_in_the_morning(talk: Talk) -> None:
    a_photo_above_its_words(talk)
    flood = talk.state.faults.add
    flood("flood", chat=talk.ani.chat, method="sendMessage", times=1, retry_after=120)
    flood("flood", chat=talk.burhan.chat, method="sendMessage", times=1, retry_after=120)
    goes_out(talk)
    for voice in (talk.citra, talk.admin, talk.dewi.private):
        voice.room.hears_file().hears(LONG, button=OFF)
    for voice in (talk.ani, talk.burhan):
        voice.room.hears_file().hears_nothing()
    talk.wait(minutes=3)
    assert reached(talk)[accounts.ANI] == "waiting"
    talk.burhan("ga usah kirim pengumuman lagi").hears("tidak dikirim lagi")
    talk.wait(minutes=1)
    assert "besok pagi" in talk.desk.sees("sedang dikirim").text
    talk.until(2, 8)
    talk.ani.room.hears(LONG, button=OFF).hears_nothing()
    talk.burhan.hears_nothing()
    talk.wait(seconds=30)
    assert "Terkirim: 4 dari 5" in talk.desk.sees("Pengumuman 1 · selesai").text
    talk.expects(dead_sendings=2)


def test_what_waited_over_a_night_of_downtime_goes_once(talk: Talk) -> None:
    a_photo_above_its_words(talk)
    talk.state.faults.add("flood", method="sendPhoto", times=5, retry_after=120)
    goes_out(talk)
    talk.asleep(hours=12, minutes=10).restart().settle()
    for voice in (*everybody(talk), talk.admin, talk.dewi.private):
        voice.room.hears_file().hears(LONG, button=OFF).hears_nothing()
    talk.wait(seconds=30)
    assert "Terkirim: 5 dari 5" in talk.desk.sees("Pengumuman 1 · selesai").text
    talk.expects(dead_sendings=5)


def test_what_comes_along_with_an_album_is_looked_at_too(talk: Talk) -> None:
    known(talk)
    alone = talk.budi.private
    alone.album_with([f"/umumkan {TEXT}", "Kata sandi e-Kinerja: Balangan2026!"])
    talk.wait(seconds=3)
    alone.hears("kata sandi").hears("Belum saya simpan")
    alone.hears("Begini pengumuman").hears_file(TEXT).hears("Hanya satu berkas").hears("draf")


def test_what_nobody_can_be_sent_is_no_announcement(talk: Talk) -> None:
    talk.budi("/umumkan").hears("Balas pesan ini")
    talk.budi.sticker(to="Balas pesan ini").hears("foto, dokumen, atau video")
    talk.budi("/umumkan daftar").hears("Belum ada pengumuman")
