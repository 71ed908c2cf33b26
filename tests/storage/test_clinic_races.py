"""A hundred at once for twenty places, on either database."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from threading import Barrier

from sqlmodel import col, select

from bot.rules.clinic import SessionStatus
from storage.engine import Database
from storage.tables import ClinicSeat, Person
from tests.storage.rows import BUDI, NOW, people
from tests.storage.test_races import several, together

PEOPLE, PLACES, AT_ONCE = 100, 20, 10
FIRST = 50_000


def made(database: Database) -> int:
    people(database)
    with database.unit() as unit:
        for number in range(PEOPLE):
            unit.session.add(Person(id=FIRST + number, name=f"P{number}", first_seen=NOW))
        row = unit.clinic_sessions.draft(by_id=BUDI, now=NOW)
        starts = NOW + timedelta(days=2)
        values = {"status": SessionStatus.OPEN, "capacity": PLACES, "starts_at": starts}
        unit.clinic_sessions.change(row, values | {"ends_at": starts + timedelta(hours=2)})
        return row.id


def seats(database: Database) -> list[ClinicSeat]:
    with database.reading() as unit:
        found = list(unit.session.exec(select(ClinicSeat).order_by(col(ClinicSeat.id))))
        for seat in found:
            unit.session.expunge(seat)
        return found


def test_never_over_capacity_and_in_order(database: Database, database_url: str) -> None:
    session = made(database)
    start = Barrier(AT_ONCE)

    def join(own: Database, first: int) -> list[tuple[int, bool]]:
        start.wait()
        got = []
        for number in range(first, PEOPLE, AT_ONCE):
            with own.unit() as unit:
                row = unit.clinic_sessions.hold(session)
                assert row is not None
                seat = unit.clinic_seats.join(row, FIRST + number, office=None, now=NOW)
                got.append((seat.id, seat.seated_at is not None))
        return got

    with several(database_url, AT_ONCE) as databases:
        told = together([partial(join, own, first) for first, own in enumerate(databases)])
    kept = seats(database)
    assert len(kept) == PEOPLE
    assert [seat.seated_at is not None for seat in kept] == [at < PLACES for at in range(PEOPLE)]
    # What each was told in the moment of joining is what holds.
    assert {each for some in told for each in some} == {
        (seat.id, seat.seated_at is not None) for seat in kept
    }


def test_leaving_at_once_lets_those_in_front_move_up(
    database: Database, database_url: str
) -> None:
    session = made(database)
    with database.unit() as unit:
        row = unit.clinic_sessions.hold(session)
        assert row is not None
        for number in range(PEOPLE):
            unit.clinic_seats.join(row, FIRST + number, office=None, now=NOW)
    start = Barrier(AT_ONCE)

    def leave(own: Database, first: int) -> int:
        start.wait()
        moved = 0
        for number in range(first, 40, AT_ONCE):  # half of them have a place, half wait
            with own.unit() as unit:
                row = unit.clinic_sessions.hold(session)
                seat = unit.clinic_seats.of(session, FIRST + number)
                assert row is not None
                assert seat is not None
                unit.clinic_seats.leave(seat)
                moved += len(unit.clinic_seats.move_up(row, now=NOW))
        return moved

    with several(database_url, AT_ONCE) as databases:
        deeds = [partial(leave, own, first) for first, own in enumerate(databases)]
        moved = sum(together([*deeds]))
    kept = seats(database)
    assert [seat.person_id for seat in kept] == [FIRST + number for number in range(40, PEOPLE)]
    assert [seat.seated_at is not None for seat in kept] == [at < PLACES for at in range(60)]
    assert moved >= PLACES
