"""Sent, the answer lost, sent again: what is answered to the first copy counts as well."""

from __future__ import annotations

import pytest

from bot.simulator.world import accounts
from bot.simulator.world.model import Message
from tests.talks.steps import file, take
from tests.talks.talk import Talk


def copies(talk: Talk, *parts: str) -> tuple[Message, Message]:
    """The two that stand at the desk now; only the second is known by its number."""
    talk.wait(minutes=1)
    first = talk.desk.hears(*parts).last
    second = talk.desk.hears(*parts).last
    assert first is not None
    assert second is not None
    assert second.text == first.text
    return first, second


def goes_twice(talk: Talk, method: str = "sendMessage") -> None:
    talk.state.faults.add("lost", method=method, chat=accounts.HELPDESK)


@pytest.mark.parametrize("button", ["Selesai", "Minta info"])
def test_a_prompts_first_copy_is_answered(talk: Talk, button: str) -> None:
    take(talk, talk.ani, talk.budi)
    goes_twice(talk)
    talk.budi.presses(button)
    first, _ = copies(talk, "Budi Santoso", "EK-2026-00001")
    talk.restart()
    talk.budi.replies("Sudah memakai Chrome, Bu?", to=first)
    talk.ani.hears("Sudah memakai Chrome")
    assert talk.deeds()[-1] == ("resolve" if button == "Selesai" else "ask_info")


def test_a_colleagues_reply_to_the_first_copy_stays_here(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    goes_twice(talk)
    talk.budi.presses("Selesai")
    first, _ = copies(talk, "catatan penutup")
    talk.dewi.replies("jangan ditutup dulu", to=first).hears("untuk Budi Santoso")
    talk.ani.hears_nothing()


def test_the_first_copy_of_an_earlier_round_asks_no_more(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    goes_twice(talk)
    talk.budi.presses("Selesai")
    first, second = copies(talk, "catatan penutup")
    talk.budi.replies("Sudah kami buka", to=second)
    talk.ani.hears("Sudah kami buka", button="Belum selesai")
    talk.ani.presses("Belum selesai").hears("buka lagi")
    talk.desk.hears("belum selesai")
    talk.budi.replies("Kami periksa sekali lagi", to=first)
    talk.ani.hears("Budi Santoso, petugas", "sekali lagi")
    assert talk.deeds()[-1] == "reply"


def test_the_first_copy_of_what_was_passed_on_is_answered(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Di kantor mana?", to=talk.card())
    talk.ani.hears("Di kantor mana")
    goes_twice(talk)
    talk.ani("Di kecamatan").hears("Sudah kami sampaikan")
    first, _ = copies(talk, "Di kecamatan")
    talk.budi.replies("Baik, kami ke sana", to=first)
    talk.ani.hears("Baik, kami ke sana")


def test_the_first_copy_of_a_photo_is_answered(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Kirim foto layarnya, Bu", to=talk.card())
    talk.ani.hears("Kirim foto")
    goes_twice(talk, "sendPhoto")
    talk.ani.photo().hears("Sudah kami sampaikan")
    first, _ = copies(talk, "Lampiran EK-2026-00001")
    talk.budi.replies("Terima kasih, jelas", to=first)
    talk.ani.hears("Terima kasih, jelas")


def test_the_first_copy_of_a_card_is_answered(talk: Talk) -> None:
    goes_twice(talk)
    file(talk, talk.ani)
    first = talk.desk.last
    talk.wait(minutes=1)
    talk.desk.hears("Keluhan", button="Ambil")
    talk.budi.replies("Kami periksa", to=first)
    talk.ani.hears("Kami periksa")


def test_what_only_names_a_ticket_passes_nothing_on(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("// sudah ditelepon", to=talk.card()).hears("Catatan internal")
    talk.budi.replies("oke")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file", "take", "note"]


def test_another_bots_words_are_not_ours(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.dewi("Budi Santoso, tulis catatan penutup untuk EK-2026-00001.")
    talk.budi.replies("beres", to=talk.dewi.said)
    assert talk.deeds() == ["file", "take"]
    talk.ani.hears_nothing()
