"""A message that stands twice: sent, and after a kill -9 or a lost answer sent again.

Only the second is known by its number; what somebody answers to the first counts as well.
"""

from __future__ import annotations

from datetime import timedelta

from bot.rules.purpose import PROMPTS, Purpose, Subject
from bot.rules.ticket import REOPENING
from bot.words.html import Html, as_text
from faq.text.said import ticket_number
from handlers.buttons import AskInfo, Reopen, Resolve, Resume, Take, Unmerge, parse
from handlers.incoming import Incoming
from handlers.turn import Turn
from storage.outgoing_words import OutgoingWords, said_of, standing
from storage.tables import MessageRef, Ticket

ON_A_CARD = (Take, Resume, AskInfo, Resolve, Reopen, Unmerge)
LATELY = timedelta(days=7)  # so long what was sent is kept


def of(turn: Turn) -> MessageRef | None:
    """What the message that is answered is for, if it is ours."""
    return _by_button(turn) or _by_words(turn)


def _by_button(turn: Turn) -> MessageRef | None:
    """A card's buttons say which ticket's it is."""
    whose, data = turn.incoming.reply_to_button or ("", "")
    pressed = parse(data) if whose == turn.resources.username else None
    if not isinstance(pressed, ON_A_CARD):
        return None
    if turn.unit.tickets.get(pressed.ticket) is None:
        return None
    return _ref(turn.incoming, pressed.ticket, Purpose.CARD)


def _by_words(turn: Turn) -> MessageRef | None:
    """A prompt, or words and files passed on: as we remember having written them."""
    line = _line_of_ours(turn)
    number = ticket_number.number_in(line) if line else None
    ticket = turn.unit.tickets.by_number(number) if number else None
    if ticket is None:
        return None
    for said in said_of(turn.unit, turn.incoming.chat_id, ticket.id, since=turn.now - LATELY):
        if _first_line(said.text) == line:
            purpose = Purpose.RELAY if _is_over(turn, ticket, said) else said.purpose
            return _ref(turn.incoming, ticket.id, purpose, said.prompted_id)
    return None


def subject_of(turn: Turn) -> Subject | None:
    """What else than a ticket it stands for: also of what was sent before its number was noted."""
    line = _line_of_ours(turn)
    if line is None:
        return None
    found = standing(turn.unit, turn.incoming.chat_id, since=turn.now - LATELY)
    return next((subject for text, subject in found if _first_line(text) == line), None)


def _line_of_ours(turn: Turn) -> str | None:
    """The first line of what is answered, where it was we who said it."""
    ours, by = turn.resources.username, turn.incoming.reply_to_bot
    return turn.incoming.reply_to_line or None if ours and by == ours else None


def _first_line(text: str) -> str:
    return as_text(Html(text)).partition("\n")[0]


def _is_over(turn: Turn, ticket: Ticket, said: OutgoingWords) -> bool:
    """A prompt of an earlier round, as `Refs.retire_prompts` has it."""
    anew = turn.unit.events.last(ticket, *REOPENING)
    return said.purpose in PROMPTS and anew is not None and anew.at > said.at


def _ref(
    incoming: Incoming, ticket_id: int, purpose: Purpose, prompted_id: int | None = None
) -> MessageRef:
    assert incoming.reply_to is not None
    return MessageRef(
        chat_id=incoming.chat_id,
        message_id=incoming.reply_to,
        ticket_id=ticket_id,
        purpose=purpose,
        prompted_id=prompted_id,
    )
