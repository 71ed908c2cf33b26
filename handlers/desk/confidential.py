"""What the group must not read is worked on alone with the bot, by who may read it."""

from __future__ import annotations

from bot.errors import Confidential, StaleButton, UnknownTicket, UnknownTicketAtDesk
from bot.rules.purpose import OF_THE_DESK
from bot.words import confidential as words
from bot.words import labels
from handlers.actions import card
from handlers.actions import confidential as actions
from handlers.buttons import Button, ReadSecret, Take
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import MessageRef, Ticket

IN_GROUP = (Take, ReadSecret)  # what the card of a secret ticket offers there
MOST_SHOWN = 20


def is_worked_on(turn: Turn, pressed: Button) -> bool:
    """Whether what was pressed alone with the bot is about a ticket that is worked on there."""
    ticket = _ticket_of(turn, pressed) if turn.incoming.private else None
    return (
        ticket is not None and ticket.hides_words and actions.may_read(turn, turn.person, ticket)
    )


def refuse_in_group(turn: Turn, pressed: Button) -> None:
    """Raises Confidential, and UnknownTicketAtDesk for what no group hears of."""
    ticket = _ticket_of(turn, pressed)
    if ticket is not None:
        _refuse(turn, ticket, but=isinstance(pressed, IN_GROUP))


def refuse_reply(turn: Turn, ref: MessageRef) -> None:
    """What was written to its card in the group would be read there. Raises as above."""
    _refuse(turn, turn.ticket(ref.ticket_id), but=False)


def _refuse(turn: Turn, ticket: Ticket, *, but: bool) -> None:
    if actions.is_of_abuse(ticket):
        raise UnknownTicketAtDesk
    if ticket.hides_words and not but:
        may_read = actions.may_read(turn, turn.person, ticket)
        raise Confidential(number=str(ticket.number), may_read=may_read)


def _ticket_of(turn: Turn, pressed: Button) -> Ticket | None:
    number = getattr(pressed, "ticket", None)
    return turn.unit.tickets.get(number) if isinstance(number, int) else None


def answered(turn: Turn) -> MessageRef | None:
    """Alone with the bot: a reply to what is the desk's side of such a ticket. Raises
    UnknownTicket where they may not read it any more."""
    assert turn.incoming.reply_to is not None
    ref = turn.unit.refs.get(turn.incoming.chat_id, turn.incoming.reply_to)
    if ref is None or ref.purpose not in OF_THE_DESK:
        return None
    ticket = turn.unit.tickets.get(ref.ticket_id)
    if ticket is None or not actions.may_read(turn, turn.person, ticket):
        raise UnknownTicket
    return ref


def read(turn: Turn) -> None:
    """The card, alone with who presses, anew: it may have gone up far there."""
    ticket = turn.unit.tickets.get(turn.button(ReadSecret).ticket)
    if ticket is None or not ticket.hides_words:
        raise StaleButton
    if not actions.may_read(turn, turn.person, ticket):
        raise Confidential(number=str(ticket.number), may_read=False)
    turn.toast("" if turn.incoming.private else words.sent_to_you_toast())
    card.show_alone(turn, ticket, turn.person)


def waiting(turn: Turn) -> None:
    """/antrian alone with the bot: those that are not to be read in the group."""
    found = [
        ticket
        for ticket in turn.unit.open_tickets.confidential()
        if actions.may_read(turn, turn.person, ticket)
    ][:MOST_SHOWN]
    keys = tuple((Key(labels.label(str(each.number)), ReadSecret(each.id)),) for each in found)
    turn.say(words.list_of_yours() if found else words.none_for_you(), keys)
