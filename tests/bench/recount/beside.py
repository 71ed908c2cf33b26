"""What stands beside the ratio once more, in plain Python over the raw rows: it shares no query,
no rule and no calendar with the product. Days are WITA's, without weekends and holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, text

EIGHT = timedelta(hours=8)
DAY = timedelta(days=1)
ANSWERS = {"reply", "ask_info", "resolve", "out_of_scope", "resolve_by_merge"}
ANSWERS |= {"resolve_by_incident"}
OPEN = {"open", "verified", "taken", "waiting", "deferred"}
RESOLVED = {"resolved", "closed", "lapsed"}
RUNNING = {"open", "verified", "taken"}


def recounted(
    connection: Connection,
    since: datetime,
    until: datetime,
    as_of: datetime,
    holidays: frozenset[date],
    days: int,
) -> dict[str, int]:
    tickets = _read(connection, "SELECT id, kind, created_at, due_at FROM ticket")
    events = _read(
        connection, "SELECT ticket_id, at, deed, before, after FROM ticket_event ORDER BY id"
    )
    lives: dict[int, list[Any]] = {}
    for event in events:
        if _moment(event.at) < as_of:
            lives.setdefault(event.ticket_id, []).append(event)
    count = dict.fromkeys(
        (
            *("first_met", "first_missed", "first_not_yet", "later_met", "later_missed"),
            *("last_met", "last_missed", "ended", "backlog"),
        ),
        0,
    )
    for ticket in tickets:
        came = _moment(ticket.created_at)
        if ticket.kind == "information" or not since <= came < min(until, as_of):
            continue
        _add(count, lives[ticket.id], came, _moment(ticket.due_at), as_of, holidays, days)
    return count | _asked(connection, since, min(until, as_of), as_of)


def _add(
    count: dict[str, int],
    life: list[Any],
    came: datetime,
    due: datetime,
    as_of: datetime,
    holidays: frozenset[date],
    days: int,
) -> None:
    state = life[-1].after
    answers = [_moment(event.at) for event in life if event.deed in ANSWERS]
    limit = _limit(came, days, holidays)
    if answers:
        count["first_met" if answers[0] < limit else "first_missed"] += 1
    elif state in OPEN:
        count["first_missed" if limit <= as_of else "first_not_yet"] += 1
    wrote = _later(count, life, holidays, days)
    if wrote is not None and state in OPEN and _limit(wrote, days, holidays) <= as_of:
        count["later_missed"] += 1
    stops = [
        _moment(event.at)
        for event in life
        if event.before in RUNNING and event.after not in RUNNING
    ]
    stopped = stops[-1] if stops and state not in RUNNING else None
    if state in RESOLVED:
        count["last_missed" if due <= (stopped or as_of) else "last_met"] += 1
    elif state in OPEN and due <= (stopped or as_of):
        count["last_missed"] += 1
    count["backlog"] += state in OPEN
    over = any(event.before in OPEN and event.after not in OPEN for event in life)
    count["ended"] += over or any(event.deed in ("reopen", "dispute") for event in life)


def _later(
    count: dict[str, int], life: list[Any], holidays: frozenset[date], days: int
) -> datetime | None:
    """Since when an answer is waited for."""
    wrote, answered = None, False
    for event in life:
        at = _moment(event.at)
        if event.deed in ANSWERS:
            if wrote is not None:
                met = at < _limit(wrote, days, holidays)
                count["later_met" if met else "later_missed"] += 1
            wrote, answered = None, True
        elif event.deed in ("answer", "dispute") and event.after in OPEN and answered:
            wrote = wrote or at
    return wrote


def _limit(at: datetime, days: int, holidays: frozenset[date]) -> datetime:
    """The midnight that ends the last of so many working days after the day."""
    day = (at + EIGHT).date()
    while days:
        day += DAY
        days -= day.weekday() < 5 and day not in holidays
    end = day + DAY
    return datetime(end.year, end.month, end.day, tzinfo=UTC) - EIGHT


def _asked(
    connection: Connection, since: datetime, until: datetime, as_of: datetime
) -> dict[str, int]:
    week = timedelta(days=7)
    everything = _read(connection, "SELECT * FROM question")
    questions = [row for row in everything if row.text]
    tickets = _read(connection, "SELECT reporter_id, created_at FROM ticket")
    answered = without = judged = deflected = 0
    people = {row.asker_id for row in everything if since <= _moment(row.at) < until}
    people |= {row.reporter_id for row in tickets if since <= _moment(row.created_at) < until}
    for row in questions:
        at = _moment(row.at)
        if row.entry_id is None or not since <= at < until:
            continue
        answered += 1
        filed = any(
            other.reporter_id == row.asker_id
            and at <= _moment(other.created_at) <= at + week
            and _moment(other.created_at) < as_of
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
            and at < _moment(other.at) <= at + week
            and row.entry_id == (other.entry_id or other.nearest_id)
            for other in questions
        )
        deflected += not again and row.helpful not in (False, 0)
    known = {row.id: row.office for row in _read(connection, "SELECT id, office FROM person")}
    offices = {known[person].lower() for person in people if known[person]}
    return {
        "book_answered": answered,
        "book_without": without,
        "book_judged": judged,
        "book_deflected": deflected,
        "people": len(people),
        "offices": len(offices),
    }


def _read(connection: Connection, query: str) -> list[Any]:
    return list(connection.execute(text(query)))


def _moment(told: Any) -> datetime:
    """As it lies there: SQLite has text, in UTC."""
    if isinstance(told, str):
        return datetime.fromisoformat(told).replace(tzinfo=UTC)
    return datetime.fromtimestamp(told.timestamp(), UTC)
