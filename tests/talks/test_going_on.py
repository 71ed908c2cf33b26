"""What goes on about the last answer for ten minutes, and what does not."""

from __future__ import annotations

import pytest

from bot.simulator.world import accounts
from tests.talks.talk import Talk

BOT = f"@{accounts.BOT_USERNAME}"
FORGOT = "saya lupa password ekinerja"
NO_MORE = "Penjelasan di buku baru sampai di situ"


def test_words_that_go_on_are_about_what_was_answered(talk: Talk) -> None:
    talk.ani("kode otp salah terus").hears("OTP")
    talk.restart()
    talk.ani("kalau hp nya ganti").hears("Ganti HP", button="Membantu")
    talk.ani("cara isi progres harian").hears("Bagaimana mencatat progres harian")
    talk.ani("wajib?").hears("Apakah progres harian wajib", button="Membantu")
    assert talk.tickets() == 0


def test_they_are_not_after_ten_minutes(talk: Talk) -> None:
    talk.ani("cara isi progres harian").hears("progres harian")
    talk.wait(minutes=11)
    talk.ani("wajib?").hears("Silakan tulis pertanyaannya")


@pytest.mark.parametrize("words", ["jelaskan lagi", "contohnya mana", "kenapa?", "kurang paham"])
def test_the_same_is_not_said_twice(talk: Talk, words: str) -> None:
    talk.ani("siapa yang mengatur Plt di e-kinerja").hears("Plt", button="Membantu")
    talk.ani(words).hears(NO_MORE, "Buku panduan: Bab 10", button="Tanya petugas")
    talk.ani.presses("Baca lagi jawaban tadi").hears("Plt", button="Membantu")


def test_asked_twice_a_person_is_offered(talk: Talk) -> None:
    talk.ani("siapa yang mengatur Plt di e-kinerja").hears("Plt")
    talk.ani("jelaskan lagi").hears(NO_MORE)
    talk.ani("jelaskan lagi").hears("Petugas bisa membantu Anda langsung", button="Tanya petugas")


def test_the_address_is_told_where_the_answer_names_one(talk: Talk) -> None:
    talk.ani(FORGOT).hears("Lupa kata sandi")
    talk.ani("linknya mana").hears("Alamat yang disebut", "asndigital.bkn.go.id")


def test_what_is_near_is_offered_beside_what_was_spoken_of(talk: Talk) -> None:
    talk.ani(FORGOT).hears("Lupa kata sandi")
    talk.ani("kalau pesannya tidak ada").hears(NO_MORE)
    talk.ani("1").hears("belum masuk ke e-mail")


def test_what_is_said_of_the_same_matter_in_full_is_answered(talk: Talk) -> None:
    talk.ani(FORGOT).hears("Lupa kata sandi")
    talk.ani("kalau emailnya tidak aktif gimana").hears("E-mail yang terdaftar sudah mati")


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("tpp", "Maksud Anda"),
        ("lupa password", "Lupa kata sandi"),
        ("kalau mau hapus angka kredit yang salah gimana", "angka kredit"),
        ("apa itu coaching clinic", "Coaching Clinic"),
        ("kalau bikin paspor di mana", "belum saya temukan"),
        ("terima kasih", "Sama-sama"),
        ("halo", "Halo Ani"),
        ("pak", "Silakan tulis pertanyaannya"),
        ("mau lapor", "Ceritakan"),
    ],
)
def test_what_stands_alone_is_not_dragged_into_it(talk: Talk, words: str, heard: str) -> None:
    talk.ani("siapa yang mengatur Plt di e-kinerja").hears("Plt")
    talk.ani(words).hears(heard)


def test_what_the_book_did_not_know_ends_the_topic(talk: Talk) -> None:
    talk.ani(FORGOT).hears("Lupa kata sandi")
    talk.ani("berapa harga beras di pasar paringin").hears("belum saya temukan")
    talk.ani("kenapa?").hears("Petugas bisa membantu Anda langsung")


def test_in_the_group_too(talk: Talk) -> None:
    talk.budi(f"{BOT} login").hears("Maksud Anda")
    assert talk.desk.last is not None
    second = talk.desk.last.button_words[1].rstrip("…")
    talk.budi(f"{BOT} 2").hears(second, "Buku panduan")
    talk.budi(f"{BOT} cara isi progres harian").hears("Bagaimana mencatat progres harian")
    talk.restart()
    talk.budi(f"{BOT} wajib?").hears("Apakah progres harian wajib")
    talk.budi(f"{BOT} jelaskan lagi").hears(NO_MORE, "pesan pribadi")
    talk.budi(f"{BOT} tpp").hears("Maksud Anda")


def test_what_was_read_alone_is_nobodys_business_in_the_group(talk: Talk) -> None:
    talk.budi.private("login").hears("Maksud Anda")
    talk.budi(f"{BOT} 2").hears("Silakan tulis pertanyaannya")
    talk.budi.private("cara isi progres harian").hears("progres harian")
    talk.budi(f"{BOT} wajib?").hears("Silakan tulis pertanyaannya")
    talk.budi(f"{BOT} lupa password").hears("kata sandi")
    talk.dewi(f"{BOT} jelaskan lagi").hears("")
    assert talk.desk.last is not None
    assert "kata sandi" not in talk.desk.last.text


@pytest.mark.parametrize(
    ("words", "heard"), [("makasih banyak min", "Sama-sama"), ("udah bisa min", "Syukurlah")]
)
def test_who_has_thanked_asks_something_new(talk: Talk, words: str, heard: str) -> None:
    talk.ani(FORGOT).hears("Lupa kata sandi")
    talk.ani(words).hears(heard)
    talk.ani("pak cara lihat nilai saya dimana").hears("Maksud Anda")
    assert talk.ani.room.last is not None
    assert not any("kata sandi" in each for each in talk.ani.room.last.button_words)


def test_of_two_matters_what_was_answered_goes_on(talk: Talk) -> None:
    talk.ani("1. lupa password\n2. cara cetak")
    talk.ani.room.skip()
    talk.ani("kenapa?").hears(NO_MORE, "Lupa kata sandi")


def test_what_the_answer_says_of_it_is_quoted(talk: Talk) -> None:
    talk.ani("bagaimana melihat data saya di bot ini?").hears("/data_saya")
    talk.ani("bisa dihapus ga").hears("Di jawaban tadi tertulis", "/hapus_data")
