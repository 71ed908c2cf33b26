"""Two officers at one ticket: whoever answers second is asked before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.rules.complaint import File
from bot.rules.ticket import ANSWERING, Deed
from bot.words import dates, desk, labels
from handlers.buttons import SendAlso
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import MessageRef, Ticket

JUST_NOW = timedelta(minutes=10)


def hold(turn: Turn, ticket: Ticket, ref: MessageRef, text: str, sent: Sequence[File]) -> bool:
    """Where a colleague has just answered, and the reporter has not written since."""
    last = turn.unit.events.last(ticket, *ANSWERING, Deed.ANSWER)
    other = last is not None and last.actor_id not in {None, turn.person.id}
    message_id = turn.incoming.message_id
    if last is None or not other or last.deed is Deed.ANSWER or message_id is None:
        return False
    if turn.now - last.at > JUST_NOW or last.actor_id is None:
        return False
    colleague = turn.unit.people.get(last.actor_id)
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
        by=colleague.name if colleague and colleague.name else desk.FORMER_OFFICER,
        ago=dates.ago(turn.now - last.at),
        said=last.text or "",
    )
    keys = (
        Key(labels.SEND_ALSO, SendAlso(message_id, yes=True)),
        Key(labels.DO_NOT_SEND, SendAlso(message_id, yes=False)),
    )
    turn.say(words, (keys,), ticket=ticket)
    return True
