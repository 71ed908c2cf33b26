"""One deed: what becomes of the ticket, and of those that were merged into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from bot.errors import ReporterErased, ReporterHasNoChat, TooLateToReopen
from bot.rules import rights
from bot.rules import ticket as rules
from bot.rules.complaint import File
from bot.rules.deadline import TicketClock
from bot.rules.ticket import (
    ENDED_STATES,
    OPEN_STATES,
    REOPENING,
    TAKING,
    UNHEARD,
    UNTAKEN_STATES,
    Changed,
    Deed,
    FieldChange,
    Result,
    Status,
)
from bot.words import desk, news
from handlers.actions import card, following, reporter
from handlers.context import Context
from handlers.turn import Turn
from storage.tables import Person, Ticket
from storage.tickets import KEEP, Keep

PARTED = frozenset({Status.WITHDRAWN, Status.SILENT})  # of a master: the others go on without it


class ClosingWords(NamedTuple):
    """An officer's words and files that end a ticket."""

    text: str
    sent: Sequence[File]


def move(
    context: Context,
    ticket: Ticket,
    deed: Deed,
    *,
    by: Person | None,
    text: str | None = None,
    sent: Sequence[File] = (),
    officer_id: int | Keep | None = KEEP,
    change: FieldChange | None = None,
    also: Mapping[str, Any] | None = None,
    clock: TicketClock | None = None,
) -> int:
    """The event's number. `by`: whoever does it, None where it happens by itself. `officer_id`:
    who has the ticket from now on. `clock`: where it is not only started or stopped.

    Raises what rights.must raises, DeedNotPossible, ReporterErased, TooLateToReopen.
    """
    rights.must(None if by is None else by.role, deed)
    must_have_reporter(ticket, deed)
    if by is not None and isinstance(officer_id, Keep) and _takes(ticket, deed):
        officer_id = by.id
    holder = ticket.officer_id if isinstance(officer_id, Keep) else officer_id
    before, master_before = ticket.status, ticket.merged_into_id
    to = rules.after(before, deed, number=str(ticket.number), held=holder is not None)
    if before in ENDED_STATES and to in OPEN_STATES and before is not Status.MERGED:
        _not_too_late(context, ticket)
    event = context.unit.tickets.move(
        ticket,
        deed,
        to=to,
        now=context.now,
        actor_id=None if by is None else by.id,
        text=text,
        officer_id=officer_id,
        change=change,
        also=also,
        clock=clock or ticket.clock.after(to, context.now, context.resources.calendar),
    )
    if deed in REOPENING:
        context.unit.refs.retire_prompts(ticket.id)
    for each in sent:
        context.unit.attachments.add(ticket.id, each, now=context.now)
    card.redraw(context, ticket)
    _redraw(context, {master_before, ticket.merged_into_id})
    if isinstance(context, Turn):
        following.tell(context, ticket, deed)
    if to is not before:
        _take_along(context, ticket, before, ClosingWords(text or "", sent))
    return event


def _takes(ticket: Ticket, deed: Deed) -> bool:
    """Whether whoever does it has the ticket from then on; one that is merged, whoever has its
    master has."""
    answers_merged = deed is Deed.REPLY and ticket.status is Status.MERGED
    return deed in TAKING and ticket.officer_id is None and not answers_merged


def _redraw(context: Context, masters: set[int | None]) -> None:
    """Of those that a ticket went along with, or does now: their cards name it."""
    if len(masters) == 1:
        return
    for master_id in masters - {None}:
        master = context.unit.tickets.get(master_id) if master_id else None
        if master is not None:
            card.redraw(context, master)


def must_have_reporter(ticket: Ticket, deed: Deed) -> None:
    """Of somebody who was erased a ticket can still be closed, noted upon, and passed about at
    the desk. Raises ReporterErased and ReporterHasNoChat."""
    if ticket.is_erased and deed not in UNHEARD:
        raise ReporterErased(str(ticket.number), anonymous=not ticket.is_known_erased)
    if ticket.is_noted_down and deed is Deed.ASK_INFO:
        raise ReporterHasNoChat(number=str(ticket.number))


def must_be_possible(turn: Turn, ticket: Ticket, deed: Deed) -> None:
    """Before anything is asked for it. Raises what `move` does, but for TooLateToReopen."""
    turn.must(deed)
    must_have_reporter(ticket, deed)
    rules.after(ticket.status, deed, number=str(ticket.number))


