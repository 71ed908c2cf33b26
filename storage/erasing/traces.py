"""Where there is something of a person. All is read by number, on a reading connection."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import and_, or_
from sqlalchemy import select as sql_select
from sqlmodel import col, func, select

from bot.rules.dialog import DialogKind
from bot.rules.purpose import OF_NO_TICKET
from storage import drafts
from storage.erasing.own import LIKE, PersonPatterns, is_in_update, text_of
from storage.for_group import READABLE
from storage.tables import (
    ERASED_ID,
    Announcement,
    BlockRow,
    ClinicRequest,
    ClinicSeat,
    ClinicSession,
    DialogRow,
    InboxRow,
    InboxStatus,
    IncidentNews,
    IncidentRow,
    JobRow,
    JobStatus,
    LearnedRow,
    MessageRef,
    OutboxRow,
    OutboxStatus,
    Person,
    Question,
    SurveyFollowUp,
    Table,
    TemplateRow,
    Ticket,
    TicketEvent,
)
from storage.unit import Unit

EMPTY = "{}"  # a call of which nothing is left
_TOLD_OF_A_CALL = [
    col(column)
    for column in (
        OutboxRow.id,
        OutboxRow.chat_id,
        OutboxRow.quotes,
        OutboxRow.message_id,
        OutboxRow.status,
        OutboxRow.prompted_id,
        OutboxRow.payload,
        OutboxRow.ticket_id,
    )
]


@dataclass(frozen=True)
class GroupMessage:
    """What stands in a group and repeats what the person wrote, or names them."""

    chat_id: int
    message_id: int
    file: str | None = None
    anonymous: bool = False  # it may belong to what was told without a name


class NamingEvent(NamedTuple):
    event_id: int
    ticket_id: int
    without: str
    """The text without the name."""


@dataclass(frozen=True)
class Traces:
    """Where there is something of a person."""

    person_id: int
    tickets: list[int]
    questions: list[int]
    learned: list[int]
    messages: list[int]
    updates: list[int]
    jobs: list[int]
    handled: list[int]
    """Tickets of others, for which they acted as an officer."""
    acts: list[int]
    reviews: list[int]
    seats: list[int]
    requests: list[int]
    noting: list[int]
    """Officers who are just noting something down of them."""
    notes: list[tuple[type[Table], int, dict[str, str]]]
    """What officers wrote for all (of sessions, surveys, incidents, ready answers, news) and named
    them in, without the name."""
    said: list[NamingEvent]
    """What officers noted on tickets of others and named them in."""
    shown: list[GroupMessage]


def traces(unit: Unit, person: Person) -> Traces:
    """Takes long: for a reading connection."""
    me = person.id
    tickets = _numbers(unit, _tickets(me))
    own = PersonPatterns.of(unit, person)
    acts = _numbers(
        unit,
        select(TicketEvent.id).where(
            col(TicketEvent.actor_id) == me,
            col(TicketEvent.ticket_id).not_in(_tickets(me)),
        ),
    )
    learned = _learned(unit, own, {*tickets})
    handled = _handled(unit, me)
    blank = _spent(unit, me, answered=bool(learned))
    said = _said(unit, own)
    listed, shown = _repeated(unit, own, {*blank}, {*handled}, anywhere=bool(handled or said))
    return Traces(
        person_id=me,
        tickets=tickets,
        questions=_numbers(unit, select(Question.id).where(col(Question.asker_id) == me)),
        learned=learned,
        messages=[*blank, *listed],
        updates=_updates(unit, own),
        jobs=_jobs(unit, me),
        handled=handled,
        acts=acts,
        reviews=_numbers(unit, select(Question.id).where(col(Question.reviewed_by) == me)),
        seats=_numbers(unit, select(ClinicSeat.id).where(col(ClinicSeat.person_id) == me)),
        requests=_numbers(
            unit, select(ClinicRequest.id).where(col(ClinicRequest.person_id) == me)
        ),
        noting=_noting(unit, own),
        notes=_notes(unit, own),
        said=said,
        shown=shown,
    )


_NOTED: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (ClinicSession, ("trainers", "questions", "follow_up", "reason")),
    (SurveyFollowUp, ("text",)),
    (IncidentRow, ("title", "note")),
    (IncidentNews, ("text",)),
    (TemplateRow, ("title", "text")),
    (Announcement, ("text",)),
    (BlockRow, ("reason",)),
)


def _notes(unit: Unit, own: PersonPatterns) -> list[tuple[type[Table], int, dict[str, str]]]:
    found = []
    for table, names in _NOTED:
        for row in unit.session.exec(select(table).order_by(col(table.id))):
            texts = {name: getattr(row, name) or "" for name in names}
            named = {name: text for name, text in texts.items() if own.is_surely_named_in(text)}
            if named:
                without = {name: own.surely.sub("–", each) for name, each in named.items()}
                found.append((table, row.id, without))
    return found


def _said(unit: Unit, own: PersonPatterns) -> list[NamingEvent]:
    """Reporters' own words stay as they are, and so does all of what the group must not read:
    whoever is complained of must not take a complaint's words out by asking to be forgotten."""
    if not own.names:
        return []
    query = (
        sql_select(col(TicketEvent.id), col(TicketEvent.ticket_id), col(TicketEvent.text))
        .join(Ticket, col(Ticket.id) == col(TicketEvent.ticket_id))
        .where(
            or_(*(col(TicketEvent.text).icontains(name, autoescape=True) for name in own.names)),
            col(TicketEvent.actor_id) != col(Ticket.reporter_id),
            col(Ticket.reporter_id) != own.person_id,
            READABLE,
        )
        .order_by(col(TicketEvent.id))
    )
    found = unit.session.connection().execute(query)
    said = (
        NamingEvent(event, ticket, own.by_name.sub("–", text or ""))
        for event, ticket, text in found
    )
    return [*said]


