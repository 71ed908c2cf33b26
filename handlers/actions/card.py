"""The ticket's one card at the desk, what stands under it, and the buttons of both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.rules.coalesce import CoalesceKey, Waiting, coalesce_key
from bot.rules.purpose import Purpose
from bot.rules.ticket import ENDED_STATES, OPEN_STATES, Channel, Status
from bot.words import card as card_words
from bot.words import desk, labels, later
from bot.words import satisfaction as satisfaction_words
from bot.words.html import Address, Html, paragraphs
from handlers.actions import confidential, files, roster
from handlers.buttons import (
    AddToTicket,
    AskInfo,
    CardMenu,
    Confirm,
    ConfirmFor,
    Dispute,
    HistoryPage,
    OfferBook,
    OfferTemplates,
    ReadSecret,
    Reopen,
    Resolve,
    Resume,
    Take,
    Unmerge,
    Withdraw,
)
from handlers.context import Context, message
from handlers.keyboard import CopyText, Key, Keyboard
from storage.events import EventSeen
from storage.tables import Person, Ticket

MOST_LINKED = 6
MORE = "more"  # the menu behind the card's own buttons
HAND_OVER, DEFER = "hand", "defer"  # more menus, each a tap from the card
SUPERGROUP = "-100"  # begins the ids of supergroups and channels (Bot API, Dialog IDs)


def post(context: Context, ticket: Ticket) -> None:
    """A new ticket at the desk: its card, and under it what a card cannot show."""
    redraw(context, ticket)
    rest_of_story(context, ticket)
    files.to_desk(context, ticket, context.unit.attachments.files(ticket.id))


def is_here(context: Context, ticket: Ticket) -> bool:
    """Whether the card is in today's helpdesk group."""
    return ticket.card_message_id is not None and ticket.card_chat_id == context.desk_chat


def waits(context: Context, ticket: Ticket) -> bool:
    """Whether the card is still to be sent."""
    return context.unit.outbox.is_waiting(_only(ticket))


def _only(ticket: Ticket) -> CoalesceKey:
    return coalesce_key(Waiting.CARD, ticket.id)


def redraw(context: Context, ticket: Ticket) -> None:
    """The one card, as the ticket is now. Several changes before it is sent become one. Of one
    that the group must not read each who may has a card of their own."""
    events = context.unit.events.history(ticket)
    if ticket.hides_words:
        confidential.redraw(context, ticket, page(context, ticket, events), keys(ticket))
    if context.desk_chat is not None and not confidential.is_of_abuse(ticket):
        context.tell(
            context.desk_chat,
            for_group(context, ticket, events),
            group_keys(ticket),
            ticket=ticket,
            purpose=Purpose.CARD,
            coalesce=_only(ticket),
        )


def sent(context: Context, ticket: Ticket, chat_id: int, message_id: int) -> None:
    """Noted as where the card is. A copy further up loses its buttons and points there."""
    before = ticket.card_message_id if ticket.card_chat_id == chat_id else None
    context.unit.tickets.place_card(ticket.id, chat_id=chat_id, message_id=message_id)
    if before is not None and before != message_id:
        words = card_words.card_below(ticket.number, address(ticket))
        params = message(words) | {"message_id": before}
        context.unit.outbox.add(chat_id, "editMessageText", params, now=context.now)
        redraw(context, ticket)  # the ticket may have changed while the message waited


def page(context: Context, ticket: Ticket, events: Sequence[EventSeen]) -> Html:
    """The card's text, as the ticket is now with all that happened to it, for who may read it."""
    seen = _seen(context, ticket, events)
    return paragraphs(card_words.card(seen), *_later(context, ticket), _rating(context, ticket))


def for_group(context: Context, ticket: Ticket, events: Sequence[EventSeen]) -> Html:
    """Of a secret ticket the group sees that it is there, and how it stands."""
    if not ticket.hides_words:
        return page(context, ticket, events)
    bare = [replace(event, text=None) for event in events]
    return card_words.card(replace(_seen(context, ticket, bare), story="", files=0))


