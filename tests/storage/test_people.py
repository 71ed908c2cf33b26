"""People by name: a username has one owner at a time."""

from __future__ import annotations

from bot.rules.ticket import Role
from storage.engine import Database
from storage.tables import Person
from tests.storage.rows import ANI, BUDI, DEWI, NOW
from tests.support.statements import statements


def test_a_username_that_moved_names_its_owner_of_today(database: Database) -> None:
    with database.unit() as unit:
        unit.people.seen(ANI, name="Ani", username="pegawai", now=NOW)
    with database.unit() as unit:
        unit.people.seen(BUDI, name="Budi", username=None, now=NOW)
    with database.unit() as unit:
        unit.people.seen(BUDI, name="Budi", username="Pegawai", now=NOW)
    with database.reading() as unit:
        found = unit.people.by_username("PEGAWAI")
        assert found is not None
        assert found.id == BUDI
        assert unit.session.get_one(Person, ANI).username is None


def test_a_newcomer_of_a_batch_takes_a_username_over(database: Database) -> None:
    with database.unit() as unit:
        unit.people.seen(ANI, name="Ani", username="pegawai", now=NOW)
    with database.unit() as unit:
        unit.people.meet({DEWI: ("Dewi", "pegawai"), BUDI: ("Budi", None)}, now=NOW)
    with database.reading() as unit:
        found = unit.people.by_username("pegawai")
        assert found is not None
        assert found.id == DEWI


def test_of_two_with_one_username_nobody_is_meant(database: Database) -> None:
    with database.unit() as unit:
        for number in (ANI, BUDI):
            unit.session.add(Person(id=number, name="?", username="pegawai", first_seen=NOW))
    with database.reading() as unit:
        assert unit.people.by_username("pegawai") is None


def test_who_is_known_as_before_costs_nothing(database: Database) -> None:
    with database.unit() as unit:
        unit.people.seen(ANI, name="Ani", username="pegawai", now=NOW)
    with statements(database) as said, database.unit() as unit:
        unit.people.meet({ANI: ("Ani", "pegawai")}, now=NOW)
        said.clear()
        unit.people.seen(ANI, name="Ani Rahmawati", username="pegawai", now=NOW)
        assert said == []
    changed = [statement.split()[1] for statement in said if statement != "COMMIT"]
    assert changed == ["person", "ticket_search"]


def test_an_admin_no_longer_named_stays_an_officer(database: Database) -> None:
    with database.unit() as unit:
        unit.people.seen(BUDI, name="Budi", username=None, now=NOW)
        unit.people.appoint_admins([BUDI, DEWI], now=NOW)
    with database.unit() as unit:
        unit.people.appoint_admins([DEWI], now=NOW)
    with database.reading() as unit:
        roles = {person.id: person.role for person in unit.people.officers()}
    assert roles == {BUDI: Role.OFFICER, DEWI: Role.ADMIN}