def _noting(unit: Unit, own: PersonPatterns) -> list[int]:
    """Nobody has filed it yet, so that it is no ticket of theirs."""
    query = select(DialogRow).where(col(DialogRow.kind) == DialogKind.NOTING)
    found = []
    for row in unit.session.exec(query.order_by(col(DialogRow.person_id))):
        try:
            read, _ = drafts.read_note(row.draft)
        except drafts.Unreadable:
            continue
        if own.is_surely_named_in(f"{read.name}\n{read.story}"):
            found.append(row.person_id)
    return found


def _learned(unit: Unit, own: PersonPatterns, tickets: set[int]) -> list[int]:
    """What carries their words, or grew out of their ticket; not what others asked in the very
    same words, for then the words are not theirs."""
    rows = unit.session.exec(select(LearnedRow).where(col(LearnedRow.question) != "")).all()
    begin = {_plain(text) for text in own.asked}
    # Of what was taught before its asker was noted beside it; the question's words are gone.
    of_old = select(Question.learned_id).where(
        col(Question.asker_id) == own.person_id, col(Question.text) == ""
    )
    old = {*unit.session.exec(of_old)}
    return [
        row.id
        for row in rows
        if row.ticket_id in tickets
        or (
            (
                row.asker_id == own.person_id
                or row.id in old
                or _plain(row.question[:LIKE]) in begin
            )
            and not _also_of_others(unit, row, own)
        )
    ]


def _also_of_others(unit: Unit, row: LearnedRow, own: PersonPatterns) -> bool:
    query = select(Question.id).where(
        func.lower(col(Question.text)) == row.question.lower(),
        col(Question.asker_id).not_in((own.person_id, ERASED_ID)),
    )
    return unit.session.exec(query.limit(1)).first() is not None


