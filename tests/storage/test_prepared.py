"""The short way to the driver does what SQLAlchemy's own does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import bindparam, insert, text, update
from sqlalchemy import select as sql_select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import col, select

from bot.rules.ticket import Role
from storage.engine import Database
from storage.prepared import Prepared, PreparedEntities, among, by_key
from storage.tables import Person, Ticket
from tests.storage.rows import file, people

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
        assert NAMED(connection, people=[]).scalars() == []
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


PERSON = by_key(Person)
OFFICERS = PreparedEntities(
    Person, select(Person).where(col(Person.role).in_([Role.OFFICER, Role.ADMIN]))
)


def test_objects_are_what_the_sessions_own_queries_give(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        ticket = file(unit, "a")
        unit.session.add(Person(id=1, name="Ani", role=Role.ADMIN, first_seen=SEEN))
    for table, key in ((Ticket, ticket.id), (Person, 1)):
        with database.reading() as unit:
            wanted = unit.session.get_one(table, key).model_dump()
        with database.reading() as unit:
            found = by_key(table).get(unit.session, key)
            assert found is not None
            assert found.model_dump() == wanted
            assert unit.session.get(table, key) is found
            assert not unit.session.is_modified(found)
            assert by_key(table).get(unit.session, -1) is None


def test_what_is_changed_of_an_object_is_written(database: Database) -> None:
    with database.unit() as unit:
        unit.session.add(Person(id=1, name="Ani", role=Role.OFFICER, first_seen=SEEN))
    with database.unit() as unit:
        (person,) = OFFICERS(unit.session)
        person.name = "Ani Rahmawati"
        assert [each.name for each in OFFICERS(unit.session)] == ["Ani Rahmawati"]
    with database.reading() as unit:
        assert unit.session.get_one(Person, 1).name == "Ani Rahmawati"


def test_what_the_session_knows_stays_unless_it_is_read_anew(database: Database) -> None:
    with database.unit() as unit:
        unit.session.add(Person(id=1, name="Ani", role=Role.OFFICER, first_seen=SEEN))
        unit.session.flush()
        known = PERSON.get(unit.session, 1)
        assert known is not None
        RENAME(unit.session.connection(), number=1, new="Siti")
        assert PERSON.get(unit.session, 1) is PERSON.first(unit.session, id=1) is known
        assert known.name == "Ani"
        assert by_key(Person, anew=True).first(unit.session, id=1) is known
        assert known.name == "Siti"


def cut_off(database: Database) -> None:
    with database.unit() as unit:
        connection = unit.session.connection()
        number = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        with database.engine.connect() as other:
            other.execute(text("SELECT pg_terminate_backend(:number)"), {"number": number})
        NAMED(connection, people=[1])


def test_a_connection_that_is_lost_is_not_used_again(database: Database) -> None:
    if database.is_sqlite:
        pytest.skip("a file has no connection to lose")
    with pytest.raises(OperationalError) as lost:
        cut_off(database)
    assert lost.value.connection_invalidated
    with database.reading() as unit:
        assert NAMED(unit.session.connection(), people=[1]).rows == []
