"""What holds of a ticket's life after every step of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from bot.rules.indicator import MeasuredTicket
from bot.rules.ticket import (
    ANSWERING,
    MOVES,
    REOPENING,
    RESOLVING,
    SETTLED_STATES,
    UNTAKEN_STATES,
    Kind,
    Number,
    Status,
)
from storage.prepared import Row
from storage.tables import Ticket

Histories = dict[int, list[Row]]


def every_step_is_one_of_the_table(ticket: Ticket, history: list[Row]) -> None:
    assert history[-1].after is ticket.status
    assert history[-1].officer_id == ticket.officer_id
    for one, next_ in pairwise(history):
        assert next_.before is one.after
        led_to = MOVES[one.after, next_.deed]
        queued = led_to is Status.TAKEN and next_.officer_id is None
        assert next_.after is (Status.VERIFIED if queued else led_to)


def a_ticket_is_what_its_state_says(ticket: Ticket, tickets: dict[int, Ticket]) -> None:
    untaken = ticket.status in UNTAKEN_STATES
    assert not (untaken and ticket.officer_id is not None)
    assert ticket.status is not Status.TAKEN or ticket.officer_id is not None
    assert (ticket.status is Status.DEFERRED) == (ticket.deferred_until is not None)
    assert (ticket.status in SETTLED_STATES) == (ticket.result is not None)
    if ticket.status is Status.MERGED:
        master = tickets[ticket.merged_into_id or 0]
        assert master.status is not Status.MERGED


def grouped(events: Iterable[Row]) -> Histories:
    """Rows and no objects: they are read after every step."""
    found: Histories = {}
    for row in events:
        found.setdefault(row.ticket_id, []).append(row)
    return found


def case(ticket: Ticket, events: list[Row]) -> MeasuredTicket:
    """Of the events alone, but for the kind of one that was never put right."""
    kinds = [event.became for event in events if event.field == "kind" and event.became]
    status = events[-1].after
    resolved = [event.at for event in events if event.deed in RESOLVING]
    return MeasuredTicket(
        number=str(Number(ticket.year, ticket.serial)),
        kind=Kind(kinds[-1]) if kinds else ticket.kind,
        category=ticket.category,
        received_at=events[0].at,
        due_at=ticket.due_at,
        status=status,
        first_answer_at=min((e.at for e in events if e.deed in ANSWERING), default=None),
        resolved_at=max(resolved) if resolved and status in SETTLED_STATES else None,
        reopened_at=tuple(event.at for event in events if event.deed in REOPENING),
    )
