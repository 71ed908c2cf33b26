"""An answer that is held back is sent once, or forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.rules.complaint import File
from bot.rules.purpose import Purpose
from storage.albums import files_of
from storage.engine import Database
from storage.tables import MessageRef
from storage.tickets import LostRace
from storage.unit import Unit
from tests.storage.rows import BUDI, NOW, file, people

DESK = -5
PHOTO = File("photo", "id", "unique", None)
DAY = timedelta(days=1)


def hold(unit: Unit, ticket_id: int, text: str) -> None:
    ref = MessageRef(chat_id=DESK, message_id=9, ticket_id=ticket_id, purpose=Purpose.RELAY)
    unit.held_answers.hold(ref, person_id=BUDI, message_id=10, text=text, files=[PHOTO], now=NOW)


def test_it_is_let_go_once_with_its_newest_words(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        ticket = file(unit, "a").id
        hold(unit, ticket, "Coba lagi")
        hold(unit, ticket, "Coba lagi, Bu")
    with database.unit() as unit:
        row = unit.held_answers.get(DESK, 10)
        assert row is not None
        assert (row.text, files_of(row)) == ("Coba lagi, Bu", [PHOTO])
        assert unit.albums.quiet(NOW + DAY) == [], "it is no album whose parts may still come"
        unit.held_answers.let_go(row)
        with pytest.raises(LostRace):
            unit.held_answers.let_go(row)


def test_what_nobody_decided_is_forgotten(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        hold(unit, file(unit, "a").id, "Coba lagi")
        unit.held_answers.forget(before=NOW)
        assert unit.held_answers.get(DESK, 10) is not None
        unit.held_answers.forget(before=NOW + DAY)
    with database.reading() as unit:
        assert unit.held_answers.get(DESK, 10) is None
