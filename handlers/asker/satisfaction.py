"""What a reporter says of how they were served."""

from __future__ import annotations

from bot.errors import StaleButton
from bot.rules.dialog import DialogKind
from bot.rules.satisfaction import LEAST, MOST, MOST_WORDS, RatingStep
from bot.rules.ticket import MOVES, Changed, Deed, FieldChange
from bot.words import satisfaction as words
from bot.words.html import Html
from faq.text.asking import asks
from faq.text.said.scale import step_said
from faq.text.small_talk.meaning import intent
from handlers.actions import card
from handlers.actions import satisfaction as actions
from handlers.asker import dialog, own_tickets
from handlers.buttons import RateTicket
from handlers.turn import Turn
from storage.tables import DialogRow, Ticket

MOST_OF_MANNERS = 4  # words


def rate(turn: Turn) -> None:
    pressed = turn.button(RateTicket)
    ticket = turn.own_ticket(pressed.ticket)
    if not _may(turn, ticket) or not LEAST <= pressed.score <= MOST:
        raise StaleButton
    turn.must_show_what_was_pressed()
    turn.toast()
    turn.edit(_rated(turn, ticket, pressed.score))


def heard(turn: Turn) -> bool:
    """Plain words while that is asked; False where they are about something else."""
    row = dialog.open_now(turn)[DialogKind.RATING]
    ticket = None if row.ticket_id is None else turn.unit.tickets.get(row.ticket_id)
    if ticket is None or ticket.reporter_id != turn.person.id or turn.incoming.file is not None:
        dialog.end(turn, DialogKind.RATING)
        return False
    step = step_said(turn.incoming.own_text)
    if step is not None and _may(turn, ticket) and not _asked_since(turn, row):
        turn.say(_rated(turn, ticket, step))
        return True
    return row.step == RatingStep.WORDS and _added(turn, ticket)


def replied(turn: Turn, ticket: Ticket) -> bool:
    """In answer to a message about the ticket: only where it is nothing but a step."""
    text = turn.incoming.own_text
    step = step_said(text) if turn.incoming.file is None and not text.isdigit() else None
    row = turn.unit.satisfaction.of(ticket.id)
    if step is None or row is None or row.score is not None or not _may(turn, ticket):
        return False
    turn.say(_rated(turn, ticket, step))
    return True


def _is_manners(text: str) -> bool:
    """ "terima kasih pak"; what says more than that is kept, however polite."""
    return len(text.split()) <= MOST_OF_MANNERS and intent(text) is not None


def _may(turn: Turn, ticket: Ticket) -> bool:
    return (ticket.status, Deed.RATE) in MOVES and turn.unit.satisfaction.of(ticket.id) is not None


def _asked_since(turn: Turn, row: DialogRow) -> bool:
    """A number, or "baik", may then be about what the book has just offered."""
    return turn.unit.questions.newest(turn.person.id, since=row.updated_at) is not None


def _rated(turn: Turn, ticket: Ticket, score: int) -> Html:
    before = turn.unit.satisfaction.of(ticket.id)
    was = None if before is None or before.score is None else str(before.score)
    turn.unit.satisfaction.rate(ticket.id, score, now=turn.now)
    turn.unit.tickets.move(
        ticket,
        Deed.RATE,
        to=ticket.status,
        now=turn.now,
        actor_id=turn.person.id,
        change=FieldChange(Changed.SATISFACTION, was, str(score)),
    )
    card.redraw(turn, ticket)
    listens = actions.listen(turn, ticket, RatingStep.WORDS, actions.WORDS_OPEN)
    say = words.rated if listens else words.rated_briefly
    return say(ticket.number, score=score)


def _added(turn: Turn, ticket: Ticket) -> bool:
    """One sentence, if it is one: a question or mere manners is served as ever."""
    text = turn.incoming.own_text.strip()
    dialog.end(turn, DialogKind.RATING)
    if not text or turn.incoming.other is not None or asks(text) or _is_manners(text):
        return False
    turn.unit.satisfaction.add_words(ticket.id, text[:MOST_WORDS])
    card.redraw(turn, ticket)
    found = own_tickets.in_book(turn, text)
    turn.say(words.words_kept(in_book=bool(found)), found)
    return True
