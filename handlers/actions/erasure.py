"""Forgetting a person: the card at the desk, the deed, and what the group was shown of them.

The database comes first, in pieces of a few milliseconds. What stands in the group follows by some
messages a minute: a group takes twenty, and new tickets must not wait behind them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import is_staff
from bot.rules.ticket import OPEN_STATES
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.outgoing import OutgoingCall
from bot.words import labels
from bot.words import privacy as words
from bot.words.html import Html
from handlers.actions import announcing, card, incident
from handlers.actions.blanking import blank
from handlers.actions.job_answers import Say, nothing_more
from handlers.buttons import CallOffForget, ErasePerson
from handlers.context import Context, message
from handlers.keyboard import Key, Keyboard
from storage import erasing
from storage.erasing import GroupMessage, Piece, Traces
from storage.erasures import Erased, mark, note
from storage.jobs import arguments_of
from storage.tables import (
    Announcement,
    ErasureRow,
    ErasureStatus,
    IncidentRow,
    JobKind,
    JobRow,
    MessageRef,
    Person,
)

DELETABLE = timedelta(hours=47)  # Bot API, deleteMessage: 48 hours
MOST_DELETED = 100  # Bot API, deleteMessages
EDITS = 5  # in the group at a time, beside as many cards
PAUSE = timedelta(minutes=1)


def post(context: Context, row: ErasureRow, person: Person) -> None:
    """The request at the desk; who is asked for, and what an admin must know before saying yes. It
    names somebody: so nothing of what they told without their name."""
    blocked = context.unit.blocks.of(person.id) if person.blocked_at is not None else None
    said = words.erasure_card(
        request=row.id,
        name=person.name,
        office=person.office,
        tickets=context.unit.own_tickets.count_named(person.id),
        open_tickets=context.unit.own_tickets.open_named(person.id),
        asked=row.asked_at,
        due=row.due_at,
        zone=context.resources.zone,
        blocked=blocked is not None and blocked.ticket is None,
    )
    yes = (Key(labels.ERASE_PERSON, ErasePerson(row.id)),)
    no = (Key(labels.KEEP_ME, CallOffForget(row.id)),)  # who has a chat calls it off there
    _at_desk(context, row, said, (yes, no) if person.is_noted_down else (yes,))


def redraw(context: Context, row: ErasureRow, said: Html) -> None:
    """Edited where it stands; what still waits is rewritten."""
    chat_id = row.card_chat_id
    if row.card_message_id is None or chat_id is None or chat_id != context.desk_chat:
        _at_desk(context, row, said, ())
    else:
        params = message(said) | {"message_id": row.card_message_id}
        context.unit.outbox.add(chat_id, "editMessageText", params, now=context.now)


def _at_desk(context: Context, row: ErasureRow, said: Html, keyboard: Keyboard) -> None:
    if context.desk_chat is not None:
        context.tell(
            context.desk_chat,
            said,
            keyboard,
            subject=Subject(Purpose.ERASURE, row.id),
            coalesce=coalesce_key(Waiting.ERASURE, row.id),
        )


# The deed


def carry_out(context: Context, job: JobRow) -> list[Say]:
    """After a kill it is begun anew, with what is left."""
    row = context.unit.erasures.get(arguments_of(job)["erasure"])
    person = context.unit.people.get(row.person_id) if row and row.person_id else None
    if row is None or person is None or row.status is not ErasureStatus.CONFIRMED:
        return [nothing_more]
    if is_staff(person.role):
        return [partial(_wait_again, row.id)]
    found = erasing.traces(context.unit, person)
    says: list[Say] = [partial(_lists, shown) for shown in erasing.chunks(found.shown, EDITS)]
    says.append(partial(_cards_for_all, found))
    says += [partial(_do, piece) for piece in erasing.pieces(found, context.now)]
    for place, some in enumerate(erasing.chunks(found.tickets, erasing.TICKETS_AT_ONCE)):
        says.append(partial(_tickets, row.id, some, place, person.id))
    others = sorted({*found.handled, *(said.ticket_id for said in found.said)})
    for place, some in enumerate(erasing.chunks(others, erasing.TICKETS_AT_ONCE)):
        says.append(partial(_unsay_later, f"handled:{row.id}:{some[0]}", some, place))
    return [*says, partial(_finish, row.id, found)]


def _wait_again(erasure: int, context: Context) -> None:
    """Appointed since: an officer's name is needed, so an admin decides anew."""
    row = context.unit.erasures.get(erasure)
    person = context.unit.people.get(row.person_id) if row and row.person_id else None
    if row is not None and person is not None and context.unit.erasures.reopen(row):
        post(context, row, person)


def _do(piece: Piece, context: Context) -> None:
    piece(context.unit)


def _tickets(
    erasure: int, some: Sequence[int], place: int, person_id: int, context: Context
) -> None:
    erasing.wipe_tickets(some, person_id, context.unit)
    _unsay_later(f"unsay:{erasure}:{some[0]}", some, place, context)


def _unsay_later(key: str, tickets: Sequence[int], place: int, context: Context) -> None:
    if context.desk_chat is not None:
        context.unit.jobs.ask(
            JobKind.UNSAY,
            key,
            chat_id=context.desk_chat,
            arguments={"tickets": list(tickets)},
            now=context.now,
            not_before=context.now + place * PAUSE if place else None,
        )


