"""Whoever was erased since a backup was made is erased in it as well when it is put back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from storage import erasing
from storage.engine import Database
from storage.erasures import Erased, latest, list_beside, noted
from storage.schema import migrate
from storage.scrub import forget_words, scrub
from storage.tables import Person


def list_of(database: Database, folder: Path) -> Path:
    return list_beside(folder, str(database.engine.url.database))


def known(database: Database, file: Path) -> list[Erased]:
    """By the database that is to be replaced, and by the list beside it; either may be lost."""
    try:
        with database.reading() as unit:
            there = unit.erasures.all_done()
    except DBAPIError:
        there = []
    return latest([*there, *noted(file)])


def missing(database: Database, file: Path) -> list[Erased]:
    """What the list knows and the database does not: it was put back by hand."""
    with database.reading() as unit:
        there = {each.mark for each in unit.erasures.all_done()}
    return [each for each in noted(file) if each.mark not in there]


def again(database: Database, some: Collection[Erased]) -> int:
    """How many people there were again. No bot may be running."""
    if not some:
        return 0
    migrate(database)
    with database.reading() as unit:
        rows = unit.session.exec(select(Person.id, Person.first_seen)).all()
    found = {
        person: each
        for person, first_seen in rows
        for each in some
        if each.is_of(person, first_seen)
    }
    for person, each in found.items():
        _erase(database, person, each)
    with database.unit() as unit:
        there = {each.mark for each in unit.erasures.all_done()}
        for each in some:
            if each.mark not in there:
                unit.erasures.add_done(each)
    if found:
        forget_words(database)
        scrub(database)
    return len(found)


def _erase(database: Database, person_id: int, each: Erased) -> None:
    now = datetime.now(UTC)
    with database.reading() as unit:
        person = unit.people.get(person_id)
        if person is None:
            return
        found = erasing.traces(unit, person)
    pieces: list[erasing.Piece] = [
        *erasing.pieces(found, now),
        *(
            partial(erasing.wipe_tickets, some, person_id)
            for some in erasing.chunks(found.tickets, erasing.TICKETS_AT_ONCE)
        ),
    ]
    for piece in pieces:
        with database.unit() as unit:
            piece(unit)
    with database.unit() as unit:
        erasing.forget(unit, person_id)
        unit.erasures.done(person_id, each.mark, now=each.before)
