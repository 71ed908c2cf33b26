"""/tiket at the desk: the card comes down, and there is still only one."""

from __future__ import annotations

from tests.talks.steps import PASS_ON, READY, STORY, file
from tests.talks.talk import Talk


def test_a_ticket_can_be_called_up_again_and_replied_to(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi("/tiket EK-2026-00001").hears("EK-2026-00001", STORY, button="Ambil")
    talk.budi.replies("Sedang kami periksa")
    talk.ani.hears("Sedang kami periksa")
    talk.budi("/tiket 77").hears("tidak ditemukan", "Contoh")
    talk.budi("/tiket").hears("tidak ditemukan", "Contoh")


def test_a_card_called_up_is_the_card_from_then_on(talk: Talk) -> None:
    file(talk, talk.ani)
    first = talk.card()
    talk.budi("/tiket 1").hears("EK-2026-00001", button="Ambil")
    assert talk.card() is talk.desk.last
    assert first.button_words == []
    assert "ada di bawah" in first.text
    assert STORY not in first.text
    talk.dewi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    assert "Sedang ditangani" in talk.card().text
    talk.budi.replies("Sejak kapan, Bu?", to=first)
    talk.ani.hears("Sejak kapan")
    talk.ani("Sejak Senin").hears("Sudah kami sampaikan")
    talk.desk.hears("Sejak Senin")
    assert talk.desk.last is not None
    assert talk.desk.last.reply_to == talk.card().message_id
    talk.budi.replies("Kami periksa", to=talk.card())
    talk.ani.hears("Kami periksa")


def test_a_card_called_up_in_a_flood_is_not_out_of_date(talk: Talk) -> None:
    file(talk, talk.ani)
    card = talk.card()
    talk.state.faults.add("flood", chat=talk.desk.chat, times=1, retry_after=30)
    talk.budi("/tiket 1").hears_nothing()
    talk.dewi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.wait(seconds=30)
    talk.desk.hears("EK-2026-00001")
    assert talk.card() is talk.desk.last
    assert talk.card().button_words == [*READY, "Minta info", "Selesai", *PASS_ON, "Lainnya…"]
    assert card.button_words == []


def test_a_card_may_be_called_up_twice_at_once(talk: Talk) -> None:
    file(talk, talk.ani)
    with talk.at_once():
        talk.budi("/tiket 1")
        talk.dewi("/tiket 1")
    talk.desk.hears("EK-2026-00001").hears("EK-2026-00001")
    cards = [m for m in talk.state.messages(talk.desk.chat) if m.button_words]
    assert cards == [talk.card()]


def test_a_card_that_was_deleted_can_be_called_up(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.state.remove_message(talk.card())
    talk.budi("/tiket 1").hears("EK-2026-00001", button="Ambil")
    assert talk.card() is talk.desk.last
    talk.expects(dead_sendings=1)  # the line that would have stood in the old one's place
