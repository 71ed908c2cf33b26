"""The same thing pressed or asked for twice is answered once, and no button dies of it."""

from __future__ import annotations

from datetime import timedelta

from tests.talks.talk import Talk
from tests.talks.test_ask import KNOWN, UNKNOWN, ambiguous, newest_words


def twice(talk: Talk, button: str) -> None:
    on = talk.ani.room.newest_with(button)
    for _ in range(2):
        talk.clock.advance(timedelta(seconds=1))
        talk.ani.presses(button, on=on)


def test_not_helpful_is_said_once(talk: Talk) -> None:
    talk.ani(KNOWN).hears("Reset Password")
    twice(talk, "Tidak membantu")
    talk.ani.hears("Petugas bisa menjawab").hears_nothing()
    talk.toasts.clear()


def test_an_officer_is_asked_for_once(talk: Talk) -> None:
    talk.ani(UNKNOWN).hears("belum saya temukan")
    twice(talk, "Tanya petugas")
    talk.ani.hears("Mohon diperiksa").hears_nothing()
    talk.wait(minutes=1)
    talk.ani.presses("Tanya petugas").hears("belum terkirim").hears("Mohon diperiksa")


def test_a_report_is_begun_once(talk: Talk) -> None:
    talk.ani("mau bicara dengan petugas").hears("petugas", button="Buat laporan")
    twice(talk, "Buat laporan")
    talk.ani.hears("Ceritakan").hears_nothing()


def test_a_choice_is_given_once(talk: Talk) -> None:
    ambiguous(talk)
    first, second, *_ = newest_words(talk)
    twice(talk, first)
    talk.ani.hears("Buku panduan", button="Membantu").hears_nothing()
    talk.ani.presses(second).hears("Buku panduan", button="Membantu")
    talk.ani.presses(first).hears("Buku panduan", button="Membantu")


def test_lapor_again_leaves_the_first_prompts_buttons_alive(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan")
    first = talk.ani.room.last
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani.presses("Isi langkah demi langkah", on=first).hears("Apa yang ingin")
