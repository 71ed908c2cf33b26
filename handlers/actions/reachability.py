"""Whether a person or a group can be reached: they may block the bot, and let it in again."""

from __future__ import annotations

from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.purpose import Purpose
from bot.rules.ticket import Status
from bot.wire.outgoing import OutgoingCall
from bot.words import alarms, desk_staff, following, linking, undelivered
from handlers.actions import alarm, card
from handlers.actions.job_answers import Say, in_pieces
from handlers.context import Context
from storage.agenda import Once
from storage.jobs import arguments_of
from storage.tables import AgendaKind, HoldReason, JobKind, JobRow, Person, Ticket

ASKED_FOR = frozenset({Purpose.OFFER, Purpose.FOLLOWED})
"""What somebody waits for who would not know that it did not arrive."""


def lost(context: Context, person: Person) -> None:
    """Blocked, or gone from Telegram: the desk learns it once, at each ticket still open."""
    if person.reachable:
        person.reachable = False
        _ask_for_cards(context, person, f"reporter:{person.id}:{person.reachable}")


def desk_waits_for(context: Context, person: Person) -> None:
    """What the group must not read waits for them, and nobody would know."""
    words = desk_staff.not_started(person.name)
    alarm.raise_once(context, _not_started(person), words, not_to=person.id)


def say_what_waits(context: Context, person: Person, call: OutgoingCall) -> None:
    """To the desk, of what a colleague asked for, or an officer asked somebody."""
    username = context.resources.username
    ticket = None if call.ticket_id is None else context.unit.tickets.get(call.ticket_id)
    if call.purpose is Purpose.OFFER and ticket is not None:
        said = linking.cannot_be_asked(ticket.number, name=person.name, username=username)
        context.tell_desk_about(person, said)
    elif call.purpose is Purpose.FOLLOWED:
        once = context.unit.agenda.claim(_follows(person), now=context.now)
        if once:
            said = following.waits_for_start(person.name, username=username)
            context.tell_desk_about(person, said)


def _not_started(person: Person) -> Once:
    return Once(AgendaKind.NOT_STARTED, chat_id=person.id)


def _follows(person: Person) -> Once:
    return Once(AgendaKind.FOLLOWER_WAITS, chat_id=person.id)


def regained(context: Context, person: Person) -> None:
    if person.id == context.resources.report_chat_id:
        found(context, person.id)  # perhaps a stranger until now, whose pages waited for this
    if not person.reachable:
        person.reachable = True
        alarm.over(context, _not_started(person))
        alarm.over(context, _follows(person))
        context.unit.outbox.release(person.id, HoldReason.UNREACHABLE)
        _ask_for_cards(context, person, f"reporter:{person.id}:{person.reachable}")


def show_block(context: Context, person: Person) -> None:
    """On the cards of their tickets, whether they may write."""
    blocked = person.blocked_at is not None
    _ask_for_cards(context, person, f"blocked:{person.id}:{blocked}", only_drawn=True)


def _ask_for_cards(
    context: Context, person: Person, key: str, *, only_drawn: bool = False
) -> None:
    """A busy reporter has more of them than a turn may take the time for."""
    if context.desk_chat is not None:
        context.unit.jobs.ask(
            JobKind.REPORTER,
            key,
            chat_id=context.desk_chat,
            about_id=person.id,
            arguments={"person": person.id, "reachable": person.reachable or only_drawn},
            now=context.now,
        )


def cards(context: Context, job: JobRow) -> list[Say]:
    """Those of a reporter's tickets, as their cards say whether they can be reached."""
    person = context.unit.people.get(arguments_of(job)["person"])
    gone = person is not None and not (person.reachable or arguments_of(job)["reachable"])

    def show(context: Context, ticket_id: int) -> None:
        ticket = context.unit.tickets.get(ticket_id)
        if ticket is None or ticket.status is Status.CLOSED:
            return
        card.redraw(context, ticket)
        if gone:
            words = undelivered.unreachable(ticket.number)
            card.under_card(context, ticket, words, coalesce=coalesce_key(Waiting.GONE, ticket.id))

    return in_pieces(context.unit.own_tickets.going_on(arguments_of(job)["person"]), show)


def not_found(context: Context, chat_id: int) -> None:
    """The head or a group of ours cannot be written to: somebody must see to it."""
    if chat_id == context.desk_chat:
        alarm.raise_once(context, _away(chat_id), alarms.desk_away(), not_to=chat_id)
    elif chat_id == context.report_chat:
        words = alarms.head_away(context.resources.username) if chat_id > 0 else None
        words = words or alarms.report_group_away()
        alarm.raise_once(context, _away(chat_id), words, not_to=chat_id)


def found(context: Context, chat_id: int) -> None:
    """It can be written to: what waits for it goes out, and should it go again, it is said."""
    context.unit.outbox.release(chat_id, HoldReason.UNREACHABLE)
    alarm.over(context, _away(chat_id))


def _away(chat_id: int) -> Once:
    return Once(AgendaKind.CHAT_AWAY, chat_id=chat_id)


def is_kept_for(context: Context, call: OutgoingCall) -> bool:
    """Worth having later, too: news of a ticket, and the head's pages."""
    told = {Purpose.RELAY, Purpose.ANSWER, Purpose.OWN_CARD, Purpose.OWN_COPY, *ASKED_FOR}
    return call.purpose in told or call.chat_id == context.report_chat


def gave_up(context: Context, call: OutgoingCall, ticket: Ticket | None) -> None:
    """Telegram refused a page, or a ticket's card, for good: nobody would know of it."""
    if ticket is not None:
        once = Once(AgendaKind.CARD_REFUSED, subject_id=ticket.id)
        alarm.raise_once(context, once, alarms.card_refused(ticket.number))
    elif call.chat_id in {context.report_chat, context.desk_chat}:
        today = context.resources.calendar.today(context.now).isoformat()
        once = Once(AgendaKind.PAGE_REFUSED, chat_id=call.chat_id, period=today)
        alarm.raise_once(context, once, alarms.page_refused())