def _not_too_late(context: Context, ticket: Ticket) -> None:
    """A ticket is opened again under its own number for so long; then it is a new matter."""
    days = context.resources.reopen_days
    ended = context.unit.events.ended_at(ticket)
    if ended is not None and context.now - ended > timedelta(days=days):
        raise TooLateToReopen(number=str(ticket.number), days=days)


def _take_along(context: Context, master: Ticket, before: Status, told: ClosingWords) -> None:
    """Those merged into it follow at every step; each has an event of its own where it ends."""
    tickets = context.unit.tickets
    if before in ENDED_STATES and master.status in OPEN_STATES:
        for ticket in tickets.merged_into(master.id, Status.RESOLVED, Status.OUT_OF_SCOPE):
            _merge_again(context, ticket, master)
        return
    merged = tickets.merged_into(master.id, Status.MERGED)
    if merged and master.status in PARTED:
        _new_master(context, master, merged)
        return
    for ticket in merged:
        if master.status is Status.RESOLVED:
            _resolve_with(context, ticket, master, told)
        elif master.status is Status.OUT_OF_SCOPE:
            _out_with(context, ticket, master, told)
        else:
            _tell_with(context, ticket, master, before)


def _resolve_with(context: Context, ticket: Ticket, master: Ticket, told: ClosingWords) -> None:
    result = master.result
    move(
        context,
        ticket,
        Deed.RESOLVE_BY_MERGE,
        by=None,
        text=told.text,
        officer_id=master.officer_id,
        change=resulted(result) if result else None,
        also={"result": result},
    )
    by = _officer(context, master)
    words = news.resolved(ticket.number, by=by, note=told.text, result=result)
    reporter.speak(context, ticket, words, told.sent, keyboard=card.verdict_keys(ticket))


def _out_with(context: Context, ticket: Ticket, master: Ticket, told: ClosingWords) -> None:
    held_by = master.officer_id
    move(context, ticket, Deed.OUT_OF_SCOPE, by=None, text=told.text, officer_id=held_by)
    words = news.out_of_scope(ticket.number, note=told.text)
    reporter.speak(context, ticket, words, told.sent, keyboard=card.reporter_keys(ticket))


def _tell_with(context: Context, ticket: Ticket, master: Ticket, before: Status) -> None:
    """What happened to the master, where that concerns more than its own reporter."""
    number = ticket.number
    if master.status is Status.DEFERRED and master.deferred_until is not None:
        until, zone = master.deferred_until, context.resources.zone
        reporter.tell(context, ticket, news.deferred(number, until=until, zone=zone))
    elif master.status is Status.TAKEN and before in UNTAKEN_STATES:
        reporter.tell(context, ticket, news.taken(number, by=_officer(context, master)))
    elif master.status is Status.TAKEN and before is Status.DEFERRED:
        reporter.tell(context, ticket, news.resumed(number))


def _officer(context: Context, ticket: Ticket) -> str:
    officer = context.unit.people.get(ticket.officer_id) if ticket.officer_id else None
    return officer.name if officer and officer.name else desk.FORMER_OFFICER


def resulted(result: Result) -> FieldChange:
    return FieldChange(Changed.RESULT, None, result.value)


def _merge_again(context: Context, ticket: Ticket, master: Ticket) -> None:
    """It was settled with its master, which is open again."""
    change = FieldChange(Changed.MERGED_INTO, None, str(master.number))
    also = {"merged_into_id": master.id}
    move(context, ticket, Deed.MERGE, by=None, officer_id=None, change=change, also=also)
    reporter.tell(context, ticket, news.reopened_with_others(ticket.number))


def _new_master(context: Context, former: Ticket, merged: Sequence[Ticket]) -> None:
    """Whoever filed it is out; the others' matter is not. The oldest of them leads from now on."""
    first, *others = merged
    move(context, first, Deed.UNMERGE, by=None, officer_id=former.officer_id)
    for ticket in others:
        change = FieldChange(Changed.MERGED_INTO, str(former.number), str(first.number))
        also = {"merged_into_id": first.id}
        move(context, ticket, Deed.MERGE, by=None, change=change, also=also)
    words = desk.new_master(first.number, former.number, others=len(others))
    card.under_card(context, first, words)