def _seen(context: Context, ticket: Ticket, history: Sequence[EventSeen]) -> card_words.Card:
    both = ticket.reporter_id, ticket.officer_id or 0
    reporter, officer = map(context.unit.people.among(both).get, both)
    hidden = ticket.visibility.hides_who
    return card_words.Card(
        number=ticket.number,
        kind=ticket.kind,
        category=ticket.category,
        status=ticket.status,
        story=ticket.story,
        reporter=None
        if ticket.is_known_erased
        else confidential.called(ticket, roster.called(context, reporter) if reporter else "?"),
        office=reporter.office if reporter and not hidden else None,
        reachable=not ticket.has_chat or (reporter.reachable if reporter else False),
        blocked=reporter is not None and _is_seen_blocked(context, ticket, reporter),
        officer=(officer.name or desk.FORMER_OFFICER) if officer else None,
        received=ticket.created_at,
        clock=ticket.clock,
        now=context.now,
        zone=context.resources.zone,
        came=None if ticket.channel is Channel.TELEGRAM else ticket.channel,
        unheard=ticket.is_noted_down,
        lapor_number=ticket.lapor_number,
        files=len(context.unit.attachments.of(ticket.id)),
        history=as_the_desk_sees(history, ticket),
        secret=ticket.hides_words,
        priority=ticket.priority,
        deadline_class=ticket.deadline_class,
        result=ticket.result,
        deferred_until=ticket.deferred_until,
        linked=_linked(context, ticket),
    )


def _is_seen_blocked(context: Context, ticket: Ticket, reporter: Person) -> bool:
    """On the reports by which they were blocked: shown on the others at the same moment it would
    tell whose an anonymous one is."""
    if reporter.blocked_at is None:
        return False
    blocked = context.unit.blocks.of(reporter.id)
    by_ticket = None if blocked is None else blocked.ticket
    return by_ticket == (ticket.number if ticket.visibility.hides_who else None)


def as_the_desk_sees(events: Sequence[EventSeen], ticket: Ticket) -> list[EventSeen]:
    hidden = ticket.visibility.hides_who
    return [_nameless(event, ticket) if hidden else event for event in events]


def _nameless(event: EventSeen, ticket: Ticket) -> EventSeen:
    own = event.actor_id == ticket.reporter_id
    return replace(event, actor=None) if own else event


def _later(context: Context, ticket: Ticket) -> Iterator[Html]:
    """Answers that go out in the morning."""
    for row in context.unit.later_answers.of(ticket.id):
        officer = context.unit.people.get(row.officer_id)
        yield later.on_card(
            officer=officer.name if officer else desk.FORMER_OFFICER,
            send_at=row.send_at,
            zone=context.resources.zone,
        )


def _rating(context: Context, ticket: Ticket) -> Html | None:
    row = context.unit.satisfaction.of(ticket.id) if ticket.status in ENDED_STATES else None
    if row is None or row.score is None:
        return None
    return satisfaction_words.on_card(score=row.score, words=row.words)


def _linked(context: Context, ticket: Ticket) -> list[card_words.LinkedTicket]:
    tickets = context.unit.tickets
    others = [("Pecahan dari", tickets.get(ticket.split_from_id))] if ticket.split_from_id else []
    if ticket.merged_into_id is not None:
        others.append(("Bersama", tickets.get(ticket.merged_into_id)))
    beside = tickets.beside(ticket.id)
    merged = [each for each in beside if each.merged_into_id == ticket.id]
    merged.sort(key=lambda each: not each.is_noted_down)  # of whom somebody must think
    others += [("Gabungan:", each) for each in merged]
    others += [("Dipecah ke", each) for each in beside if each.split_from_id == ticket.id]
    return [
        card_words.LinkedTicket(how, other.number, address(other), unheard=other.is_noted_down)
        for how, other in others[:MOST_LINKED]
        if other is not None
    ]


def address(ticket: Ticket) -> Address | None:
    """Where the card can be opened with a tap; only messages of supergroups have an address."""
    group, message_id = str(ticket.card_chat_id), ticket.card_message_id
    if message_id is None or not group.startswith(SUPERGROUP):
        return None
    return Address(f"https://t.me/c/{group.removeprefix(SUPERGROUP)}/{message_id}")


def under_card(
    context: Context, ticket: Ticket, text: Html, *, coalesce: CoalesceKey | None = None
) -> None:
    """A message that notifies, where an edited card would not; what a ticket keeps from the group
    is told those who may read it."""
    if ticket.hides_words:
        confidential.tell(context, ticket, text, coalesce=coalesce)
    elif context.desk_chat is not None:
        context.tell(
            context.desk_chat,
            text,
            ticket=ticket,
            purpose=Purpose.RELAY,
            coalesce=coalesce,
            under_card=True,
        )


