"""Makes a person anonymous everywhere, in pieces as short as a turn.

First all is read, by number, on a reading connection; each piece then is a unit of its own. Done
again after a kill, a piece changes nothing more. Times, states and deeds stay: every figure comes
from them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, String, and_, cast, delete, literal, or_, update
from sqlalchemy import select as sql_select
from sqlmodel import col, func, select

from bot.rules.purpose import Purpose
from bot.rules.ticket import Number
from bot.words.html import Html, as_text
from storage.tables import (
    ERASED_ID,
    AlbumRow,
    Attachment,
    BlockRow,
    DialogRow,
    ErasureRow,
    InboxRow,
    InboxStatus,
    JobRow,
    JobStatus,
    LearnedRow,
    MessageRef,
    OutboxRow,
    OutboxStatus,
    Person,
    Question,
    Ticket,
    TicketEvent,
)
from storage.unit import Unit

Piece = Callable[[Unit], None]
EMPTY = "{}"  # an update or a call of which nothing is left
AT_ONCE = 200  # rows
TICKETS_AT_ONCE = 5  # each with its events
LIKE = 60  # letters by which a question is known where it is repeated
LONG_NAME = 10  # letters; a shorter name of one word may be a word of somebody else's
# Small tables, of which it is not worth while to look up the rows first.
SMALL: tuple[tuple[Any, str], ...] = (
    (LearnedRow, "by_id"),
    (LearnedRow, "revoked_by"),
    (AlbumRow, "person_id"),
    (AlbumRow, "prompted_id"),
    (ErasureRow, "confirmed_by"),
    (BlockRow, "person_id"),
    (BlockRow, "by_id"),
    (BlockRow, "lifted_by"),
)
T = TypeVar("T")


class Busy(Exception):
    """The person wrote meanwhile: what came is found by the next try."""


@dataclass(frozen=True)
class Shown:
    """What stands in a group and repeats what the person wrote, or names them."""

    chat_id: int
    message_id: int
    file: str | None = None


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
    shown: list[Shown]


def traces(unit: Unit, person: Person) -> Traces:
    """Takes long: for a reading connection."""
    me = person.id
    tickets = _numbers(unit, _tickets(me))
    own = _Own.of(unit, person)
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
    listed, shown = _repeated(unit, own, {*blank}, officer=bool(handled))
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
        shown=shown,
    )


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
    for some in chunks(found.learned, TICKETS_AT_ONCE):
        yield partial(_wipe_learned, some, now)
    for some in chunks(found.questions):
        yield partial(_wipe_questions, some, now)


def forget(unit: Unit, person_id: int) -> None:
    """The person themselves. Raises Busy where there is something of them again."""
    unit.settle()
    session = unit.session
    tickets = select(Ticket.id).where(col(Ticket.reporter_id) == person_id)
    questions = select(Question.id).where(col(Question.asker_id) == person_id)
    if any(session.exec(each.limit(1)).first() for each in (tickets, questions)):
        raise Busy
    connection = session.connection()
    why = update(BlockRow).where(col(BlockRow.person_id) == person_id).values(reason="")
    connection.execute(why)
    for table, name in SMALL:
        _become_nobody(unit, table, name, person_id)
    unit.agenda.forget_chat(person_id)
    connection.execute(delete(DialogRow).where(col(DialogRow.person_id) == person_id))
    connection.execute(delete(Person).where(col(Person.id) == person_id))


def wipe_tickets(ids: Sequence[int], person_id: int | None, unit: Unit) -> None:
    """Without `person_id` they are only old: whose they were may still be known."""
    connection = unit.session.connection()
    theirs: dict[str, Any] = {"story": ""}
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
    connection.execute(delete(Attachment).where(col(Attachment.ticket_id).in_(ids)))
    connection.execute(delete(AlbumRow).where(col(AlbumRow.ticket_id).in_(ids)))
    connection.execute(
        delete(MessageRef).where(col(MessageRef.ticket_id).in_(ids), col(MessageRef.chat_id) > 0)
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
    unit.session.expire_all()


def chunks(some: Sequence[T], most: int = AT_ONCE) -> Iterator[Sequence[T]]:
    for first in range(0, len(some), most):
        yield some[first : first + most]


# Reading


_TOLD_OF_A_CALL = [
    col(column)
    for column in (
        OutboxRow.id,
        OutboxRow.chat_id,
        OutboxRow.purpose,
        OutboxRow.message_id,
        OutboxRow.status,
        OutboxRow.prompted_id,
        OutboxRow.payload,
    )
]


@dataclass(frozen=True)
class _Own:
    """What is known of a person by its words."""

    person_id: int
    called: re.Pattern[str]
    """By name, or by the number of a ticket."""
    surely: re.Pattern[str]
    """The same without a short name, which may be anybody's word."""
    buttons: re.Pattern[str]
    asked: tuple[str, ...]
    """How their questions begin."""

    @classmethod
    def of(cls, unit: Unit, person: Person) -> _Own:
        texts = unit.session.exec(
            select(Question.text).where(col(Question.asker_id) == person.id).distinct()
        )
        tickets = unit.session.exec(
            select(Ticket.year, Ticket.serial).where(col(Ticket.reporter_id) == person.id)
        )
        numbers = [str(Number(*each)) for each in tickets]
        if person.username:
            numbers.append(f"@{person.username}")
        name = [person.name] if person.name else []
        sure = name if " " in person.name.strip() or len(person.name) >= LONG_NAME else []
        return cls(
            person_id=person.id,
            called=_any_of([*name, *numbers]),
            surely=_any_of([*sure, *numbers]),
            buttons=re.compile(rf'"callback_data": "(?:blk|blkwhy|unblk):{person.id}[":]'),
            asked=tuple({" ".join(text.split())[:LIKE] for text in texts if text.strip()}),
        )

    def is_named_in(self, text: str) -> bool:
        return self.called.search(text) is not None

    def is_surely_named_in(self, text: str) -> bool:
        return self.surely.search(text) is not None

    def is_quoted_in(self, text: str) -> bool:
        """A line of its own, or cut short: never a word within what somebody else wrote."""
        for line in text.splitlines():
            flat = _COUNTED.sub("", " ".join(line.split()))
            if any(flat == asked or _begins(flat, asked) for asked in self.asked):
                return True
        return False


