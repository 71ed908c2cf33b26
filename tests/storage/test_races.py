"""Two at once: one wins, and the other knows it. Threads with engines of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from threading import Barrier
from typing import TypeVar

import pytest

from bot.rules.ticket import Deed, Status
from storage.engine import Database, opened
from storage.tickets import LostRace
from tests.storage.rows import BUDI, DEWI, NOW, arrival, file, page_of, people


@contextmanager
def several(url: str, count: int) -> Iterator[list[Database]]:
    """Databases that know nothing of each other, as in as many processes."""
    if not count:
        yield []
        return
    with opened(url) as one, several(url, count - 1) as others:
        yield [one, *others]


R = TypeVar("R")


def together(deeds: list[Callable[[], R]]) -> list[R]:
    with ThreadPoolExecutor(len(deeds)) as pool:
        return [future.result() for future in [pool.submit(deed) for deed in deeds]]


def test_one_of_two_officers_takes_a_ticket(database: Database, database_url: str) -> None:
    people(database)
    with database.unit() as unit:
        ticket_id = file(unit, "a").id
    start = Barrier(2)

    def take(own: Database, officer: int) -> str:
        with own.reading() as unit:
            seen = unit.tickets.get(ticket_id)
            assert seen is not None
        start.wait()
        try:
            with own.unit() as unit:
                ticket = unit.tickets.get(ticket_id)
                assert ticket is not None
                if ticket.status is not Status.OPEN:
                    return "too late"
                unit.tickets.move(
                    ticket,
                    Deed.TAKE,
                    to=Status.TAKEN,
                    now=NOW,
                    actor_id=officer,
                    officer_id=officer,
                    clock=ticket.clock,
                )
        except LostRace:
            return "lost"
        return "won"

    with several(database_url, 2) as (one, two):
        outcomes = together([lambda: take(one, BUDI), lambda: take(two, DEWI)])
    assert outcomes.count("won") == 1
    with database.reading() as unit:
        ticket = unit.tickets.get(ticket_id)
        assert ticket is not None
        assert ticket.officer_id == (BUDI if outcomes[0] == "won" else DEWI)
        assert [event.deed for event in unit.events.history(ticket)] == [Deed.FILE, Deed.TAKE]


def test_what_was_seen_before_another_wrote_does_not_count(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        ticket = file(unit, "a")
    with database.unit() as unit:
        mine = unit.tickets.get(ticket.id)
        assert mine is not None
        unit.tickets.move(
            mine, Deed.TAKE, to=Status.TAKEN, now=NOW, actor_id=BUDI, clock=mine.clock
        )
    with pytest.raises(LostRace), database.unit() as unit:
        unit.tickets.move(
            ticket, Deed.TAKE, to=Status.TAKEN, now=NOW, actor_id=DEWI, clock=ticket.clock
        )


def test_numbers_have_no_gap_and_no_twin(database: Database, database_url: str) -> None:
    """Eight at once, some of whom change their minds, over the turn of a year."""
    people(database)

    def work(own: Database, worker: int) -> None:
        for count in range(10):
            year = 2026 if count < 5 else 2027
            try:
                with own.unit() as unit:
                    file(unit, f"{worker}-{count}", year=year)
                    if count % 5 == worker % 5:
                        raise InterruptedError
            except InterruptedError:
                continue

    with several(database_url, 8) as all_of_them:
        together([lambda own=own, i=i: work(own, i) for i, own in enumerate(all_of_them)])  # type: ignore[misc]
    with database.reading() as unit:
        tickets = unit.open_tickets.oldest()
    for year in (2026, 2027):
        serials = sorted(ticket.serial for ticket in tickets if ticket.year == year)
        assert serials == list(range(1, 33)), year


def test_a_period_is_claimed_by_one_of_eight(database: Database, database_url: str) -> None:
    start = Barrier(8)

    def claim(own: Database) -> int:
        start.wait()
        won = 0
        for week in range(5):
            with own.unit() as unit:
                won += unit.agenda.claim(page_of(f"2026-W{week}"), now=NOW)
        return won

    with several(database_url, 8) as all_of_them:
        assert sum(together([lambda own=own: claim(own) for own in all_of_them])) == 5  # type: ignore[misc]


def test_a_claim_that_is_rolled_back_is_free_again(database: Database) -> None:
    with suppress(InterruptedError), database.unit() as unit:
        assert unit.agenda.claim(page_of("2026-W48"), now=NOW)
        raise InterruptedError
    with database.unit() as unit:
        assert unit.agenda.claim(page_of("2026-W48"), now=NOW)
        assert not unit.agenda.claim(page_of("2026-W48"), now=NOW)


def test_an_update_is_kept_once_whoever_stores_it(database: Database, database_url: str) -> None:
    def store(own: Database) -> None:
        for first in range(0, 50, 5):
            with own.unit() as unit:
                unit.inbox.add([arrival(first + count) for count in range(10)], NOW)

    with several(database_url, 4) as all_of_them:
        together([lambda own=own: store(own) for own in all_of_them])  # type: ignore[misc]
    with database.unit() as unit:
        assert len(unit.inbox.due(NOW, limit=99)) == 55


def test_an_update_served_by_two_counts_for_one(database: Database) -> None:
    with database.unit() as unit:
        unit.inbox.add([arrival(1)], NOW)
    with database.unit() as unit:
        (row,) = unit.inbox.due(NOW, limit=9)
    with database.unit() as unit:
        unit.inbox.done(row)

    def serve_again() -> None:
        with database.unit() as unit:
            unit.agenda.claim(page_of("2026-W48"), now=NOW)
            unit.inbox.done(row)

    with pytest.raises(RuntimeError, match="served twice"):
        serve_again()
    with database.unit() as unit:
        assert unit.agenda.claim(page_of("2026-W48"), now=NOW)