def rest_of_story(context: Context, ticket: Ticket) -> None:
    """Posted under the card where that could only show the beginning."""
    for part in card_words.rest_of_story(ticket.number, ticket.story):
        under_card(context, ticket, part)


def keys(ticket: Ticket) -> Keyboard:
    """The commonest deeds; the others are behind one more button."""
    this = ticket.id
    more = Key(labels.MORE, CardMenu(this, MORE))
    if ticket.is_erased:  # nobody waits for an answer; it only wants to be closed
        done = ticket.status in ENDED_STATES
        return () if done else ((Key(labels.RESOLVE, Resolve(this)),),)
    if ticket.status is Status.MERGED:
        return ((Key(labels.UNMERGE, Unmerge(this)), Key(labels.HISTORY, HistoryPage(this, 0))),)
    if ticket.status in ENDED_STATES:
        again = (Key(labels.REOPEN, Reopen(this)), more)
        if ticket.is_noted_down and ticket.status in {Status.RESOLVED, Status.LAPSED}:
            return ((Key(labels.REPORTER_CONFIRMS, ConfirmFor(this)),), again)
        return (again,)
    first = []
    if ticket.officer_id is None:
        first.append(Key(labels.TAKE, Take(this)))
    if ticket.status is Status.DEFERRED:
        first.append(Key(labels.CARRY_ON, Resume(this)))
    resolve = Key(labels.RESOLVE, Resolve(this))
    if ticket.is_noted_down:  # without a chat nobody can be asked by the bot
        return ((*first, resolve), (more,))
    common = (Key(labels.ASK_INFO, AskInfo(this)), resolve)
    pass_on = (
        Key(labels.HAND_OVER, CardMenu(this, HAND_OVER)),
        Key(labels.DEFER, CardMenu(this, DEFER)),
    )
    return (*((tuple(first),) if first else ()), _ready(ticket), common, (*pass_on, more))


def group_keys(ticket: Ticket) -> Keyboard:
    """In the group a secret ticket can be taken, and opened by who may read it; all else is done
    alone with the bot."""
    if not ticket.hides_words:
        return keys(ticket)
    read = (Key(labels.READ_SECRET, ReadSecret(ticket.id)),)
    untaken = ticket.officer_id is None and ticket.status in OPEN_STATES
    return ((Key(labels.TAKE, Take(ticket.id)),), read) if untaken else (read,)


def show_alone(context: Context, ticket: Ticket, person: Person) -> None:
    """All of it, to one who may read it: card, the rest of the story, files; below what was said
    there before."""
    text = page(context, ticket, context.unit.events.history(ticket))
    context.tell(person.id, text, keys(ticket), ticket=ticket, purpose=Purpose.OWN_CARD)
    for part in card_words.rest_of_story(ticket.number, ticket.story):
        context.tell(person.id, part, ticket=ticket, purpose=Purpose.OWN_COPY)
    files.alone(context, ticket, person, context.unit.attachments.files(ticket.id))


def _ready(ticket: Ticket) -> tuple[Key, ...]:
    """Answers that need not be written."""
    return (
        Key(labels.FROM_BOOK, OfferBook(ticket.id)),
        Key(labels.FROM_TEMPLATES, OfferTemplates(ticket.id, 0)),
    )


def number_key(ticket: Ticket) -> tuple[Key, ...]:
    return (Key(labels.COPY_NUMBER, CopyText(str(ticket.number))),)


def withdraw_keys(tickets: Sequence[Ticket]) -> Keyboard:
    return tuple((Key(labels.withdraw(ticket.number), Withdraw(ticket.id)),) for ticket in tickets)


def verdict_keys(ticket: Ticket) -> Keyboard:
    this = ticket.id
    return ((Key(labels.YES_DONE, Confirm(this)), Key(labels.NOT_DONE, Dispute(this))),)


def reporter_keys(ticket: Ticket) -> Keyboard:
    """What the reporter can do with their ticket as it stands."""
    this = ticket.id
    match ticket.status:
        case Status.RESOLVED:
            return verdict_keys(ticket)
        case Status.MERGED:
            add = Key(labels.ADD_TO_TICKET, AddToTicket(this))
            return ((add,), (Key(labels.NOT_THE_SAME, Dispute(this)),))
        case _ if ticket.status in ENDED_STATES:
            return ((Key(labels.REOPEN, Dispute(this)),),)
        case _:
            return ((Key(labels.ADD_TO_TICKET, AddToTicket(this)),),)
