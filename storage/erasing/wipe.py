"""Takes a person's words, and the person, out of the rows; each piece is a unit of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    Text,
    cast,
    delete,
    literal,
    or_,
    type_coerce,
    update,
)
from sqlmodel import col, func, select

from bot.rules.clinic import RequestStatus
from bot.rules.dialog import DialogKind
from bot.rules.purpose import TO_BE_UNSAID
from storage.erasing.traces import EMPTY, NamingEvent, Traces
from storage.tables import (
    ERASED_ID,
    WITHOUT_CHAT,
    AlbumRow,
    Announcement,
    Attachment,
    BlockRow,
    ClinicAnswer,
    ClinicFile,
    ClinicRequest,
    ClinicSeat,
    ClinicSession,
    DialogRow,
    DigestRow,
    ErasureRow,
    HeldAnswer,
    InboxRow,
    InboxStatus,
    IncidentNews,
    IncidentPerson,
    IncidentRow,
    JobRow,
    LaterAnswer,
    LearnedRow,
    MessageRef,
    OutboxRow,
    OutboxStatus,
    Person,
    Question,
    Recipient,
    RosterClaim,
    RosterLink,
    SatisfactionRow,
    SubjectRef,
    Survey,
    SurveyFollowUp,
    SurveyPerson,
    SurveyTestimony,
    TemplateRow,
    Ticket,
    TicketEvent,
    TicketFollower,
    TicketLink,
)
from storage.unit import Unit

Piece = Callable[[Unit], None]
AT_ONCE = 200  # rows
TICKETS_AT_ONCE = 5  # each with its events
# Small tables, of which it is not worth while to look up the rows first.
SMALL: tuple[tuple[Any, str], ...] = (
    (LearnedRow, "asker_id"),
    (LearnedRow, "by_id"),
    (LearnedRow, "revoked_by"),
    (TemplateRow, "by_id"),
    (IncidentRow, "begun_by"),
    (IncidentRow, "closed_by"),
    (IncidentNews, "by_id"),
    (AlbumRow, "person_id"),
    (TicketLink, "by_id"),
    (TicketLink, "noted_id"),
    (AlbumRow, "prompted_id"),
    (HeldAnswer, "person_id"),
    (HeldAnswer, "prompted_id"),
    (ErasureRow, "confirmed_by"),
    (BlockRow, "person_id"),
    (BlockRow, "by_id"),
    (BlockRow, "lifted_by"),
    (Person, "deputy_id"),
    (ClinicSession, "by_id"),
    (ClinicSeat, "marked_by"),
    (ClinicFile, "sent_by"),
    (ClinicRequest, "answered_by"),
    (RosterLink, "by_id"),
    (RosterClaim, "decided_by"),
    (Survey, "by_id"),
    (SurveyTestimony, "looked_by"),
    (SurveyFollowUp, "by_id"),
    (Announcement, "by_id"),
    (Announcement, "approved_by"),
    (Announcement, "stopped_by"),
    (Recipient, "person_id"),
)
T = TypeVar("T")


class WroteMeanwhile(Exception):
    """The person wrote meanwhile: what came is found by the next try."""


def pieces(found: Traces, now: datetime) -> Iterator[Piece]:
    """All beside lists, tickets, and the last, `forget`, which is only for when these are done.

    In such an order that what is left after a kill is still known by what it is found by.
    """
    yield make_room
    for some in chunks(found.updates):
        yield partial(_wipe_updates, some, found.person_id)
    for some in chunks(found.messages):
        yield partial(_wipe_messages, some, found.person_id)
    for some in chunks(found.jobs):
        yield partial(_wipe_jobs, some)
    for some in chunks(found.acts):
        yield partial(_set, TicketEvent, some, {"actor_id": ERASED_ID})
    for some in chunks(found.handled):
        yield partial(_hand_over, some, found.person_id)
    for some in chunks(found.reviews):
        yield partial(_set, Question, some, {"reviewed_by": ERASED_ID})
    yield from _of_the_clinic(found)
    yield from _of_what_officers_wrote(found)
    for some in chunks(found.learned, TICKETS_AT_ONCE):
        yield partial(_wipe_learned, some, now)
    for some in chunks(found.questions):
        yield partial(_wipe_questions, some, now)


def _of_the_clinic(found: Traces) -> Iterator[Piece]:
    for some in chunks(found.seats):
        yield partial(_leave_seats, some, found.person_id)
    for some in chunks(found.requests):
        yield partial(_wipe_requests, some)


def _of_what_officers_wrote(found: Traces) -> Iterator[Piece]:
    for table, number, noted in found.notes:
        yield partial(_set, table, [number], noted)
    for some in chunks(found.said, TICKETS_AT_ONCE):
        yield partial(_unname, some)
    for officers in chunks(found.noting):
        yield partial(_stop_noting, officers)


def forget(unit: Unit, person_id: int) -> None:
    """The person themselves. Raises Busy where there is something of them again."""
    unit.settle()
    session = unit.session
    tickets = select(Ticket.id).where(col(Ticket.reporter_id) == person_id)
    questions = select(Question.id).where(col(Question.asker_id) == person_id)
    seats = select(ClinicSeat.id).where(col(ClinicSeat.person_id) == person_id)
    requests = select(ClinicRequest.id).where(col(ClinicRequest.person_id) == person_id)
    left = (tickets, questions, seats, requests)
    if any(session.exec(each.limit(1)).first() for each in left):
        raise WroteMeanwhile
    connection = session.connection()
    why = update(BlockRow).where(col(BlockRow.person_id) == person_id).values(reason="")
    connection.execute(why)
    for table, name in SMALL:
        _become_nobody(unit, table, name, person_id)
    unit.agenda.forget_person(person_id)
    unit.last_spoken.forget_person(person_id)
    for table, whose in (
        (DialogRow, DialogRow.person_id),
        (DigestRow, DigestRow.person_id),
        (IncidentPerson, IncidentPerson.person_id),
        (LaterAnswer, LaterAnswer.officer_id),
        (SubjectRef, SubjectRef.chat_id),
        (TicketFollower, TicketFollower.person_id),
        (TicketLink, TicketLink.person_id),
        (RosterLink, RosterLink.person_id),
        (RosterClaim, RosterClaim.person_id),
        (SurveyPerson, SurveyPerson.person_id),
        (SurveyTestimony, SurveyTestimony.person_id),
    ):
        connection.execute(delete(table).where(col(whose) == person_id))
    connection.execute(delete(Person).where(col(Person.id) == person_id))


def wipe_tickets(ids: Sequence[int], person_id: int | None, unit: Unit) -> None:
    """Without `person_id` they are only old: whose they were may still be known."""
    connection = unit.session.connection()
    theirs: dict[str, Any] = {"story": "", "lapor_number": None}
    if person_id is not None:
        theirs |= {
            "reporter_id": ERASED_ID,
            "draft_key": literal("erased-") + cast(col(Ticket.id), String),
        }
        these = col(TicketEvent.ticket_id).in_(ids)
        _become_nobody(unit, TicketEvent, "actor_id", person_id, these)
        _hand_over(ids, person_id, unit)
    connection.execute(
        update(TicketEvent)
        .where(col(TicketEvent.ticket_id).in_(ids), col(TicketEvent.text).is_not(None))
        .values(text=None)
    )
    if person_id is None:
        these_words = update(SatisfactionRow).where(col(SatisfactionRow.ticket_id).in_(ids))
        connection.execute(these_words.values(words=None))
    else:
        connection.execute(delete(SatisfactionRow).where(col(SatisfactionRow.ticket_id).in_(ids)))
    connection.execute(delete(LaterAnswer).where(col(LaterAnswer.ticket_id).in_(ids)))
    connection.execute(delete(Attachment).where(col(Attachment.ticket_id).in_(ids)))
    connection.execute(delete(AlbumRow).where(col(AlbumRow.ticket_id).in_(ids)))
    connection.execute(delete(HeldAnswer).where(col(HeldAnswer.ticket_id).in_(ids)))
    connection.execute(
        delete(MessageRef).where(
            col(MessageRef.ticket_id).in_(ids),
            col(MessageRef.chat_id) > 0,
            col(MessageRef.purpose).not_in(TO_BE_UNSAID),  # is still to be unsaid
        )
    )
    connection.execute(
        update(DialogRow).where(col(DialogRow.ticket_id).in_(ids)).values(draft=None)
    )
    connection.execute(
        update(Ticket)
        .where(col(Ticket.id).in_(ids))
        .values(theirs)
        .execution_options(synchronize_session=False)
    )
    _forget_names(connection, ids)
    unit.session.expire_all()
    unit.search.index(ids)


def _forget_names(connection: Connection, tickets: Sequence[int]) -> None:
    """Of people whom only an officer has named nothing else is kept than their ticket."""
    named = select(Ticket.reporter_id).where(
        col(Ticket.id).in_(tickets), col(Ticket.reporter_id) < WITHOUT_CHAT
    )
    before = select(TicketLink.noted_id).where(col(TicketLink.ticket_id).in_(tickets))
    connection.execute(
        update(Person)
        .where(or_(col(Person.id).in_(named), col(Person.id).in_(before)))
        .values(name="", office=None)
        .execution_options(synchronize_session=False)
    )


def chunks(some: Sequence[T], most: int = AT_ONCE) -> Iterator[Sequence[T]]:
    for first in range(0, len(some), most):
        yield some[first : first + most]


def make_room(unit: Unit) -> None:
    """For what refers to somebody and must not say to whom; before anything else."""
    if unit.people.get(ERASED_ID) is None:
        now = datetime.fromtimestamp(0).astimezone()
        unit.session.add(Person(id=ERASED_ID, name="", reachable=False, first_seen=now))
        unit.session.flush()


def _wipe_questions(ids: Sequence[int], now: datetime, unit: Unit) -> None:
    """Nobody need look at them any more."""
    values = {
        "text": "",
        "asker_id": ERASED_ID,
        "group_id": None,
        "message_id": None,
        "offered": None,
        "reviewed_at": func.coalesce(col(Question.reviewed_at), now),
    }
    _set(Question, ids, values, unit)


def _leave_seats(ids: Sequence[int], person_id: int, unit: Unit) -> None:
    """Who was there still counts, with the office that was reached; a place not used is free for
    whoever waits (handlers/clock/clinic.py)."""
    connection, these = unit.session.connection(), col(ClinicSeat.id).in_(ids)
    absent = these, col(ClinicSeat.attended_at).is_(None)
    of_absent = select(ClinicSeat.id).where(*absent)
    connection.execute(delete(ClinicAnswer).where(col(ClinicAnswer.seat_id).in_(of_absent)))
    connection.execute(delete(ClinicSeat).where(*absent))
    office = select(Person.office).where(col(Person.id) == person_id).scalar_subquery()
    nobody = {"person_id": ERASED_ID, "office": func.coalesce(col(ClinicSeat.office), office)}
    connection.execute(update(ClinicSeat).where(these).values(nobody))


def _stop_noting(officers: Sequence[int], unit: Unit) -> None:
    these = col(DialogRow.person_id).in_(officers), col(DialogRow.kind) == DialogKind.NOTING
    unit.session.connection().execute(delete(DialogRow).where(*these))


def _unname(some: Sequence[NamingEvent], unit: Unit) -> None:
    for each in some:
        _set(TicketEvent, [each.event_id], {"text": each.without}, unit)
    unit.session.expire_all()
    unit.search.index(sorted({each.ticket_id for each in some}))


def _wipe_requests(ids: Sequence[int], unit: Unit) -> None:
    """That it was asked for and answered counts; nobody need answer it any more."""
    words = {"topic": "", "office": "", "answer": None, "person_id": ERASED_ID}
    key = literal("erased-") + cast(col(ClinicRequest.id), String)
    unit.session.connection().execute(
        update(ClinicRequest)
        .where(col(ClinicRequest.id).in_(ids), col(ClinicRequest.status) == RequestStatus.OPEN)
        .values(status=RequestStatus.DECLINED)
    )
    _set(ClinicRequest, ids, words | {"key": key}, unit)


def _wipe_learned(ids: Sequence[int], now: datetime, unit: Unit) -> None:
    """It no longer holds, and an entry's own name was made of the words, too."""
    connection = unit.session.connection()
    for number in ids:
        row = unit.learned.get(number)
        if row is None:
            continue
        if row.answer is not None:
            for name in ("entry_id", "nearest_id"):
                named = getattr(Question, name) == row.entry_id
                connection.execute(update(Question).where(named).values({name: None}))
            offered = literal(" ") + type_coerce(col(Question.offered), Text) + " "
            named = offered.contains(f" {row.entry_id} ", autoescape=True)
            connection.execute(update(Question).where(named).values(offered=None))
            connection.execute(
                update(Person)
                .where(col(Person.last_entry) == row.entry_id)
                .values(last_entry=None)
                .execution_options(synchronize_session=False)
            )
            row.entry_id, row.answer = f"erased-{row.id}", ""
        row.question = ""
        row.revoked_at = row.revoked_at or now
        unit.session.flush()


