"""A report noted down by an officer, for somebody who has no chat with the bot."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.complaint import File
from bot.rules.noting import Noted
from bot.rules.ticket import Channel, Deed
from handlers.actions import card
from handlers.actions import ticket as actions
from handlers.turn import Turn
from storage.tables import Ticket


def note_down(
    turn: Turn, noted: Noted, channel: Channel, draft_key: str, sent: Sequence[File] = ()
) -> Ticket:
    """Filed by the officer; kind and category are guessed from what was noted."""
    officer = turn.officer()
    person = turn.unit.people.without_chat(noted.name, noted.office, now=turn.now)
    guess = turn.resources.filing.guess(noted.story)
    ticket = actions.new_ticket(
        turn,
        draft_key=draft_key,
        kind=guess.kind,
        category=guess.categories[0],
        story=noted.story,
        reporter_id=person.id,
        channel=channel,
        lapor_number=noted.lapor_number,
        actor_id=officer.id,
    )
    for each in sent:
        turn.unit.attachments.add(ticket.id, each, now=turn.now)
    card.post(turn, ticket)
    return ticket


def confirm_for(turn: Turn, ticket: Ticket, how: str) -> None:
    """What the reporter told an officer, who says how. Only where nobody can press for themselves."""
    officer = turn.officer()
    actions.move(turn, ticket, Deed.CONFIRM, officer=officer, text=how)