_COUNTED = re.compile(r"^(?:\d+× |• )")


def _begins(line: str, asked: str) -> bool:
    return len(asked) == LIKE and line.startswith(asked)


def _any_of(words: list[str]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _learned(unit: Unit, own: _Own, tickets: set[int]) -> list[int]:
    """What carries their words, or grew out of their ticket; not what others asked in the very
    same words, for then the words are not theirs."""
    rows = unit.session.exec(select(LearnedRow).where(col(LearnedRow.question) != "")).all()
    begin = {_plain(text) for text in own.asked}
    return [
        row.id
        for row in rows
        if row.ticket_id in tickets
        or (_plain(row.question[:LIKE]) in begin and not _also_of_others(unit, row, own))
    ]


def _also_of_others(unit: Unit, row: LearnedRow, own: _Own) -> bool:
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
        col(OutboxRow.purpose).is_(None),
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
    unit: Unit, own: _Own, but: set[int], *, officer: bool
) -> tuple[list[int], list[Shown]]:
    """Other calls that repeat their words, and lists that show them still. Alone with others the
    bot has named them only if they were an officer."""
    query = sql_select(*_TOLD_OF_A_CALL).where(col(OutboxRow.payload) != EMPTY)
    if not officer:
        query = query.where(col(OutboxRow.chat_id) < 0)
    blank, standing = [], dict[Shown, bool]()
    for row in unit.session.connection().execute(query.order_by(col(OutboxRow.id))):
        number, chat, purpose, message, status, about, payload = tuple[Any, ...](row)
        if number in but and purpose is not Purpose.QUOTES:
            continue
        waits = status in (OutboxStatus.WAITING, OutboxStatus.HELD)
        text = _text(payload)
        if chat > 0:
            theirs = not waits and own.is_named_in(text)
        else:
            named = own.is_named_in if purpose is Purpose.QUOTES else own.is_surely_named_in
            theirs = about == own.person_id or named(text) or own.is_quoted_in(text)
            theirs = theirs or own.buttons.search(payload) is not None
        if theirs and number not in but:
            blank.append(number)
        place = message or json.loads(payload).get("message_id")
        if purpose is Purpose.QUOTES and status is OutboxStatus.SENT and place is not None:
            standing[Shown(chat, place)] = theirs
    prompts = [Shown(*place) for place in unit.session.exec(_prompts_on_others(own.person_id))]
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


