"""Whether a person can be reached: they may block the bot, and come back."""

from __future__ import annotations

from bot.rules.ticket import Status
from bot.words import desk
from handlers.actions import card
from handlers.actions.jobs import Say, in_pieces
from handlers.context import Context
from storage.jobs import arguments_of
from storage.tables import HoldReason, JobKind, JobRow, Person


def lost(context: Context, person: Person) -> None:
    """Blocked, or gone from Telegram: the desk learns it once, at each ticket still open."""
    if person.reachable:
        person.reachable = False
        _ask_for_cards(context, person)


def back(context: Context, person: Person) -> None:
    if not person.reachable:
        person.reachable = True
        context.unit.outbox.release(person.id, HoldReason.UNREACHABLE)
        _ask_for_cards(context, person)


def _ask_for_cards(context: Context, person: Person) -> None:
    """A busy reporter has more of them than a turn may take the time for."""
    if context.desk_chat is not None:
        context.unit.jobs.ask(
            JobKind.REPORTER,
            f"reporter:{person.id}:{person.reachable}",
            chat_id=context.desk_chat,
            arguments={"person": person.id, "reachable": person.reachable},
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
            words = desk.unreachable(ticket.number)
            card.under_card(context, ticket, words, coalesce=f"gone:{ticket.id}")

    return in_pieces(context.unit.tickets.open_of(arguments_of(job)["person"]), show)
