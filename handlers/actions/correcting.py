"""What was filed wrongly, or was found out since: put right by an officer, with an event each."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from bot.errors import DeedNotPossible
from bot.rules.deadline import TicketClock, reclassed
from bot.rules.ticket import (
    SETTLED_STATES,
    Changed,
    DeadlineClass,
    Deed,
    FieldChange,
    Kind,
    Priority,
    Result,
)
from handlers.actions.moving import move
from handlers.context import Context
from handlers.turn import Turn
from storage.tables import Ticket


class Field(StrEnum):
    KIND = "kind"
    CATEGORY = "category"
    PRIORITY = "priority"
    DEADLINE_CLASS = "deadline_class"
    RESULT = "result"


def choices(context: Context, field: Field) -> list[str]:
    """The values that it can have, in the order in which they are shown."""
    match field:
        case Field.KIND:
            return list(Kind)
        case Field.CATEGORY:
            return list(context.resources.categories)
        case Field.PRIORITY:
            return list(Priority)
        case Field.DEADLINE_CLASS:
            return [DeadlineClass.INFORMATION, DeadlineClass.COMPLAINT]
        case Field.RESULT:
            return list(Result)


def correct(turn: Turn, ticket: Ticket, field: Field, value: str) -> bool:
    """To one of its choices; False where it was so already."""
    if field is Field.RESULT and ticket.status not in SETTLED_STATES:
        raise DeedNotPossible(number=str(ticket.number), status=ticket.status, deed=Deed.CORRECT)
    was = getattr(ticket, field)
    if was == value:
        return False
    also = _meaning(ticket, field, value)
    counted_as = also.get("deadline_class", ticket.deadline_class)
    clock = None
    if counted_as != ticket.deadline_class:
        clock = _clock(turn, ticket, DeadlineClass(counted_as), also.get("kind", ticket.kind))
    change = FieldChange(Changed(field), was, value)
    move(turn, ticket, Deed.CORRECT, by=turn.person, change=change, also=also, clock=clock)
    return True


def _meaning(ticket: Ticket, field: Field, value: str) -> dict[str, Any]:
    """The columns that change: of another kind it may be due by other periods."""
    match field:
        case Field.KIND:
            kind = Kind(value)
            return {"kind": kind, "deadline_class": _class_of(ticket, kind)}
        case Field.PRIORITY:
            return {"priority": Priority(value)}
        case Field.DEADLINE_CLASS:
            return {"deadline_class": DeadlineClass(value)}
        case Field.RESULT:
            return {"result": Result(value)}
        case Field.CATEGORY:
            return {"category": value}


def _class_of(ticket: Ticket, kind: Kind) -> DeadlineClass:
    """What is supervisory stays so, whatever kind it is."""
    supervisory = ticket.deadline_class is DeadlineClass.SUPERVISORY
    return DeadlineClass.SUPERVISORY if supervisory else DeadlineClass.of(kind)


def _clock(context: Context, ticket: Ticket, counted_as: DeadlineClass, kind: Kind) -> TicketClock:
    """As if it had been so from the day it came."""
    if counted_as is DeadlineClass.INFORMATION:
        kind = Kind.INFORMATION
    elif kind is Kind.INFORMATION:
        kind = Kind.COMPLAINT
    days = context.resources.terms.resolution[kind]
    states = [(event.at, event.after) for event in context.unit.events.history(ticket)]
    return reclassed(ticket.created_at, days, states, context.resources.calendar)
