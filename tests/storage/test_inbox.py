"""What waits is served fairly: a chat with much of it does not keep the others waiting."""

from __future__ import annotations

from datetime import timedelta

from storage.engine import Database
from storage.inbox import LOOKED_THROUGH
from tests.storage.rows import ANI, BUDI, DEWI, NOW, arrival


def put(database: Database, lanes: list[int]) -> None:
    with database.unit() as unit:
        unit.inbox.add([arrival(at, lane=lane) for at, lane in enumerate(lanes, 1)], NOW)


def due(database: Database, limit: int, **later: float) -> list[tuple[int, int]]:
    with database.unit() as unit:
        found = unit.inbox.due(NOW + timedelta(**later), limit=limit)
    return [(each.lane, each.update_id) for each in found]


def test_whoever_came_behind_many_of_one_person_is_served_with_the_first(
    database: Database,
) -> None:
    put(database, [ANI] * 30 + [BUDI, DEWI, DEWI, ANI])
    assert due(database, 4) == [(ANI, 1), (ANI, 2), (BUDI, 31), (DEWI, 32)]
    assert due(database, 10) == [*((ANI, at) for at in range(1, 8)), *_OTHERS]


_OTHERS = [(BUDI, 31), (DEWI, 32), (DEWI, 33)]


def test_a_chats_own_order_is_kept_from_batch_to_batch(database: Database) -> None:
    put(database, [ANI, BUDI, ANI, ANI, BUDI, ANI, DEWI] * 4)
    served: list[tuple[int, int]] = []
    while True:
        with database.unit() as unit:
            rows = unit.inbox.due(NOW, limit=5)
            for row in rows:
                unit.inbox.done(row)
        if not rows:
            break
        served += [(row.lane, row.update_id) for row in rows]
    assert len(served) == 28
    for lane in (ANI, BUDI, DEWI):
        own = [number for of, number in served if of == lane]
        assert own == sorted(own)


def test_a_lane_that_rests_takes_nobodys_place(database: Database) -> None:
    put(database, [ANI] * 30 + [BUDI])
    with database.unit() as unit:
        (head,) = unit.inbox.due(NOW, limit=1)
        unit.inbox.put_off(head, until=NOW + timedelta(seconds=10), most=20)
    assert due(database, 9) == [(BUDI, 31)]
    assert due(database, 99, seconds=11)[-1] == (BUDI, 31)
    assert len(due(database, 99, seconds=11)) == 21


def test_what_was_served_before_in_the_same_unit_takes_no_place_of_what_is_kept(
    database: Database,
) -> None:
    put(database, [ANI] * 5)
    with database.unit() as unit:
        first, head = unit.inbox.due(NOW, limit=2)
        unit.inbox.done(first)
        assert unit.inbox.put_off(head, until=NOW + timedelta(seconds=10), most=4) == 0
    assert len(due(database, 99, seconds=11)) == 4


def test_of_very_many_the_oldest_are_looked_through(database: Database) -> None:
    put(database, [ANI] * LOOKED_THROUGH + [BUDI])
    assert due(database, 2) == [(ANI, 1), (ANI, 2)]
    with database.unit() as unit:
        unit.inbox.done(arrival(1))
    assert due(database, 2) == [(ANI, 2), (BUDI, LOOKED_THROUGH + 1)]


def test_how_many_wait_is_known_by_lane(database: Database) -> None:
    put(database, [ANI, ANI, BUDI])
    with database.unit() as unit:
        unit.inbox.done(arrival(1))
    with database.reading() as unit:
        assert unit.inbox.waiting_in({ANI, DEWI}) == {ANI: 1}
