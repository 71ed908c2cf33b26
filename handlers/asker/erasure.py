"""/hapus_data: the wish to be forgotten. It is no ticket: it has a deadline of its own in law, and
would spoil the figures of what the desk is there for."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.privacy.retention import MOST_A_DAY
from bot.words import labels
from bot.words import privacy as words
from handlers.actions import erasure as actions
from handlers.buttons import EraseMe, KeepMe
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import ErasureRow, ErasureStatus

DAY = timedelta(days=1)
CALL_OFF = ((Key(labels.KEEP_ME, KeepMe()),),)


def explain(turn: Turn) -> None:
    """What goes and what stays, before anything is asked for."""
    if not _may_ask(turn):
        return
    privacy = turn.resources.privacy
    said = words.ask_erasure(
        open_tickets=turn.unit.own_tickets.open_numbers(turn.person.id),
        erase_within=privacy.erase_within,
        backup_days=turn.resources.backups_kept,
    )
    turn.say(said, ((Key(labels.ERASE, EraseMe()),),))


def ask(turn: Turn) -> None:
    turn.toast()
    if not _may_ask(turn):
        return
    due = turn.resources.privacy.erase_by(turn.now)
    row = turn.unit.erasures.ask(turn.person.id, now=turn.now, due=due)
    actions.post(turn, row, turn.person)
    turn.say(words.erasure_noted(due=due, zone=turn.resources.zone), CALL_OFF)


def call_off(turn: Turn) -> None:
    turn.toast()
    row = turn.unit.erasures.of(turn.person.id)
    if row is None or not turn.unit.erasures.cancel(row):
        turn.say(words.erasure_under_way() if row else words.erasure_cancelled_before())
        return
    actions.redraw(turn, row, words.erasure_withdrawn(request=row.id))
    turn.say(words.erasure_cancelled())


def _may_ask(turn: Turn) -> bool:
    """Or else it is said why not; pressed again and again, there is one request."""
    under_way = turn.unit.erasures.of(turn.person.id)
    if under_way is not None:
        _tell(turn, under_way)
    elif turn.is_officer:
        turn.say(words.erasure_not_for_officers())
    elif turn.unit.erasures.asked_since(turn.person.id, turn.now - DAY) >= MOST_A_DAY:
        turn.say(words.erasure_too_often())
    else:
        return True
    return False


def _tell(turn: Turn, row: ErasureRow) -> None:
    if row.status is ErasureStatus.CONFIRMED:
        turn.say(words.erasure_under_way())
        return
    zone = turn.resources.zone
    said = words.erasure_noted_before(asked=row.asked_at, due=row.due_at, zone=zone)
    turn.say(said, CALL_OFF)
