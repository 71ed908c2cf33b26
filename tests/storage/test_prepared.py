"""The short way to the driver does what SQLAlchemy's own does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import bindparam, insert, update
from sqlalchemy import select as sql_select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from bot.rules.ticket import Role
from storage.engine import Database
from storage.prepared import Prepared, among
from storage.tables import Person

SEEN = datetime(2026, 11, 26, 15, 0, tzinfo=timezone(timedelta(hours=8)))
INSERT = Prepared(insert(Person))
NAMED = Prepared(
    {
        name: sql_select(col(Person.id)).where(of, col(Person.role) == Role.OFFICER)
        for name, of in among(col(Person.id), "people").items()
    }
)
RENAME = Prepared(
    update(Person).where(col(Person.id) == bindparam("number")).values(name=bindparam("new"))
)


def row(number: int, role: Role = Role.OFFICER) -> dict[str, object]:
    return {
        "id": number,
        "name": f"orang {number}",
        "role": role,
        "reachable": True,
        "hears_abuse": False,
        "first_seen": SEEN,
    }


def test_values_become_what_their_columns_keep(database: Database) -> None:
    with database.unit() as unit:
        INSERT.many(unit.session.connection(), [row(1), row(2, Role.ASKER), row(3)])
    with database.reading() as unit:
        people = unit.session.exec(select(Person).order_by(col(Person.id))).all()
        assert [person.role for person in people] == [Role.OFFICER, Role.ASKER, Role.OFFICER]
        assert {person.first_seen for person in people} == {SEEN}
        assert people[0].first_seen.tzinfo is UTC


def test_any_number_of_numbers_is_one_parameter(database: Database) -> None:
    with database.unit() as unit:
        connection = unit.session.connection()
        INSERT.many(connection, [row(1), row(2, Role.ASKER), row(3)])
        assert NAMED(connection, people=[]).scalars().all() == []
        assert {*NAMED(connection, people=[1, 2, 9, -100_000_000_000]).scalars()} == {1}
        assert {*NAMED(connection, people=range(2_000)).scalars()} == {1, 3}


def test_rows_changed_are_counted(database: Database) -> None:
    with database.unit() as unit:
        connection = unit.session.connection()
        INSERT.many(connection, [row(1)])
        assert RENAME(connection, number=1, new="Ani").rowcount == 1
        assert RENAME(connection, number=2, new="Ani").rowcount == 0


def test_what_the_database_refuses_is_told_as_ever_and_what_is_missing_is_ours(
    database: Database,
) -> None:
    with pytest.raises(IntegrityError), database.unit() as unit:
        INSERT.many(unit.session.connection(), [row(1), row(1)])
    with pytest.raises(KeyError), database.unit() as unit:
        RENAME(unit.session.connection(), number=1)
    with pytest.raises(ValueError, match="naive"), database.unit() as unit:
        INSERT(unit.session.connection(), **(row(1) | {"first_seen": datetime(2026, 1, 1)}))  # noqa: DTZ001 - what is to be refused