def _plain(text: str) -> str:
    """A question and the title that was made of it are the same."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _spent(unit: Unit, person_id: int, *, answered: bool) -> list[int]:
    """Calls to them, about their tickets, or about no ticket into a group: once sent, these serve
    nobody any more. `answered`: others may have been, with what the book had learned."""
    about_none = (
        col(OutboxRow.status) == OutboxStatus.SENT,
        ~col(OutboxRow.quotes),
        or_(col(OutboxRow.purpose).is_(None), col(OutboxRow.purpose).in_(OF_NO_TICKET)),
        col(OutboxRow.ticket_id).is_(None),
        *(() if answered else (col(OutboxRow.chat_id) < 0,)),
    )
    query = select(OutboxRow.id).where(
        col(OutboxRow.payload) != EMPTY,
        or_(
            col(OutboxRow.chat_id) == person_id,
            col(OutboxRow.prompted_id) == person_id,
            col(OutboxRow.ticket_id).in_(_tickets(person_id)),
            and_(*about_none),
        ),
    )
    return _numbers(unit, query)


def _repeated(
    unit: Unit, own: PersonPatterns, but: set[int], handled: set[int], *, anywhere: bool
) -> tuple[list[int], list[GroupMessage]]:
    """Other calls that repeat their words, and lists that show them still. Alone with others the
    bot has named them in lists; and `anywhere`, if they were an officer, of the tickets that they
    handled, or where an officer's answer did."""
    query = sql_select(*_TOLD_OF_A_CALL).where(col(OutboxRow.payload) != EMPTY)
    if not anywhere:
        query = query.where(or_(col(OutboxRow.chat_id) < 0, col(OutboxRow.quotes)))
    blank, standing = [], dict[GroupMessage, bool]()
    for row in unit.session.connection().execute(query.order_by(col(OutboxRow.id))):
        number, chat, quotes, message, status, about, payload, ticket = tuple[Any, ...](row)
        if number in but and not quotes:
            continue
        waits = status in (OutboxStatus.WAITING, OutboxStatus.HELD)
        text = text_of(payload)
        named = own.may_be_named_in if ticket in handled else own.is_named_in
        if chat > 0:
            theirs = not waits and named(text)
        else:
            theirs = about == own.person_id or named(text) or own.is_quoted_in(text)
            theirs = theirs or own.buttons.search(payload) is not None
        if theirs and number not in but:
            blank.append(number)
        place = message or json.loads(payload).get("message_id")
        if quotes and status is OutboxStatus.SENT and place is not None:
            standing[GroupMessage(chat, place)] = theirs
    prompts = [
        GroupMessage(*place) for place in unit.session.exec(_prompts_on_others(own.person_id))
    ]
    return blank, [*(place for place, theirs in standing.items() if theirs), *prompts]


def _prompts_on_others(person_id: int) -> Any:
    """What called them by name, as an officer, below a ticket that stays."""
    return sql_select(col(MessageRef.chat_id), col(MessageRef.message_id)).where(
        col(MessageRef.prompted_id) == person_id,
        col(MessageRef.chat_id) < 0,
        col(MessageRef.ticket_id).not_in(_tickets(person_id)),
    )


def _tickets(person_id: int) -> Any:
    return select(Ticket.id).where(col(Ticket.reporter_id) == person_id)


def _updates(unit: Unit, own: PersonPatterns) -> list[int]:
    """All that were served, for nobody reads them again: an officer's reply has the card in it.
    Of those that were not, theirs."""
    theirs = col(InboxRow.lane) == own.person_id
    filled = col(InboxRow.raw) != ""
    served = and_(col(InboxRow.status) == InboxStatus.DONE, filled)
    plain = select(InboxRow.seq).where(or_(served, theirs))
    dead = sql_select(col(InboxRow.seq), col(InboxRow.raw)).where(
        filled,
        col(InboxRow.status) == InboxStatus.DEAD,
        col(InboxRow.lane) != own.person_id,
    )
    return [
        *_numbers(unit, plain),
        *(seq for seq, raw in unit.session.connection().execute(dead) if is_in_update(own, raw)),
    ]


def _jobs(unit: Unit, person_id: int) -> list[int]:
    query = select(JobRow.id).where(
        col(JobRow.status) != JobStatus.WAITING,
        or_(
            col(JobRow.asker_id) == person_id,
            col(JobRow.chat_id) == person_id,
            col(JobRow.about_id) == person_id,
        ),
    )
    return _numbers(unit, query)


def _handled(unit: Unit, person_id: int) -> list[int]:
    acted = select(TicketEvent.ticket_id).where(col(TicketEvent.actor_id) == person_id)
    had = select(TicketEvent.ticket_id).where(col(TicketEvent.officer_id) == person_id)
    asked = select(MessageRef.ticket_id).where(col(MessageRef.prompted_id) == person_id)
    query = select(Ticket.id).where(
        col(Ticket.reporter_id) != person_id,
        or_(
            col(Ticket.officer_id) == person_id,
            col(Ticket.id).in_(acted),
            col(Ticket.id).in_(had),
            col(Ticket.id).in_(asked),
        ),
    )
    return _numbers(unit, query.order_by(col(Ticket.id)))


def _numbers(unit: Unit, query: Any) -> list[int]:
    return list(unit.session.exec(query))
