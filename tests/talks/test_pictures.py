"""Pictures of an error screen, which are questions; read by Tesseract itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from bot.simulator.world import accounts
from bot.wire.ports import NotFetched
from faq.pictures import reader
from handlers.resources import Resources
from storage.tables import Outcome, Question
from tests.support.screens import note
from tests.talks.steps import file
from tests.talks.talk import Talk

ERROR = note("Request failed with status code 419")
SAID = "Saya membaca: 'Request failed with status code 419'"
HALF = note("Gagal memuat halaman")
NOTHING = note("")
NIP = "198501012010011001"


class Files:
    """Telegram's, by their id; what was asked for is counted."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self.away = 0
        self.asked: list[str] = []

    def __call__(self, file_id: str) -> bytes:
        self.asked.append(file_id)
        if self.away:
            self.away -= 1
            raise NotFetched(later=True)
        return self._talk.state.files.get(file_id).content


READ_ONCE = cache(reader.read)  # by Tesseract, which would take most of these tests' time


@pytest.fixture
def talk(
    database_url: str,
    resources: Resources,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Talk]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    monkeypatch.setattr(reader, "read", READ_ONCE)
    talk = Talk(database_url, resources, restless=request.config.getoption("restart"))
    talk.resources = replace(resources, fetch=Files(talk))
    yield talk.restart()
    talk.stop()


def files_of(talk: Talk) -> Files:
    assert isinstance(talk.resources.fetch, Files)
    return talk.resources.fetch


def questions(talk: Talk) -> list[Question]:
    with talk.database.reading() as unit:
        return unit.questions.of(talk.ani.user)


@pytest.mark.parametrize("caption", [None, "ini kenapa pak", "min tolong", "muncul error ini"])
def test_what_stands_on_it_is_answered(talk: Talk, caption: str | None) -> None:
    talk.ani.shows(ERROR, caption=caption).hears(SAID, "sesi masuk", button="Membantu")
    talk.wait(seconds=3)
    talk.ani.hears_nothing()
    assert [asked.text for asked in questions(talk)] == ["Request failed with status code 419"]


def test_a_picture_sent_as_a_file_is_read_as_well(talk: Talk) -> None:
    talk.ani.shows(ERROR, kind="document").hears(SAID)


def test_the_officer_is_shown_the_picture_with_its_words(talk: Talk) -> None:
    talk.ani.shows(ERROR, caption="ini kenapa pak").hears(SAID)
    talk.ani.presses("Tanya petugas")
    talk.ani.hears("Request failed with status code 419", "ini kenapa pak", "1 berkas")


def test_where_it_is_doubtful_they_are_asked(talk: Talk) -> None:
    talk.ani.shows(HALF).hears("Saya membaca: 'Gagal memuat halaman", "', benar?", button="Ya")
    assert [asked.outcome for asked in questions(talk)] == [Outcome.SUGGESTIONS]
    talk.ani.presses("Ya").hears("Maksud Anda", button="Bukan itu, tanya petugas")
    talk.ani.presses("Bukan itu, tanya petugas").hears("Gagal memuat halaman", "1 berkas")


def test_two_troubles_on_one_screen_and_a_yes_in_words(talk: Talk) -> None:
    picture = note("SKP belum disetujui", "", "Kode verifikasi tidak valid")
    talk.ani.shows(picture).hears("benar?", button="Ya")
    talk.ani("ya").hears("Buku panduan", button="Membantu")


def test_it_was_read_wrongly(talk: Talk) -> None:
    message = talk.ani.shows(HALF).hears("benar?", button="Bukan").room.last
    talk.ani.presses("Bukan").hears("Mohon tulis pesan kesalahannya", button="Buat laporan")
    talk.ani.forges(f"read:{questions(talk)[0].id}:1", on=message).hears_nothing()
    talk.ani.presses("Buat laporan").hears("1 berkas", "Mohon diperiksa")


def test_who_is_doubtful_asks_an_officer(talk: Talk) -> None:
    talk.ani.shows(HALF).hears("benar?", button="Tanya petugas")
    talk.ani.presses("Tanya petugas").hears("Gagal memuat halaman", "1 berkas")


def test_nothing_is_read(talk: Talk) -> None:
    talk.ani.shows(NOTHING).hears("tidak terbaca", "tulis pesan itu", button="Buat laporan")
    talk.ani.presses("Buat laporan").hears("1 berkas")


def test_what_is_no_picture_is_not_read(talk: Talk) -> None:
    talk.ani.shows(b"\xff\xd8\xff no picture").hears("tidak terbaca")
    talk.ani.document()
    talk.wait(seconds=2)
    talk.ani.hears("tidak bisa membaca isinya")


