"""Colours of buttons, buttons that copy, reactions, moments and guest mode; and what becomes of
them where a server, or a group, does not take them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.simulator.world import accounts
from bot.simulator.world.model import Button, Message
from tests.talks.steps import file, resolve, take
from tests.talks.talk import Talk


def key(message: Message | None, label: str) -> Button:
    assert message is not None
    return next(key for row in message.buttons for key in row if key.text == label)


def has_moment(message: Message) -> bool:
    return any(mark["type"] == "date_time" for mark in message.entities)


def test_what_ends_well_is_green_and_what_is_lost_is_red(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    assert key(talk.ani.room.last, "Ya, selesai").style == "success"
    assert key(talk.ani.room.last, "Belum selesai").style is None
    talk.ani("/hapus_data").hears(button="Ya, minta dihapus")
    assert key(talk.ani.room.last, "Ya, minta dihapus").style == "danger"


def test_a_tickets_number_is_copied_with_a_tap(talk: Talk) -> None:
    file(talk, talk.ani)
    filed = talk.ani.room.sees("Nomor tiket")
    assert key(filed, "Salin nomor tiket").copies == "EK-2026-00001"


def test_an_address_is_copied_with_a_tap(talk: Talk) -> None:
    talk.ani("alamat e-kinerja apa").hears("e-Kinerja", button="Salin alamat")
    assert "bkn.go.id" in (key(talk.ani.room.last, "Salin alamat").copies or "")


def test_an_officers_answer_gets_a_thumb_and_no_message(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Silakan dicoba lagi", to=talk.card())
    talk.ani.hears("Silakan dicoba lagi")
    assert talk.budi.said is not None
    assert talk.budi.said.reactions == {talk.state.bot.number: "👍"}
    talk.desk.hears_nothing()


def test_where_reactions_are_off_it_is_said(talk: Talk) -> None:
    talk.state.chat(accounts.HELPDESK).reactions = False
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Silakan dicoba lagi", to=talk.card())
    talk.ani.hears("Silakan dicoba lagi")
    talk.desk.hears("Diteruskan ke pelapor", "EK-2026-00001")
    talk.expects(dead_sendings=1)


def test_a_written_time_has_its_moment(talk: Talk) -> None:
    file(talk, talk.ani)
    assert has_moment(talk.card())
    talk.ani("/tiket EK-2026-00001").hears("Masuk: 24 Nov 2026 09.30")
    assert talk.ani.room.last is not None
    (first, *_) = [mark for mark in talk.ani.room.last.entities if mark["type"] == "date_time"]
    assert first["unix_time"] == int(talk.clock.now().timestamp())


def test_an_older_server_gets_all_of_the_words(talk: Talk) -> None:
    """Nobody hears of what it refused."""
    talk.state.old_server = True
    resolve(talk, talk.ani, talk.budi, note="Sudah kami perbaiki tadi")
    talk.budi.replies("Terima kasih sudah menunggu", to=talk.card())
    talk.ani.hears("Terima kasih sudah menunggu")
    talk.desk.hears("Diteruskan ke pelapor")
    card = talk.card()
    assert not has_moment(card)
    assert any(mark["type"] == "bold" for mark in card.entities)
    said = talk.ani.room.sees("Nomor tiket")
    assert said.button_words == ["Isi nama kantor", "Lewati"]  # none that copies
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.expects(dead_sendings=1)


# guest mode


def asks(talk: Talk, text: str, about: str | None = None) -> dict[str, Any]:
    name = f"@{accounts.BOT_USERNAME}"
    number = talk.world.people.ask_as_guest(talk.ani.user, f"{name} {text}".strip(), about=about)
    talk.settle()
    answered = talk.state.guest_queries[number]
    assert answered is not None, "nobody answered"
    return answered


def test_a_guest_is_answered_from_the_book(talk: Talk) -> None:
    assert "sandi" in asks(talk, "lupa kata sandi e-kinerja")["text"]
    assert "sandi" in asks(talk, "", about="lupa kata sandi e-kinerja")["text"]


@pytest.mark.parametrize(
    "said", ["/tiket", "tiket saya EK-2026-00001", "EK-2026-00001", "mau lapor", "/lapor rusak"]
)
def test_a_guest_gets_no_ticket_and_nobodys_data(talk: Talk, said: str) -> None:
    file(talk, talk.ani, "Nomor telepon saya rahasia sekali, tolong diperbaiki")
    told = asks(talk, said)
    assert "pesan pribadi" in told["text"] or "t.me" in told["text"]
    assert "rahasia sekali" not in told["text"]
    assert "Ani" not in told["text"]
    assert talk.tickets() == 1


def test_a_guest_is_not_remembered(talk: Talk) -> None:
    asks(talk, "terima kasih")
    with talk.database.reading() as unit:
        assert unit.people.get(talk.ani.user) is None


def test_an_older_server_drops_a_guests_answer_quietly(talk: Talk) -> None:
    talk.state.old_server = True
    name = f"@{accounts.BOT_USERNAME} lupa kata sandi"
    talk.world.people.ask_as_guest(talk.ani.user, name)
    talk.settle()
    talk.desk.hears_nothing()
    talk.expects(dead_sendings=1)


def test_a_guest_with_two_matters_is_led_to_both(talk: Talk) -> None:
    told = asks(talk, "lupa password dan tpp dipotong kenapa")
    assert "2" in told["text"]
    assert "Lupa kata sandi" in str(told["reply_markup"])
    assert "TPP" in str(told["reply_markup"])


def test_what_the_book_does_not_know_leads_a_guest_to_us(talk: Talk) -> None:
    told = asks(talk, "harga beras di pasar paringin berapa")
    assert f"t.me/{accounts.BOT_USERNAME}" in str(told)
    with talk.database.reading() as unit:
        assert unit.people.get(talk.ani.user) is None
