"""A report's figures out of the database are those of all tickets and events, read one by one."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event as sql_event
from sqlmodel import col, select

from bot.data.editions import editions
from bot.rules.deadline import DeadlineState, TicketClock, replayed, soon_until
from bot.rules.indicator import MeasuredTicket, Window, summarise
from bot.rules.ticket import (
    ANSWERING,
    DESK_DEEDS,
    MOVES,
    REOPENING,
    RESOLVING,
    SETTLED_STATES,
    Kind,
    Status,
)
from bot.rules.weekly import history, reaches_back_to, weekly
from storage.engine import Database
from storage.lateness import is_late, is_soon
from storage.tables import Ticket, TicketEvent
from storage.unit import Unit
from tests.rules.cases import CALENDAR, at
from tests.storage.rows import ANI, BUDI, people

FIRST, DAYS = at("2024-11-01T00:00"), 500
EDITION = editions().default
KINDS, CATEGORIES = tuple(Kind), ("MFA dan OTP", "Menyusun SKP", "Lainnya")


def played(unit: Unit, dice: random.Random, tickets: int) -> None:
    """Lives of tickets, each deed one that the rules allow, over new year and week borders."""
    for number in range(tickets):
        now = FIRST + timedelta(minutes=dice.randrange(DAYS * 24 * 60))
        ticket = unit.tickets.file(
            number=unit.tickets.next_number(now.year),
            draft_key=str(number),
            kind=dice.choice(KINDS),
            category=dice.choice(CATEGORIES),
            story="Tidak bisa menyimpan",
            reporter_id=ANI,
            now=now,
            due_at=now + timedelta(days=dice.randrange(1, 20)),
        )
        for _ in range(dice.randrange(8)):
            now += timedelta(minutes=dice.choice((1, 90, 2_000, 20_000)))
            deeds = [deed for status, deed in MOVES if status == ticket.status]
            deed = dice.choice(deeds)
            actor = BUDI if deed in DESK_DEEDS else ANI
            to = MOVES[ticket.status, deed]
            clock = ticket.clock.after(to, now, CALENDAR)
            unit.tickets.move(ticket, deed, to=to, now=now, actor_id=actor, clock=clock)


def one_by_one(unit: Unit, as_of: datetime) -> list[MeasuredTicket]:
    """Every ticket with all its events, as they stood at `as_of`: slow, and plainly right."""
    events: defaultdict[int, list[TicketEvent]] = defaultdict(list)
    for event in unit.session.exec(select(TicketEvent).order_by(col(TicketEvent.id))):
        events[event.ticket_id].append(event)
    tickets = unit.session.exec(select(Ticket).order_by(col(Ticket.created_at), col(Ticket.id)))
    return [
        _case(ticket, events[ticket.id], as_of) for ticket in tickets if ticket.created_at < as_of
    ]


def _case(ticket: Ticket, everything: list[TicketEvent], as_of: datetime) -> MeasuredTicket:
    events = [event for event in everything if event.at < as_of]
    status: Status = events[-1].after
    clock = replayed(promised(ticket, everything), states(events), CALENDAR)
    resolved = [event.at for event in events if event.deed in RESOLVING]
    return MeasuredTicket(
        number=str(ticket.number),
        kind=ticket.kind,
        category=ticket.category,
        received_at=ticket.created_at,
        due_at=clock.due_at,
        status=status,
        first_answer_at=min((e.at for e in events if e.deed in ANSWERING), default=None),
        resolved_at=max(resolved) if resolved and status in SETTLED_STATES else None,
        reopened_at=tuple(event.at for event in events if event.deed in REOPENING),
        paused_at=clock.paused_at,
        channel=ticket.channel,
    )


def promised(ticket: Ticket, events: list[TicketEvent]) -> TicketClock:
    """As it was when the ticket came."""
    moved = (event.due_before for event in events if event.due_before is not None)
    return TicketClock(next(moved, ticket.due_at))


def states(events: list[TicketEvent]) -> list[tuple[datetime, Status]]:
    return [(event.at, event.after) for event in events]


def test_the_clock_that_is_kept_is_that_of_the_events_and_queries_agree(
    database: Database,
) -> None:
    dice = random.Random(5)
    people(database)
    with database.unit() as unit:
        played(unit, dice, tickets=150)
    with database.reading() as unit:
        tickets = list(unit.session.exec(select(Ticket)))
        for ticket in tickets:
            of = select(TicketEvent).where(col(TicketEvent.ticket_id) == ticket.id)
            events = list(unit.session.exec(of.order_by(col(TicketEvent.id))))
            promise = promised(ticket, events)
            assert replayed(promise, states(events), CALENDAR) == ticket.clock
        for _ in range(20):
            now = FIRST + timedelta(minutes=dice.randrange(DAYS * 24 * 60))
            soon = soon_until(CALENDAR, now)
            for standing, said in (
                (DeadlineState.LATE, is_late(now)),
                (DeadlineState.SOON, is_soon(now, soon)),
            ):
                found = {*unit.session.exec(select(Ticket.id).where(said))}
                assert found == {
                    each.id for each in tickets if each.clock.standing(now, soon) is standing
                }


@pytest.mark.parametrize("seed", range(2))
def test_the_figures_are_those_of_all_rows(database: Database, seed: int) -> None:
    dice = random.Random(seed)
    people(database)
    with database.unit() as unit:
        played(unit, dice, tickets=150)
    with database.reading() as unit:
        for _ in range(20):
            as_of = FIRST + timedelta(minutes=dice.randrange(DAYS * 24 * 60))
            monday = CALENDAR.monday_of(as_of) - timedelta(weeks=dice.randrange(3))
            since = reaches_back_to(monday, as_of, CALENDAR)
            everything = one_by_one(unit, as_of)
            found = unit.figures.cases(as_of=as_of, since=since)
            assert set(found) <= {_since(case, since) for case in everything}
            assert weekly(found, monday, as_of, CALENDAR, EDITION) == weekly(
                everything, monday, as_of, CALENDAR, EDITION
            )
            assert history(found, monday, CALENDAR) == history(everything, monday, CALENDAR)
            window = Window(as_of - timedelta(days=dice.randrange(1, 400)), as_of, as_of)
            found = unit.figures.cases(as_of=as_of, since=window.start)
            assert summarise(found, window, EDITION) == summarise(everything, window, EDITION)
            came = unit.figures.received(as_of=as_of, since=window.start)
            assert came == [case for case in everything if case.received_at >= window.start]


def _since(case: MeasuredTicket, moment: datetime) -> MeasuredTicket:
    """Opened again before then, it adds to no figure."""
    return replace(case, reopened_at=tuple(at for at in case.reopened_at if at >= moment))


def test_a_report_reads_no_row_of_an_event_but_of_those_few_that_an_index_has(
    database: Database,
) -> None:
    if not database.is_sqlite:
        pytest.skip("PostgreSQL plans by how many rows there are")
    asked: list[tuple[str, int]] = []
    with database.reading() as unit:
        connection = unit.session.connection()
        sql_event.listen(
            connection,
            "before_cursor_execute",
            lambda *given: asked.append((given[2], len(given[3]))),
        )
        unit.figures.cases(as_of=FIRST, since=FIRST)
        unit.figures.received(as_of=FIRST, since=FIRST)
        list(unit.report_rows.talked(FIRST, FIRST, as_of=FIRST))
        list(unit.report_rows.received(FIRST, FIRST, as_of=FIRST))
        driver = connection.connection.driver_connection
        assert driver is not None
        for statement, values in asked:
            plan = driver.execute(f"EXPLAIN QUERY PLAN {statement}", (None,) * values).fetchall()
            of_events = [step[3] for step in plan if "ticket_event" in step[3]]
            assert of_events
            assert all(
                "COVERING" in step or "_reopened" in step or "_due" in step for step in of_events
            ), plan
