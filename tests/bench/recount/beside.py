"""What stands beside the ratio once more, in plain Python over the raw rows: it shares no query,
no rule and no calendar with the product."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from tests.bench.recount.measured import down, satisfaction, times
from tests.bench.recount.office import DAY, EIGHT, works
from tests.bench.recount.raw import ANSWERS, OPEN, RESOLVED, RUNNING, moment, read

COUNTED = (
    *("received", "resolved", "reopened", "ended", "backlog"),
    *("first_met", "first_missed", "first_not_yet", "later_met", "later_missed"),
    *("last_met", "last_missed", "last_not_yet"),
)
TICKETS = """
SELECT t.id, t.kind, t.created_at, t.due_at, t.category, t.deadline_class, t.channel,
  t.lapor_number, reporter.office AS office, officer.name AS officer
FROM ticket t JOIN person reporter ON reporter.id = t.reporter_id
  LEFT JOIN person officer ON officer.id = t.officer_id
"""


def recounted(
    connection: Connection, since: datetime, until: datetime, as_of: datetime, days: int
) -> dict[str, Any]:
    """`days`: working days within which an answer is in time."""
    tickets = read(connection, TICKETS)
    query = "SELECT ticket_id, at, deed, before, after FROM ticket_event ORDER BY id"
    lives: dict[int, list[Any]] = {}
    for event in read(connection, query):
        if moment(event.at) < as_of:
            lives.setdefault(event.ticket_id, []).append(event)
    over = min(until, as_of)
    chosen = [
        (ticket, lives[ticket.id])
        for ticket in tickets
        if ticket.kind != "information" and since <= moment(ticket.created_at) < over
    ]
    count: dict[str, Any] = dict.fromkeys(COUNTED, 0)
    for ticket, life in chosen:
        own = dict.fromkeys(COUNTED, 0)
        _add(own, life, moment(ticket.created_at), moment(ticket.due_at), as_of, days)
        for group in ("", *_groups(ticket)):
            for name, more in own.items():
                count[group + name] = count.get(group + name, 0) + more
    return (
        count
        | _asked(connection, since, over, as_of)
        | times(chosen, as_of)
        | satisfaction(read(connection, "SELECT * FROM satisfaction"), since, over)
        | down(
            read(connection, "SELECT * FROM downtime"),
            read(connection, "SELECT * FROM agenda"),
            since,
            over,
        )
    )


def _groups(ticket: Any) -> tuple[str, ...]:
    return (
        f"class {ticket.deadline_class}: ",
        f"category {ticket.category}: ",
        f"office {ticket.office or ''}: ",
        f"officer {ticket.officer or ''}: ",
    )


def _add(
    count: dict[str, int],
    life: list[Any],
    came: datetime,
    due: datetime,
    as_of: datetime,
    days: int,
) -> None:
    state = life[-1].after
    answers = [moment(event.at) for event in life if event.deed in ANSWERS]
    limit = _limit(came, days)
    if answers:
        count["first_met" if answers[0] < limit else "first_missed"] += 1
    elif state in OPEN:
        count["first_missed" if limit <= as_of else "first_not_yet"] += 1
    wrote = _later(count, life, days)
    if wrote is not None and state in OPEN and _limit(wrote, days) <= as_of:
        count["later_missed"] += 1
    stops = [
        moment(event.at)
        for event in life
        if event.before in RUNNING and event.after not in RUNNING
    ]
    stopped = stops[-1] if stops and state not in RUNNING else None
    if state in RESOLVED:
        count["last_missed" if due <= (stopped or as_of) else "last_met"] += 1
    elif state in OPEN:
        count["last_missed" if due <= (stopped or as_of) else "last_not_yet"] += 1
    count["received"] += 1
    count["resolved"] += state in RESOLVED
    count["backlog"] += state in OPEN
    over = any(event.before in OPEN and event.after not in OPEN for event in life)
    again = any(event.deed in ("reopen", "dispute") for event in life)
    count["ended"] += over or again
    count["reopened"] += again


def _later(count: dict[str, int], life: list[Any], days: int) -> datetime | None:
    """Since when an answer is waited for."""
    wrote, answered = None, False
    for event in life:
        at = moment(event.at)
        if event.deed in ANSWERS:
            if wrote is not None:
                met = at < _limit(wrote, days)
                count["later_met" if met else "later_missed"] += 1
            wrote, answered = None, True
        elif event.deed in ("answer", "dispute") and event.after in OPEN and answered:
            wrote = wrote or at
    return wrote


def _limit(at: datetime, days: int) -> datetime:
    """The midnight that ends the last of so many working days after the day."""
    day = (at + EIGHT).date()
    while days:
        day += DAY
        days -= works(day)
    end = day + DAY
    return datetime(end.year, end.month, end.day, tzinfo=UTC) - EIGHT


def _asked(
    connection: Connection, since: datetime, until: datetime, as_of: datetime
) -> dict[str, int]:
    week = timedelta(days=7)
    everything = read(connection, "SELECT * FROM question")
    questions = [row for row in everything if row.text]
    tickets = read(connection, "SELECT reporter_id, created_at FROM ticket")
    answered = without = judged = deflected = 0
    people = {row.asker_id for row in everything if since <= moment(row.at) < until}
    people |= {row.reporter_id for row in tickets if since <= moment(row.created_at) < until}
    for row in questions:
        at = moment(row.at)
        if row.entry_id is None or not since <= at < until:
            continue
        answered += 1
        filed = any(
            other.reporter_id == row.asker_id
            and at <= moment(other.created_at) <= at + week
            and moment(other.created_at) < as_of
            for other in tickets
        )
        if row.ticket_id is not None or filed:
            continue
        without += 1
        if at >= as_of - week:
            continue
        judged += 1
        again = any(
            other.asker_id == row.asker_id
            and at < moment(other.at) <= at + week
            and row.entry_id == (other.entry_id or other.nearest_id)
            for other in questions
        )
        deflected += not again and row.helpful not in (False, 0)
    known = {row.id: row.office for row in read(connection, "SELECT id, office FROM person")}
    offices = {known[person].lower() for person in people if known[person]}
    return {
        "book_answered": answered,
        "book_without": without,
        "book_judged": judged,
        "book_deflected": deflected,
        "people": len(people),
        "offices": len(offices),
    }
