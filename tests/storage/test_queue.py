"""Every view of the queue, beside what the rows say one by one."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.queue_view import ShownView, View
from bot.rules.ticket import UNTAKEN_STATES, DeadlineClass, Kind, Status
from storage.engine import Database
from storage.tables import Person, Ticket
from storage.unit import Unit
from tests.support.statements import statements

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
SOON = NOW + timedelta(days=2)
OFFICERS, CATEGORIES = (900, 901), ("Akses dan login", "Lainnya")
OFFICES = (None, "Dinas Kesehatan", "RSUD Balangan")
VALUE = re.compile(r"(=|\+|LIMIT|OFFSET) (?:'[^']*'|\d+)")
"""Of a parameter: with values, SQLite finds an index of some rows to fit that else does not."""


def fill(unit: Unit, dice: random.Random) -> None:
    for number in (*OFFICERS, *range(100, 130)):
        unit.session.add(
            Person(id=number, name=f"P{number}", office=dice.choice(OFFICES), first_seen=NOW)
        )
    unit.session.flush()
    for count in range(120):
        unit.session.add(
            Ticket(
                year=2026,
                serial=count + 1,
                draft_key=str(count),
                kind=Kind.COMPLAINT,
                category=dice.choice(CATEGORIES),
                story="x",
                deadline_class=DeadlineClass.COMPLAINT,
                status=dice.choice(list(Status)),
                reporter_id=dice.randrange(100, 130),
                officer_id=dice.choice((None, *OFFICERS)),
                created_at=NOW,
                due_at=NOW + timedelta(hours=dice.randrange(-100, 100)),
            )
        )


def fits(unit: Unit, ticket: Ticket, shown: ShownView) -> bool:
    def office(number: int) -> str | None:
        person = unit.people.get(number)
        assert person is not None
        return person.office

    about = unit.tickets.get(shown.about) if shown.view in {View.CATEGORY, View.OFFICE} else None
    return {
        View.ALL: True,
        View.MINE: ticket.officer_id == shown.about,
        View.UNTAKEN: ticket.status in UNTAKEN_STATES,
        View.WAITING: ticket.status is Status.WAITING,
        View.DEFERRED: ticket.status is Status.DEFERRED,
        View.LATE: ticket.due_at <= NOW,
        View.SOON: NOW < ticket.due_at <= SOON,
        View.CATEGORY: about is not None and ticket.category == about.category,
        View.OFFICE: about is not None and office(ticket.reporter_id) == office(about.reporter_id),
    }[shown.view]


def test_what_is_open_is_counted_by_what_becomes_of_it(database: Database) -> None:
    with database.unit() as unit:
        fill(unit, random.Random(7))
        every = unit.open_tickets.oldest(most=500)
        counts = unit.open_tickets.counts(NOW)
        assert counts.open == len(every)
        assert counts.untaken == sum(each.status in UNTAKEN_STATES for each in every)
        assert counts.deferred == sum(each.status is Status.DEFERRED for each in every)
        assert counts.late == sum(each.due_at <= NOW for each in every)


@pytest.mark.parametrize("view", View)
def test_a_view_has_the_tickets_that_fit_and_what_is_due_first_in_front(
    database: Database, view: View
) -> None:
    with database.unit() as unit:
        fill(unit, random.Random(7))
    with database.unit() as unit:
        every = unit.open_tickets.oldest(most=500)
        abouts = {
            View.MINE: [*OFFICERS, 5],
            View.CATEGORY: [group.ticket_id for group in unit.queue.groups(view, most=9)],
            View.OFFICE: [group.ticket_id for group in unit.queue.groups(view, most=9)],
        }.get(view, [0])
        seen = 0
        for about in abouts:
            shown = ShownView(view, about)
            wanted = sorted(
                (ticket for ticket in every if fits(unit, ticket, shown)),
                key=lambda ticket: (ticket.due_at, ticket.id),
            )
            found = unit.queue.page(shown, now=NOW, soon=SOON, first=0, most=500)
            assert [row.ticket.id for row in found] == [ticket.id for ticket in wanted]
            assert unit.queue.count(shown, now=NOW, soon=SOON) == len(wanted)
            part = unit.queue.page(shown, now=NOW, soon=SOON, first=3, most=4)
            assert [row.ticket.id for row in part] == [ticket.id for ticket in wanted[3:7]]
            seen += len(wanted)
            if view not in {View.CATEGORY, View.OFFICE}:
                counts = unit.queue.counts(now=NOW, soon=SOON, officer_id=about)
                assert counts[view] == len(wanted)
        assert seen
        if view in {View.CATEGORY, View.OFFICE}:
            assert seen == len(every)


def test_an_office_is_read_from_what_is_open_and_not_from_all_it_ever_filed(
    database: Database,
) -> None:
    if not database.is_sqlite:
        pytest.skip("PostgreSQL plans by how many rows there are")
    with statements(database, "person.office") as asked, database.unit() as unit:
        fill(unit, random.Random(7))
        unit.session.flush()
        about = next(
            each.ticket_id for each in unit.queue.groups(View.OFFICE, most=9) if each.name
        )
        asked.clear()
        unit.queue.count(ShownView(View.OFFICE, about), now=NOW, soon=SOON)
        unit.queue.page(ShownView(View.OFFICE, about), now=NOW, soon=SOON, first=0, most=10)
        planned = plans(unit, asked)
    assert len(planned) == 2
    for plan in planned:
        assert any("ticket_open" in step for step in plan), plan


@pytest.mark.parametrize("view", sorted({*View} - {View.UNTAKEN, View.WAITING, View.DEFERRED}))
def test_a_page_is_found_in_the_index_alone(view: View, database: Database) -> None:
    """Of those before it no row is read, however far behind it stands; the others, by a state, are
    few and read by that."""
    if not database.is_sqlite:
        pytest.skip("PostgreSQL plans by how many rows there are")
    with statements(database, "OFFSET") as asked, database.unit() as unit:
        fill(unit, random.Random(7))
        unit.session.flush()
        unit.queue.page(ShownView(view, 1), now=NOW, soon=SOON, first=90, most=10)
        (plan,) = plans(unit, asked)
    assert any("COVERING INDEX ticket_open" in step for step in plan), plan


def plans(unit: Unit, asked: list[str]) -> list[list[str]]:
    """Without the values, as they are prepared."""
    driver = unit.session.connection().connection.driver_connection
    assert driver is not None
    found = []
    for statement in [VALUE.sub(r"\1 ?", each) for each in asked]:
        given = (None,) * statement.count("?")
        steps = driver.execute(f"EXPLAIN QUERY PLAN {statement}", given)
        found.append([step[3] for step in steps])
    return found
