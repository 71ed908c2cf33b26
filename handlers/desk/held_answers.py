"""Two officers at one ticket: whoever answers second is asked before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from bot.rules.complaint import File
from bot.rules.ticket import ANSWERING, Deed
from bot.words import dates, desk, labels
from handlers.buttons import SendAlso
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import MessageRef, Ticket, TicketEvent

JUST_NOW = timedelta(minutes=10)


class ColleaguesAnswer(NamedTuple):
    by: str
    last: TicketEvent


def by_colleague(turn: Turn, ticket: Ticket) -> ColleaguesAnswer | None:
    """Where one has just answered, and the reporter has not written since."""
    last = turn.unit.events.last(ticket, *ANSWERING, Deed.ANSWER)
    if last is None or last.deed is Deed.ANSWER or turn.now - last.at > JUST_NOW:
        return None
    if last.actor_id is None or last.actor_id == turn.person.id:
        return None
    colleague = turn.unit.people.get(last.actor_id)
    return ColleaguesAnswer((colleague.name if colleague else "") or desk.FORMER_OFFICER, last)


def hold(turn: Turn, ticket: Ticket, ref: MessageRef, text: str, sent: Sequence[File]) -> bool:
    """What was written, until its writer says whether to send it; False where nobody was first."""
    message_id = turn.incoming.message_id
    answered = by_colleague(turn, ticket)
    if answered is None or message_id is None:
        return False
    turn.unit.albums.hold(
        ref,
        person_id=turn.person.id,
        message_id=message_id,
        text=text,
        files=sent,
        now=turn.now,
    )
    words = desk.answered_just_now(
        ticket.number,
        by=answered.by,
        ago=dates.ago(turn.now - answered.last.at),
        said=answered.last.text or "",
    )
    keys = (
        Key(labels.SEND_ALSO, SendAlso(message_id, yes=True)),
        Key(labels.DO_NOT_SEND, SendAlso(message_id, yes=False)),
    )
    turn.say(words, (keys,), ticket=ticket)
    return True
