"""A reporter and their officer talk in plain words, pressing no button."""

from __future__ import annotations

import pytest

from tests.talks.steps import file, resolve, take
from tests.talks.talk import Talk
from tests.talks.test_several_tickets import ABSENCE, OTP

BOOK = "cara reset kata sandi"


def speaks(talk: Talk, words: str, on: str = "Status: ") -> None:
    talk.budi.replies(words, to=on)
    talk.ani.hears(words)
    talk.desk.skip()


# Not there after the end.


@pytest.mark.parametrize(
    "words", ["masih blm ada bu", "kada ada jua pang", "kosong min", "eh fotonya hilang lagi"]
)
def test_what_is_not_there_yet_opens_it_and_is_told(talk: Talk, words: str) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani(words).hears("kami buka lagi", "sudah kami sampaikan")
    assert talk.ticket().status == "taken"
    talk.desk.hears("belum selesai").hears(words)


@pytest.mark.parametrize(
    "words", ["EK-2026-00001 belum beres", "tolong dibuka lagi laporan saya yg tadi"]
)
def test_the_wish_alone_opens_it(talk: Talk, words: str) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani(words).hears("kami buka lagi", "Apa yang belum selesai?")
    talk.desk.hears("belum selesai").hears_nothing()
    assert talk.ticket().status == "taken"


@pytest.mark.parametrize("words", ["sudah ada, terima kasih", "alhamdulillah (sudah muncul)"])
def test_what_is_there_now_closes_it(talk: Talk, words: str) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani(words).hears("kami tutup")
    assert talk.ticket().status == "closed"


@pytest.mark.parametrize("words", ["sudah muncul tapi jam nya salah", "masih ada bu"])
def test_what_may_be_both_is_told_and_asked_about(talk: Talk, words: str) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani(words).hears("Sudah kami sampaikan", button="Belum selesai")
    talk.desk.hears(words)
    assert talk.ticket().status == "resolved"