def _text(payload: str) -> str:
    params = json.loads(payload)
    media = params.get("media")
    first = media[0] if isinstance(media, list) and media else params
    return as_text(Html(str(params.get("text") or first.get("caption") or "")))


def _updates(unit: Unit, own: _Own) -> list[int]:
    """All that were served, for nobody reads them again: an officer's reply has the card in it.
    Of those that were not, theirs."""
    filled = col(InboxRow.raw) != EMPTY
    served = col(InboxRow.status) == InboxStatus.DONE
    plain = select(InboxRow.seq).where(filled, or_(served, col(InboxRow.lane) == own.person_id))
    dead = sql_select(col(InboxRow.seq), col(InboxRow.raw)).where(
        filled,
        col(InboxRow.status) == InboxStatus.DEAD,
        col(InboxRow.lane) != own.person_id,
    )
    return [
        *_numbers(unit, plain),
        *(seq for seq, raw in unit.session.connection().execute(dead) if _is_of(own, raw)),
    ]


def _is_of(own: _Own, raw: str) -> bool:
    """An update of somebody else: from them after all, naming them, or with the bot's words
    about them; what another person asked in the same words is that person's."""
    try:
        return any(_tells_of(own, each) for each in _objects(json.loads(raw)))
    except ValueError:
        return own.is_surely_named_in(raw)


def _tells_of(own: _Own, part: dict[str, Any]) -> bool:
    if part.get("id") == own.person_id:
        return True
    words = [each for name in ("text", "caption") if isinstance(each := part.get(name), str)]
    sender = part.get("from")
    from_bot = isinstance(sender, dict) and sender.get("is_bot") is True
    return any(
        own.is_surely_named_in(each)
        or (from_bot and (own.is_named_in(each) or own.is_quoted_in(each)))
        for each in words
    )


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _objects(each)
    elif isinstance(value, list):
        for each in value:
            yield from _objects(each)


def _jobs(unit: Unit, person_id: int) -> list[int]:
    query = select(JobRow.id).where(
        col(JobRow.status) != JobStatus.WAITING,
        or_(
            col(JobRow.asker_id) == person_id,
            col(JobRow.chat_id) == person_id,
            col(JobRow.key).like(f"reporter:{person_id}:%"),
            col(JobRow.key).like(f"blocked:{person_id}:%"),
        ),
    )
    return _numbers(unit, query)


def _handled(unit: Unit, person_id: int) -> list[int]:
    acted = select(TicketEvent.ticket_id).where(col(TicketEvent.actor_id) == person_id)
    asked = select(MessageRef.ticket_id).where(col(MessageRef.prompted_id) == person_id)
    query = select(Ticket.id).where(
        col(Ticket.reporter_id) != person_id,
        or_(
            col(Ticket.officer_id) == person_id,
            col(Ticket.id).in_(acted),
            col(Ticket.id).in_(asked),
        ),
    )
    return _numbers(unit, query.order_by(col(Ticket.id)))


def _numbers(unit: Unit, query: Any) -> list[int]:
    return list(unit.session.exec(query))


# Writing


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
        "reviewed_at": func.coalesce(col(Question.reviewed_at), now),
    }
    _set(Question, ids, values, unit)


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
    unit.session.connection().execute(
        update(InboxRow).where(these).values(raw=EMPTY, status=InboxStatus.DONE, error=None)
    )
    _become_nobody(unit, InboxRow, "lane", person_id, these)


def _wipe_jobs(ids: Sequence[int], unit: Unit) -> None:
    values = {"arguments": EMPTY, "key": "erased", "chat_id": ERASED_ID, "asker_id": None}
    _set(JobRow, ids, values, unit)


def _hand_over(ids: Sequence[int], person_id: int, unit: Unit) -> None:
    """Tickets of others, which a former officer once had in hand."""
    _become_nobody(unit, Ticket, "officer_id", person_id, col(Ticket.id).in_(ids))
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
