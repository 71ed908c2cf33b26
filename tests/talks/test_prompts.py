"""What "Selesai" and "Minta info" ask, and whose answer counts."""

from __future__ import annotations

import pytest

from tests.talks.steps import resolve, take
from tests.talks.talk import Talk

PROMPTS = pytest.mark.parametrize(
    ("button", "asks"), [("Selesai", "catatan penutup"), ("Minta info", "keterangan apa")]
)


@PROMPTS
def test_a_colleagues_reply_to_the_prompt_stays_here(talk: Talk, button: str, asks: str) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses(button).hears("Budi Santoso", asks)
    prompt = talk.desk.last
    talk.dewi.replies("tolong jangan ditutup dulu, saya masih cek", to=prompt)
    talk.desk.hears("untuk Budi Santoso", "catatan internal", "Tekan")
    assert talk.deeds() == ["file", "take", "note"]
    assert "jangan ditutup dulu" in talk.card().text
    talk.dewi.photo(to=prompt).hears("untuk Budi Santoso")
    talk.dewi.album(2, to=prompt)
    talk.wait(seconds=2)
    talk.desk.hears("untuk Budi Santoso")
    talk.ani.hears_nothing()
    talk.restart()
    talk.budi.replies("Sudah memakai Chrome, Bu?", to=prompt)
    talk.ani.hears("Sudah memakai Chrome")


def test_a_colleague_may_close_by_a_prompt_of_their_own(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Selesai").hears("Budi Santoso, tulis catatan penutup")
    talk.dewi.presses("Selesai").hears("Dewi Anggraini, tulis catatan penutup")
    talk.dewi.replies("Sudah kami buka")
    talk.ani.hears("dinyatakan selesai oleh Dewi Anggraini", "Sudah kami buka")


def test_a_colleagues_reply_to_a_prompt_of_an_earlier_round_stays_here(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    prompt = talk.desk.last
    talk.budi.presses("Buka lagi").toast("dibuka lagi")
    talk.ani.hears("dibuka lagi")
    talk.dewi.replies("kok dibuka lagi?", to=prompt).hears("untuk Budi Santoso")
    talk.ani.hears_nothing()
    talk.budi.replies("Kami periksa sekali lagi", to=prompt)
    talk.ani.hears("Budi Santoso, petugas", "sekali lagi")


@PROMPTS
def test_a_second_press_asks_no_second_time(talk: Talk, button: str, asks: str) -> None:
    take(talk, talk.ani, talk.budi)
    talk.wait(seconds=1)
    with talk.at_once():
        talk.budi.presses(button)
        talk.budi.presses(button)
    talk.budi.toast("Balas pesan itu").hears(asks).hears_nothing()
    talk.restart()
    talk.budi.presses(button).toast("Balas pesan itu").hears_nothing()
    talk.dewi.presses(button).hears("Dewi Anggraini", asks)
    talk.wait(minutes=2)
    talk.budi.presses(button).hears(asks)
    talk.budi.replies("Sudah dicoba lagi, Bu?")
    talk.ani.hears("Sudah dicoba lagi")


def test_what_happened_since_is_asked_about_anew(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Minta info").hears("keterangan apa")
    talk.wait(seconds=1)
    talk.budi.replies("Sejak kapan, Bu?")
    talk.ani.hears("Sejak kapan")
    talk.budi.presses("Minta info").hears("keterangan apa")


@PROMPTS
def test_an_answer_to_a_prompt_of_a_settled_ticket_is_passed_on(
    talk: Talk, button: str, asks: str
) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses(button).hears(asks)
    prompt = talk.desk.last
    talk.dewi.presses("Selesai").hears("catatan penutup")
    talk.dewi.replies("Sudah kami buka")
    talk.ani.hears("dinyatakan selesai oleh Dewi")
    talk.budi.replies("Mohon coba dengan Chrome", to=prompt)
    talk.desk.hears("EK-2026-00001", "sudah berakhir", "jawaban biasa")
    talk.ani.hears("Budi Santoso, petugas", "dengan Chrome")
    assert talk.ticket().status == "resolved"
    assert talk.deeds() == ["file", "take", "resolve", "reply"]