def _lists(shown: Sequence[GroupMessage], context: Context) -> None:
    """Among them what an officer looked up of an anonymous report."""
    for each in shown:
        _edit(context, replace(each, anonymous=True))


def _cards_for_all(found: Traces, context: Context) -> None:
    """Of incidents and news that named them: these jobs come when this one is done."""
    for table, number, _ in found.notes:
        incident_row = context.unit.incidents.get(number) if table is IncidentRow else None
        if incident_row is not None:
            incident.redraw_later(context, incident_row)
        news = context.unit.announcements.get(number) if table is Announcement else None
        if news is not None:
            announcing.ask_for_card(context, news)


def _finish(erasure: int, found: Traces, context: Context) -> None:
    unit, now = context.unit, context.now
    erasing.forget(unit, found.person_id)
    erased = Erased(mark(found.person_id), now)
    unit.erasures.done(found.person_id, erased.mark, now=now)
    unit.session.expire_all()
    row = unit.erasures.get(erasure)
    if row is not None:
        done = words.erasure_done(request=erasure, at=now, zone=context.resources.zone)
        redraw(context, row, done)
    if found.person_id > 0:  # else only an officer had named them
        context.tell(found.person_id, words.erased())
    if found.learned:
        unit.jobs.ask(JobKind.BOOK, f"book:erased:{erasure}", chat_id=0, now=now)
    if context.resources.erased_list is not None:  # on the disk before it counts
        note(context.resources.erased_list, [erased])
    record(
        Action.ERASURE_DONE,
        erasure=erasure,
        tickets=len(found.tickets),
        questions=len(found.questions),
    )


# What the group was shown


def unsay(context: Context, job: JobRow) -> list[Say]:
    """Of some tickets: the card without words, and what stands below it gone, as far as Telegram
    lets a bot delete; else only its words."""
    tickets: list[int] = arguments_of(job)["tickets"]
    desk = context.desk_chat
    if desk is None:
        return [nothing_more]
    erased = _erased(context, tickets)
    anonymous = _anonymous(context, erased)
    refs = context.unit.refs.of(erased, chat_id=desk)
    away = [
        _shown(ref, anonymous)
        for ref in context.unit.refs.in_other_groups(erased, but=desk)
        if context.unit.chats.current_id(ref.chat_id) == ref.chat_id
    ]
    away += [
        _shown(ref, anonymous)
        for number in erased
        for ref in context.unit.refs.alone_or_noted(number)
    ]
    below = [_shown(ref, anonymous) for ref in refs if ref.purpose is not Purpose.CARD]
    young = context.unit.outbox.first_sent_since(context.now - DELETABLE, chat_id=desk)
    fresh = [each for each in below if young is not None and each.message_id >= young]
    old = [each for each in below if young is None or each.message_id < young]

    def say(context: Context) -> None:
        _cards(context, tickets)
        _take_back(context, desk, fresh, old[:EDITS])
        _blank_elsewhere(context, away[:EDITS])
        if len(old) > EDITS or len(away) > EDITS:
            _unsay_later(job.key, tickets, 1, context)

    return [say]


def _blank_elsewhere(context: Context, some: Sequence[GroupMessage]) -> None:
    """Where the settings named another group before: the card goes as well, for none is drawn."""
    for each in some:
        _edit(context, each)
        context.unit.refs.forget(each.chat_id, [each.message_id])


def _shown(ref: MessageRef, anonymous: Collection[int]) -> GroupMessage:
    return GroupMessage(ref.chat_id, ref.message_id, ref.file, ref.ticket_id in anonymous)


def _anonymous(context: Context, tickets: Sequence[int]) -> set[int]:
    found = (context.unit.tickets.get(number) for number in tickets)
    return {ticket.id for ticket in found if ticket is not None and ticket.visibility.hides_who}


def _erased(context: Context, tickets: Sequence[int]) -> list[int]:
    found = (context.unit.tickets.get(number) for number in tickets)
    return [ticket.id for ticket in found if ticket is not None and ticket.is_erased]


def _cards(context: Context, tickets: Sequence[int]) -> None:
    for number in tickets:
        ticket = context.unit.tickets.get(number)
        if ticket is None:
            continue
        if card.is_here(context, ticket) or ticket.status in OPEN_STATES:
            card.redraw(context, ticket)


def _take_back(
    context: Context,
    desk: int,
    fresh: Sequence[GroupMessage],
    old: Sequence[GroupMessage],
) -> None:
    for some in erasing.chunks(fresh, MOST_DELETED):
        params: dict[str, object] = {"message_ids": [each.message_id for each in some]}
        context.unit.outbox.add(desk, "deleteMessages", params, now=context.now)
    for each in old:
        _edit(context, each)
    context.unit.refs.forget(desk, [each.message_id for each in (*fresh, *old)])


def _edit(context: Context, shown: GroupMessage) -> None:
    said = words.taken_back(anonymous=shown.anonymous)
    blank(context, shown.chat_id, shown.message_id, shown.file, said)


def edit_instead(context: Context, call: OutgoingCall) -> None:
    """Telegram would not delete some of them: at least their words go. Of which tickets they were
    is not known any more."""
    numbers = call.params["message_ids"]
    assert isinstance(numbers, list)
    for number in numbers:
        _edit(context, GroupMessage(call.chat_id, number, anonymous=True))
