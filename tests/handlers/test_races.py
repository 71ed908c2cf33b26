"""Two processes at one ticket: one winner, one event, and the loser is told.

A hundred of each race; with `--slow` a thousand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from threading import Barrier

import pytest
from sqlmodel import select

from bot.rules.complaint import Draft
from bot.rules.dialog import DialogKind
from bot.rules.ticket import Kind, Role
from bot.simulator.world.accounts import ANI, BUDI, DEWI, EKO
from bot.wire.run import Backend
from bot.words.html import Html, as_text
from handlers import buttons as b
from handlers.backend import backend
from handlers.resources import Resources
from storage import drafts
from storage.engine import Database, opened
from storage.tables import OutboxRow, Ticket, TicketEvent
from tests.bench.large import updates
from tests.handlers.races import RACES, Race, Update, prepare
from tests.storage.rows import NOW, file
from tests.support.still_clock import StillClock

NAMES = {ANI: "Ani", BUDI: "Budi", DEWI: "Dewi", EKO: "Eko"}


@pytest.fixture
def count(request: pytest.FixtureRequest) -> int:
    return 1_000 if request.config.getoption("--slow") else 100


@pytest.fixture
def two(database_url: str, resources: Resources) -> Iterator[tuple[Backend, Backend]]:
    """Processes that know nothing of each other."""
    free = replace(resources, limits=replace(resources.limits, turns_a_minute=10**6))
    with ExitStack() as stack:
        one, other = (
            backend(stack.enter_context(opened(database_url)), free, StillClock(NOW))
            for _ in range(2)
        )
        yield one, other


def filled(database: Database, count: int, race: Race | None = None) -> list[int]:
    with database.unit() as unit:
        for number, name in NAMES.items():
            person = unit.people.seen(number, name=name, username=None, now=NOW)
            person.role = Role.ASKER if number == ANI else Role.OFFICER
    ids = []
    for first in range(0, count + 1, 50):
        with database.unit() as unit:
            for draft in range(first, min(first + 50, count + 1)):
                ticket = file(unit, str(draft))
                if race is not None:
                    prepare(unit, ticket, race.begins)
                ids.append(ticket.id)
    return ids


def run(two: tuple[Backend, Backend], pairs: list[tuple[Update, Update]]) -> None:
    """Each pair at once; of the next nobody begins before both are done."""
    start = Barrier(2)

    def acts(own: Backend, mine: list[Update]) -> None:
        for update in mine:
            start.wait()
            own.commit([update], ())

    with ThreadPoolExecutor(2) as pool:
        sides = zip(two, zip(*pairs, strict=True), strict=True)
        for each in [pool.submit(acts, own, list(mine)) for own, mine in sides]:
            each.result()


@pytest.mark.parametrize("name", RACES)
def test_two_at_one_ticket(
    name: str, database: Database, two: tuple[Backend, Backend], count: int
) -> None:
    race = RACES[name]
    _, *tickets = filled(database, count, race)
    begun = dict.fromkeys(tickets, 0)
    with database.reading() as unit:
        for event in unit.session.exec(select(TicketEvent)):
            if event.ticket_id in begun:
                begun[event.ticket_id] += 1
    run(two, [race.acts(ticket) for ticket in tickets])
    told = said(database)
    with database.reading() as unit:
        for ticket_id in tickets:
            ticket = unit.tickets.get(ticket_id)
            assert ticket is not None
            done = tuple(e.deed for e in unit.events.history(ticket)[begun[ticket_id] :])
            assert done in race.ends, ticket.number
            for words in race.told[race.ends.index(done)]:
                heard = [each for each in told if str(ticket.number) in each and words in each]
                assert len(heard) == 1, (words, ticket.number)


def test_the_same_report_sent_twice(
    database: Database, two: tuple[Backend, Backend], count: int
) -> None:
    people = range(5_001, 5_001 + count)
    draft = Draft(kind=Kind.COMPLAINT, category="Lainnya", story="Tidak bisa menyimpan apa pun")
    with database.unit() as unit:
        for person in people:
            unit.people.seen(person, name=f"P{person}", username=None, now=NOW)
            unit.dialogs.begin(
                person,
                DialogKind.COMPLAINT,
                now=NOW,
                step="check",
                key=f"{person:08x}",
                draft=drafts.write(draft),
            )
    press = [updates.presses(person, b.Send(f"{person:08x}")) for person in people]
    again = [updates.presses(person, b.Send(f"{person:08x}")) for person in people]
    run(two, list(zip(press, again, strict=True)))
    with database.reading() as unit:
        filed = unit.session.exec(select(Ticket)).all()
        assert sorted(ticket.reporter_id for ticket in filed) == [*people]
        assert len(unit.session.exec(select(TicketEvent)).all()) == count
    told = said(database)
    for ticket in filed:
        heard = [each for each in told if f"Sudah terkirim sebagai {ticket.number}" in each]
        assert len(heard) == 1, ticket.number


def said(database: Database) -> list[str]:
    """All that anybody was told, marked up or not."""
    with database.reading() as unit:
        rows = unit.session.exec(select(OutboxRow.payload)).all()
    return [as_text(Html(str(json.loads(row).get("text", "")))) for row in rows]