def _wipe_messages(ids: Sequence[int], person_id: int, unit: Unit) -> None:
    """Nothing is left to send; where and when something was said stays."""
    _set(
        OutboxRow,
        ids,
        {
            "payload": EMPTY,
            "renderings": None,
            "error": None,
            "status": OutboxStatus.SENT,
            "held_for": None,
        },
        unit,
    )
    for name in ("chat_id", "prompted_id"):
        _become_nobody(unit, OutboxRow, name, person_id, col(OutboxRow.id).in_(ids))


def _wipe_updates(ids: Sequence[int], person_id: int, unit: Unit) -> None:
    these = col(InboxRow.seq).in_(ids)
    empty = {"raw": "", "mark": None, "error": None, "status": InboxStatus.DONE}
    unit.session.connection().execute(update(InboxRow).where(these).values(empty))
    _become_nobody(unit, InboxRow, "lane", person_id, these)


def _wipe_jobs(ids: Sequence[int], unit: Unit) -> None:
    nobody = {"chat_id": ERASED_ID, "asker_id": None, "about_id": None}
    _set(JobRow, ids, nobody | {"arguments": EMPTY, "key": "erased"}, unit)


def _hand_over(ids: Sequence[int], person_id: int, unit: Unit) -> None:
    """Tickets of others, which a former officer once had in hand."""
    _become_nobody(unit, Ticket, "officer_id", person_id, col(Ticket.id).in_(ids))
    had = col(TicketEvent.ticket_id).in_(ids)
    _become_nobody(unit, TicketEvent, "officer_id", person_id, had)
    asked = col(MessageRef.ticket_id).in_(ids)
    _become_nobody(unit, MessageRef, "prompted_id", person_id, asked)


def _become_nobody(
    unit: Unit, table: Any, name: str, person_id: int, *where: ColumnElement[bool]
) -> None:
    unit.session.connection().execute(
        update(table)
        .where(getattr(table, name) == person_id, *where)
        .values({name: ERASED_ID})
        .execution_options(synchronize_session=False)
    )


def _set(table: Any, ids: Iterable[int], values: dict[str, Any], unit: Unit) -> None:
    unit.session.connection().execute(update(table).where(col(table.id).in_(ids)).values(values))
