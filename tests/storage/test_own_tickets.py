"""Who has a ticket at all: looked up for a batch at once, and true to its end."""

from __future__ import annotations

from bot.rules.ticket import Deed, Status
from storage.engine import Database
from tests.storage.rows import ANI, BUDI, DEWI, NOW, file, people

NOBODY = 3001


def test_it_is_known_of_whoever_was_looked_up(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        file(unit, "a")
    with database.unit() as unit:
        assert not unit.own_tickets.has_none(BUDI), "not looked up: there may be one"
        unit.own_tickets.look_up([ANI, BUDI, NOBODY])
        assert [unit.own_tickets.has_none(each) for each in (ANI, BUDI, DEWI)] == [
            False,
            True,
            False,
        ]
        unit.own_tickets.look_up([])
        assert not unit.own_tickets.has_none(BUDI)


def test_whoever_files_one_has_one_at_once(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        unit.own_tickets.look_up([ANI, BUDI])
        file(unit, "a")
        assert not unit.own_tickets.has_none(ANI)
        assert unit.own_tickets.has_none(BUDI)


def test_whoever_is_given_one_has_one_at_once(database: Database) -> None:
    """As when a ticket noted down by an officer comes to its Telegram user."""
    people(database)
    with database.unit() as unit:
        ticket = file(unit, "a")
        unit.own_tickets.look_up([DEWI])
        assert unit.own_tickets.has_none(DEWI)
        unit.tickets.move(
            ticket,
            Deed.LINK,
            to=Status.OPEN,
            now=NOW,
            actor_id=DEWI,
            also={"reporter_id": DEWI},
        )
        assert not unit.own_tickets.has_none(DEWI)
