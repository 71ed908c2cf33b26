"""An album's row outlives its being taken, so that late parts are treated as the first were."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.rules.complaint import File
from bot.rules.purpose import Purpose
from storage.albums import files_of
from storage.engine import Database
from storage.tables import AlbumRow, MessageRef
from storage.unit import Unit
from tests.storage.rows import BUDI, NOW, file, people

DESK = -5


def part(
    unit: Unit, ticket_id: int, unique: str, *, note: bool = False, now: datetime = NOW
) -> None:
    unit.albums.add(
        "77",
        MessageRef(chat_id=DESK, message_id=9, ticket_id=ticket_id, purpose=Purpose.RELAY),
        File("photo", f"id-{unique}", unique, "77"),
        person_id=BUDI,
        message_id=10,
        text="// rahasia" if note else "",
        note=note,
        now=now,
    )


def test_it_is_taken_once_and_late_parts_know_what_it_was(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        ticket = file(unit, "a").id
        part(unit, ticket, "one")
        part(unit, ticket, "two", note=True)
    with database.unit() as unit:
        (row,) = unit.albums.quiet(NOW)
        assert [sent.unique_id for sent in files_of(row)] == ["one", "two"]
        assert unit.albums.take(row)
        assert not unit.albums.take(row)
    later = NOW + timedelta(hours=1)
    with database.unit() as unit:
        assert unit.albums.quiet(later) == []
        part(unit, ticket, "three", now=later)
    with database.reading() as unit:
        (row,) = unit.albums.quiet(later)
        assert (row.purpose, row.text) == (Purpose.NOTE, "")
        assert [sent.unique_id for sent in files_of(row)] == ["three"]


def test_only_what_was_taken_long_ago_is_forgotten(database: Database) -> None:
    people(database)
    tomorrow = NOW + timedelta(days=1)
    with database.unit() as unit:
        part(unit, file(unit, "a").id, "one")
    with database.unit() as unit:
        unit.albums.forget_taken(before=tomorrow)
        (row,) = unit.albums.quiet(NOW)
        unit.albums.take(row)
        unit.albums.forget_taken(before=NOW)
    with database.unit() as unit:
        assert unit.session.get(AlbumRow, (DESK, "77")) is not None
        unit.albums.forget_taken(before=tomorrow)
    with database.reading() as unit:
        assert unit.session.get(AlbumRow, (DESK, "77")) is None
