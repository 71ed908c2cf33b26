"""A wish to be erased is taken back in words, by whoever presses no button."""

from __future__ import annotations

import pytest

from bot.simulator.world import accounts
from tests.talks.planted import ASK, KEEP
from tests.talks.steps import as_far_as_story, file, take
from tests.talks.talk import Talk

CANCELLED = "Permintaan hapus data dibatalkan"


def asked(talk: Talk) -> None:
    talk.ani("hapus data saya").hears("Minta data dihapus")
    talk.ani.presses(ASK).toast("").hears("sudah dicatat", button=KEEP)
    talk.desk.skip()


def waits(talk: Talk) -> bool:
    with talk.database.reading() as unit:
        return unit.erasures.of(accounts.ANI) is not None


@pytest.mark.parametrize(
    "words",
    [
        "jangan dihapus, saya berubah pikiran",
        "tidak jadi hapus data",
        "batal hapus data saya",
        "eh ga jadi dihapus",
    ],
)
def test_words_that_name_it_cancel_beside_an_open_report(talk: Talk, words: str) -> None:
    file(talk, talk.ani)
    asked(talk)
    talk.wait(hours=30)
    talk.ani.room.skip()
    talk.desk.skip()
    talk.ani(words).hears(CANCELLED)
    talk.desk.sees("Dibatalkan oleh pemohon")
    assert not waits(talk)
    assert talk.ticket().status == "open"


def test_they_cancel_while_an_officer_is_talked_with_or_a_report_written(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    asked(talk)
    talk.budi.replies("Silakan dicek ya bu", to="Status: ")
    talk.ani.hears("Silakan dicek")
    talk.ani("ga jadi hapus data pak").hears(CANCELLED)
    asked(talk)
    as_far_as_story(talk.ani)
    talk.ani("data saya jangan dihapus").hears(CANCELLED)
    assert not waits(talk)


@pytest.mark.parametrize("words", ["batal", "eh ga jadi deh", "saya berubah pikiran"])
def test_bare_words_cancel_what_alone_was_begun(talk: Talk, words: str) -> None:
    asked(talk)
    talk.ani(words).hears(CANCELLED)
    assert not waits(talk)


@pytest.mark.parametrize("words", ["batal", "/batal"])
def test_of_two_things_it_is_asked_which(talk: Talk, words: str) -> None:
    file(talk, talk.ani)
    asked(talk)
    talk.ani(words).hears("hapus data, atau laporan", button="Tarik EK-2026-00001")
    assert waits(talk)
    talk.ani.presses(KEEP).toast("").hears(CANCELLED)
    assert talk.ticket().status == "open"


def test_a_reply_to_its_button_leaves_nothing_to_ask(talk: Talk) -> None:
    file(talk, talk.ani)
    asked(talk)
    talk.ani.replies("ga jadi", to="sudah dicatat").hears(CANCELLED)


def test_long_after_it_bare_words_are_asked_about(talk: Talk) -> None:
    asked(talk)
    talk.wait(hours=3)
    talk.ani.room.skip()
    talk.ani("batal").hears("masih menunggu", button=KEEP)
    assert waits(talk)


def test_bare_words_belong_to_the_report_that_is_written(talk: Talk) -> None:
    asked(talk)
    as_far_as_story(talk.ani)
    talk.ani("batal").hears("ibatalkan")
    assert waits(talk)


def test_who_asks_whether_it_can_be_is_shown_the_button(talk: Talk) -> None:
    asked(talk)
    talk.ani("bisa dibatalkan ga hapus datanya?").hears("masih menunggu", button=KEEP)
    talk.ani.hears_nothing()
    assert waits(talk)


def test_what_is_doubtful_is_shown_the_button_and_answered_as_well(talk: Talk) -> None:
    asked(talk)
    talk.ani("jangan hapus kegiatan SKP saya di aplikasi").hears("masih menunggu", button=KEEP)
    talk.ani.hears("")
    assert waits(talk)


def test_who_asked_for_nothing_takes_nothing_back(talk: Talk) -> None:
    talk.ani("batal hapus data saya").hears("Tidak ada permintaan hapus data")
    file(talk, talk.ani)
    talk.ani("batalkan tiket saya").hears("menarik laporan ini")