def test_what_is_there_no_more_is_asked_about(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani("sudah tidak ada lagi bu").hears("tentang EK-2026-00001", button="Belum selesai")
    assert talk.ticket().status == "resolved"


# Opened again in words.


def closed(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.desk.skip()


@pytest.mark.parametrize("again", ["buka lagi", "tolong dibuka kembali", "iya"])
def test_words_to_the_button_are_as_the_button(talk: Talk, again: str) -> None:
    closed(talk)
    talk.ani("belum ternyata pak, baru separo").hears("EK-2026-00001", button="Buka lagi")
    talk.ani(again).hears("kami buka lagi")
    talk.desk.hears("belum selesai").hears("baru separo")
    assert talk.ticket().status == "taken"


def test_the_button_takes_along_what_was_said(talk: Talk) -> None:
    closed(talk)
    talk.ani("belum ternyata pak, baru separo").hears("EK-2026-00001", button="Buka lagi")
    talk.ani.presses("Buka lagi").hears("kami buka lagi")
    talk.desk.hears("belum selesai").hears("baru separo")


@pytest.mark.parametrize("words", ["buka lagi tiketnya", "buka lagi", "pak ini ga bisa lagi"])
def test_it_is_offered_after_the_end(talk: Talk, words: str) -> None:
    closed(talk)
    talk.ani(words).hears("EK-2026-00001", button="Buka lagi")
    assert talk.ticket().status == "closed"


def test_a_question_behind_the_offer_is_a_question(talk: Talk) -> None:
    closed(talk)
    talk.ani("buka lagi tiketnya").hears("EK-2026-00001", button="Buka lagi")
    talk.ani(BOOK).hears("ASN Digital")
    talk.ani("iya").room.skip()
    assert talk.ticket().status == "closed"
    talk.desk.hears_nothing()


def test_batal_behind_the_offer_throws_nothing_away(talk: Talk) -> None:
    closed(talk)
    talk.ani("buka lagi tiketnya").hears("EK-2026-00001", button="Buka lagi")
    talk.ani("/batal").hears("Tidak ada yang sedang berjalan")
    talk.ani("iya").room.skip()
    assert talk.ticket().status == "closed"


def test_what_was_withdrawn_is_opened_by_words(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani("batalkan laporan saya").hears("menarik", button="Tarik EK-2026-00001")
    talk.ani.presses("Tarik EK-2026-00001").hears("Anda tarik")
    talk.ani("eh jangan dibatalin deh").hears("kami buka lagi")
    assert talk.ticket().status != "withdrawn"
    talk.desk.hears("menarik").hears("membuka lagi").hears_nothing()


# Withdrawn or not.


@pytest.mark.parametrize("words", ["eh jangan dibatalin deh", "gak jadi batal"])
def test_what_is_not_withdrawn_goes_on(talk: Talk, words: str) -> None:
    file(talk, talk.ani)
    talk.ani("batalkan laporan saya").hears("menarik", button="Tarik EK-2026-00001")
    talk.ani(words).hears("tetap berjalan", "EK-2026-00001")
    assert talk.ticket().status == "open"


def test_what_an_officer_may_have_asked_is_told_them(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    speaks(talk, "Pengajuannya saya batalkan dulu ya bu")
    talk.ani("jangan dibatalin deh pak").hears("Sudah kami sampaikan")
    talk.desk.hears("jangan dibatalin")


# To the officer who has just written.


@pytest.mark.parametrize(
    ("officer", "words"),
    [
        ("Pak, TPP September masih proses", "oh kira2 kapan pak?"),
        ("Pak, coba ganti browser", "ganti browser itu gimana pak?"),
        ("Sudah dicek bu?", "bentar pak saya lagi rapat"),
        ("Silakan dicek lagi", "oh iya sudah bisa alhamdulillah terima kasih"),
        ("Silakan dicek lagi", "jam nya salah"),
    ],
)
def test_it_is_the_officers(talk: Talk, officer: str, words: str) -> None:
    take(talk, talk.ani, talk.budi)
    speaks(talk, officer)
    talk.ani(words).hears("Sudah kami sampaikan")
    talk.desk.hears(words)


def test_thanks_and_what_is_clearly_a_question_are_not(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    speaks(talk, "Silakan dicek lagi")
    talk.ani("makasih pak").hears("Sama-sama")
    talk.ani("assalamualaikum pak").hears("Halo")
    talk.ani(BOOK).hears("ASN Digital", button="Sampaikan ke EK-2026-00001")
    talk.ani("laporan saya sampai mana").hears("EK-2026-00001")
    talk.desk.hears_nothing()


def two_speak(talk: Talk) -> None:
    for story in (OTP, ABSENCE):
        file(talk, talk.ani, story)
    talk.ani.room.skip()
    speaks(talk, "Jam HP-nya sudah cocok bu?", on=OTP)
    speaks(talk, "Mohon ditunggu bu", on=ABSENCE)


def test_which_of_two_officers_is_meant_is_asked(talk: Talk) -> None:
    two_speak(talk)
    talk.ani("kode OTP tetap ditolak pak").hears(
        "laporan yang mana", button="Tambahkan ke EK-2026-00001"
    )
    talk.desk.hears_nothing()
    talk.ani.presses("Tambahkan ke EK-2026-00001").hears("sudah kami sampaikan")
    talk.desk.hears("EK-2026-00001", "kode OTP tetap ditolak")


def test_what_fits_none_or_the_last_is_the_last_ones(talk: Talk) -> None:
    two_speak(talk)
    talk.ani("baik pak, besok saya ke kantor").hears("Sudah kami sampaikan", "EK-2026-00002")
    talk.desk.hears("besok saya ke kantor")


# How it stands.


@pytest.mark.parametrize(
    "words", ["nomor saya berapa", "no tiket", "udah dibaca belum", "masih lama kah"]
)
@pytest.mark.parametrize("after_an_answer", [False, True])
def test_how_it_stands_is_told(talk: Talk, words: str, *, after_an_answer: bool) -> None:
    file(talk, talk.ani)
    if after_an_answer:
        talk.ani(BOOK).hears("ASN Digital")
    talk.ani(words).hears("EK-2026-00001", "menunggu petugas")
    assert talk.deeds() == ["file"]


def test_without_a_report_they_are_questions(talk: Talk) -> None:
    talk.ani("nomor saya berapa").room.skip()
    talk.ani("buka lagi").room.skip()
    talk.ani("gak jadi batal").room.skip()
    assert talk.tickets() == 0
