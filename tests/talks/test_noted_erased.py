"""Somebody whom an officer noted down is forgotten: with their Telegram account, where the ticket
has come to one, and else where a letter or a call asks for it."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.simulator.world import accounts
from bot.words import privacy as words
from storage.backup import forgotten
from storage.erasures import Erased, mark
from storage.tables import ERASED_ID, DialogRow, Ticket
from tests.talks.planted import NAME, WORD, YES, erase, figures, places, rename
from tests.talks.talk import Talk

FORGET, CALL_OFF = "Hapus data pelapor", "Batalkan permintaan"
STORY = f"{WORD}story tidak bisa masuk sejak kemarin"


def noted(talk: Talk, *, alone: bool = False, channel: str = "telepon ") -> None:
    """In the group or alone with the bot, with the channel or asked for it."""
    officer = talk.dewi.private if alone else talk.budi
    if alone:
        officer("/start").room.skip()
    officer(f"/catat {channel}{NAME} dari Dinas {WORD}office: {STORY}")
    if not channel:
        officer.presses("Telepon").toast("")
    officer.room.skip()
    talk.desk.skip()


WAYS = [
    pytest.param(
        alone, channel, id=f"{'alone' if alone else 'group'}-{channel.strip() or 'asked'}"
    )
    for alone in (False, True)
    for channel in ("telepon ", "")
]


@pytest.mark.parametrize(("alone", "channel"), WAYS)
def test_with_the_account_it_came_to(talk: Talk, *, alone: bool, channel: str) -> None:
    talk.state.user(accounts.ANI).username = "ani_rahma"
    talk.ani("/start").room.skip()
    noted(talk, alone=alone, channel=channel)
    talk.budi("/catat EK-2026-00001 @ani_rahma").room.skip()
    talk.ani.presses("Ya, milik saya").toast("")
    talk.ani.room.skip()
    talk.desk.skip()
    assert places(talk) != []
    erase(talk)
    talk.wait(minutes=3).desk.skip()
    talk.dewi.private.room.skip()
    assert left(talk) == []


@pytest.mark.parametrize(("alone", "channel"), WAYS)
def test_without_an_account_an_officer_asks_for_it(
    talk: Talk, *, alone: bool, channel: str
) -> None:
    noted(talk, alone=alone, channel=channel)
    before = figures(talk)
    asks(talk)
    talk.budi.presses(YES).toast("Dikonfirmasi")
    talk.settle()
    talk.wait(minutes=3).desk.skip()
    talk.dewi.private.room.skip()
    assert left(talk) == []
    assert figures(talk) == before
    with talk.database.reading() as unit:
        ticket = unit.tickets.get(1)
        assert ticket is not None
        assert ticket.reporter_id == ERASED_ID
        assert [each.mark for each in unit.erasures.all_done()]


def asks(talk: Talk) -> None:
    talk.budi.presses("Lainnya…").toast("")
    talk.budi.presses(FORGET).toast("")
    talk.desk.hears("Permintaan hapus data 1", NAME, "EK-2026-00001", button=YES)


def left(talk: Talk) -> list[str]:
    """Also of what stands alone with the officer who noted it down."""
    alone = talk.state.messages(accounts.DEWI)
    told = [each.text for each in alone if each.from_bot and WORD in each.text.lower()]
    return places(talk) + told


def test_it_is_asked_for_once_and_can_be_called_off(talk: Talk) -> None:
    noted(talk)
    asks(talk)
    talk.budi.presses(FORGET).toast("sudah dicatat")
    talk.budi.presses(CALL_OFF).toast("")
    assert "Dibatalkan oleh Budi Santoso" in talk.desk.sees("Permintaan hapus data 1").text
    with talk.database.reading() as unit:
        assert unit.erasures.undecided() == []
        ticket = unit.tickets.get(1)
        assert ticket is not None
        assert ticket.story == STORY


def test_no_officer_asks_for_it_without_the_right(talk: Talk) -> None:
    noted(talk)
    talk.dewi.presses("Lainnya…").toast("")
    talk.dewi.presses(FORGET).toast("penyelia")
    with talk.database.reading() as unit:
        assert unit.erasures.undecided() == []


def test_whoever_has_an_account_asks_for_it_themselves(talk: Talk) -> None:
    """The reporter of a ticket like any other, or one that has come to its account since."""
    talk.state.user(accounts.ANI).username = "ani_rahma"
    talk.ani("/start").room.skip()
    noted(talk)
    talk.budi.presses("Lainnya…").toast("")
    talk.budi("/catat EK-2026-00001 @ani_rahma").room.skip()
    talk.ani.presses("Ya, milik saya").toast("")
    talk.ani.room.skip()
    talk.desk.skip()
    talk.budi.forges("fnoted:1", on=talk.card()).toast("EK-2026-00001")
    with talk.database.reading() as unit:
        assert unit.erasures.undecided() == []


@pytest.mark.parametrize("alone", [False, True])
def test_what_is_just_being_noted_of_them_goes_as_well(talk: Talk, *, alone: bool) -> None:
    """The channel was asked for, and nobody has answered yet."""
    rename(talk, accounts.ANI, NAME)
    talk.ani("/start").room.skip()
    officer = talk.dewi.private if alone else talk.budi
    officer("/start" if alone else "/antrian").room.skip()
    officer(f"/catat {NAME}: {STORY}").hears("Lewat mana laporan ini datang?")
    erase(talk)
    talk.wait(minutes=3).desk.skip()
    talk.dewi.private.room.skip()
    assert left(talk) == []
    with talk.database.reading() as unit:
        assert unit.session.exec(select(DialogRow)).all() == []


def test_an_older_backup_forgets_them_again(talk: Talk) -> None:
    noted(talk)
    with talk.database.reading() as unit:
        row = unit.session.get(Ticket, 1)
        assert row is not None
        known = row.reporter_id
    again = Erased(mark(known), talk.clock.now())
    assert forgotten.again(talk.database, [again]) == 1
    with talk.database.reading() as unit:
        row = unit.session.get(Ticket, 1)
        assert row is not None
        assert (row.story, row.reporter_id) == ("", ERASED_ID)


def test_what_was_confirmed_just_then_is_not_called_off(talk: Talk) -> None:
    noted(talk)
    asks(talk)
    card = talk.desk.last
    with talk.at_once():
        talk.budi.presses(YES, on=card)
        talk.budi.presses(CALL_OFF, on=card)
    assert talk.toasts[-1].text == words.erasure_decided_toast()
    talk.toasts.clear()
    talk.settle()
    talk.wait(minutes=3).desk.skip()
    assert places(talk) == []
    talk.budi("/tiket 1").room.skip()
    with talk.database.reading() as unit:
        ticket = unit.tickets.get(1)
        assert ticket is not None
        assert ticket.is_erased
    talk.budi.forges("menu:1:more").toast("tidak berlaku")  # of a card drawn before