def test_of_what_stands_beside_it_nothing_is_kept(talk: Talk) -> None:
    picture = note("BUDI SANTOSO", NIP, "Kata sandi: Rahasia99x", f"NIP {NIP} tidak ditemukan")
    talk.ani.shows(picture).hears("Saya membaca: 'NIP [NIP] tidak ditemukan'")
    (asked,) = questions(talk)
    assert asked.text == "NIP [NIP] tidak ditemukan"
    said = talk.room(talk.ani.chat).story()
    assert not any(word in said for word in (NIP, "BUDI", "Rahasia99x"))


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (f"NIP {NIP} a.n. SITI AMINAH tidak ditemukan", "NIP [NIP] a.n. [nama] tidak ditemukan"),
        (
            "Data Siti Aminah tidak ditemukan di referensi",
            "Data [nama] tidak ditemukan di referensi",
        ),
    ],
)
def test_whose_name_an_error_tells_is_not_kept(talk: Talk, line: str, kept: str) -> None:
    talk.ani.shows(note(line)).hears(f"Saya membaca: '{kept}'")
    (asked,) = questions(talk)
    assert asked.text == kept
    assert "aminah" not in talk.room(talk.ani.chat).story().lower()


def test_words_that_ask_something_go_first(talk: Talk) -> None:
    talk.ani.shows(ERROR, caption="lupa kata sandi e-kinerja").hears("Lupa kata sandi")
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya simpan").hears_nothing()
    assert files_of(talk).asked == []


def test_where_the_book_does_not_know_the_words_the_picture_may_help(talk: Talk) -> None:
    talk.ani.shows(ERROR, caption="qwrtp zxcvb").hears("belum saya temukan")
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya simpan").hears(SAID)
    talk.ani.shows(NOTHING, caption="qwrtp zxcvb lagi").hears("")
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya simpan").hears_nothing()


def test_of_an_album_the_first_that_says_something(talk: Talk) -> None:
    talk.ani.shows(NOTHING, ERROR, HALF, NOTHING, ERROR)
    talk.wait(seconds=3)
    talk.ani.hears(SAID).hears_nothing()
    assert len(files_of(talk).asked) == 2
    talk.ani.presses("Tanya petugas").hears("5 berkas")


def test_it_may_belong_to_the_ticket(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani.shows(ERROR).hears(SAID, button="Tambahkan ke EK-2026-00001")
    talk.ani.presses("Tambahkan ke EK-2026-00001").hears("sudah kami sampaikan")
    talk.desk.hears_file()


def test_no_more_a_day_than_anybody_needs(talk: Talk) -> None:
    limits = replace(talk.resources.limits, files_a_day=1)
    talk.resources = replace(talk.resources, limits=limits)
    talk.restart()
    talk.ani.shows(ERROR).hears(SAID)
    talk.ani.shows(ERROR)
    talk.wait(seconds=2)
    talk.ani.hears("tidak bisa membaca isinya", button="Buat laporan")
    talk.clock.advance(timedelta(days=1))
    talk.ani.shows(ERROR).hears(SAID)


def test_telegram_is_away_for_a_moment(talk: Talk) -> None:
    files_of(talk).away = 1
    talk.ani.shows(ERROR).hears_nothing()
    talk.restart().wait(seconds=2)
    talk.ani.hears(SAID).hears_nothing()


def test_telegram_stays_away(talk: Talk) -> None:
    files_of(talk).away = 3
    talk.ani.shows(ERROR).hears_nothing()
    talk.wait(seconds=2).wait(seconds=6)
    talk.ani.hears("tidak terbaca", button="Buat laporan").hears_nothing()


def test_in_a_group_it_is_read_where_the_bot_is_called(talk: Talk) -> None:
    talk.budi.shows(ERROR).hears_nothing()
    talk.budi.shows(ERROR, caption=f"@{accounts.BOT_USERNAME} ini kenapa ya")
    talk.desk.hears("Saya membaca").hears("sesi masuk")
    talk.budi.shows(NOTHING, caption=f"@{accounts.BOT_USERNAME}").hears("tidak terbaca")


def test_without_tesseract_all_is_as_it_was(talk: Talk) -> None:
    talk.resources = replace(talk.resources, fetch=None)
    talk.restart().ani.shows(ERROR)
    talk.wait(seconds=2)
    talk.ani.hears("tidak bisa membaca isinya", button="Buat laporan")


def test_a_doubtful_picture_beside_words_asks_nothing_more(talk: Talk) -> None:
    talk.ani.shows(HALF, caption="qwrtp zxcvb harga beras").hears("belum saya temukan")
    talk.wait(seconds=3)
    talk.ani.hears("Berkasnya saya simpan").hears_nothing()


def test_read_right_it_is_answered_as_if_it_had_been_asked(talk: Talk) -> None:
    picture = note("SKP belum disetujui", "", "Kode verifikasi tidak valid")
    talk.ani.shows(picture).hears("benar?", button="Ya")
    talk.ani.presses("Ya").hears("Buku panduan", button="Membantu")
    assert len(questions(talk)) == 1


def test_read_right_and_unknown_it_is_an_officers(talk: Talk) -> None:
    talk.ani.shows(note("Gagal memuat modul zxcvb")).hears("benar?", button="Ya")
    talk.ani.presses("Ya").hears("belum", button="Tanya petugas")
