"""What an officer is asked about before it is sent: an answer where a colleague was first, and a
deed typed as an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from bot.rules.complaint import File
from bot.rules.ticket import ANSWERING, OPEN_STATES, Deed
from bot.words import dates, desk, labels
from bot.words.labels.base import Label
from faq.text.said.desk_deed import only_a_deed
from handlers import pointing
from handlers.buttons import SendAlso, Take
from handlers.keyboard import Key, Keyboard
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
    _keep(turn, ref, message_id, text, sent)
    words = desk.answered_just_now(
        ticket.number,
        by=answered.by,
        ago=dates.ago(turn.now - answered.last.at),
        said=answered.last.text or "",
    )
    turn.say(words, (_keys(labels.SEND_ALSO, message_id),), ticket=ticket)
    return True


def hold_deed(turn: Turn, ticket: Ticket, ref: MessageRef, text: str) -> bool:
    """ "Saya ambil", "tutup aja": said to the bot or to colleagues, hardly to the reporter."""
    message_id = turn.incoming.message_id
    if message_id is None or not only_a_deed(text):
        return False
    _keep(turn, ref, message_id, pointing.to_reporter(turn, text), ())
    keys: Keyboard = (_keys(labels.SEND_ANYWAY, message_id),)
    if ticket.officer_id is None and ticket.status in OPEN_STATES:
        keys = ((Key(labels.TAKE, Take(ticket.id)),), *keys)
    turn.say(desk.sounds_like_deed(ticket.number), keys, ticket=ticket)
    return True


def _keep(turn: Turn, ref: MessageRef, message_id: int, text: str, sent: Sequence[File]) -> None:
    turn.unit.held_answers.hold(
        ref,
        person_id=turn.person.id,
        message_id=message_id,
        text=text,
        files=sent,
        now=turn.now,
    )


def _keys(send: Label, message_id: int) -> tuple[Key, Key]:
    return (
        Key(send, SendAlso(message_id, yes=True)),
        Key(labels.DO_NOT_SEND, SendAlso(message_id, yes=False)),
    )
