"""Serving what was stored: one transaction a batch, in which a failing turn harms no other."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.errors import Refusal
from bot.wire.lanes import NO_LANE, key_of, lane_of
from bot.wire.log import trace
from bot.words import asker, desk
from handlers.context import Context
from handlers.incoming import Incoming
from handlers.parse_update import Malformed, parse_update
from handlers.resources import Resources
from handlers.routes import dispatch
from handlers.turn import Turn
from storage.engine import Database
from storage.inbox import Arrival
from storage.tables import InboxRow, InboxStatus, Person
from storage.unit import Unit

logger = logging.getLogger(__name__)

BATCH = 50
NOBODY = 0
REST = (timedelta(seconds=0.1), timedelta(seconds=0.4))  # between tries of a failing update


def store(database: Database, updates: Sequence[object], now: datetime) -> None:
    """Keeps raw updates; what has no usable number is parked at once, so that it is not lost."""
    with database.unit() as unit:
        unit.inbox.add([_arrival(update, now) for update in updates])


def _arrival(update: object, now: datetime) -> Arrival:
    number, usable = key_of(update)
    return {
        "update_id": number,
        "lane": lane_of(update) if usable and isinstance(update, dict) else NO_LANE,
        "raw": json.dumps(update),
        "received_at": now,
        "status": InboxStatus.WAITING if usable else InboxStatus.DEAD,
        "attempts": 0,
        "error": None if usable else "no usable update_id",
    }


def serve(database: Database, resources: Resources, now: datetime) -> int:
    """One batch of waiting updates; returns how many were looked at.

    Nearly always every turn of a batch succeeds, and a savepoint costs as much as a turn's own
    statements: so first without. If one fails, nothing of the batch has happened, and it is
    served again with a savepoint around each.
    """
    try:
        return _serve_batch(database, resources, now, guarded=False)
    except Exception as error:  # noqa: BLE001 - whoever failed is found, and told, the second time
        logger.debug("a batch is served again turn by turn: %s", trace(error))
        return _serve_batch(database, resources, now, guarded=True)


def _serve_batch(database: Database, resources: Resources, now: datetime, *, guarded: bool) -> int:
    with database.unit() as unit:
        rows = unit.inbox.due(now, limit=BATCH)
        resting: set[int] = set()
        found = _understood(unit, rows)
        people = {
            who.id: (who.name, who.username) for _, incoming in found if (who := incoming.who)
        }
        unit.dialogs.look_up(people)
        if not guarded:  # else each in the savepoint of a turn of theirs
            unit.people.meet(people, now=now)
        for row, incoming in found:
            if row.lane in resting:
                continue
            if not guarded:
                _turn(unit, resources, incoming, now)
                unit.inbox.done(row)
            elif not _guarded_turn(unit, resources, row, incoming, now):
                resting.add(row.lane)
    return len(rows)


def _understood(unit: Unit, rows: Sequence[InboxRow]) -> list[tuple[InboxRow, Incoming]]:
    """What there is to serve: the malformed are parked, kinds that we do not serve are done."""
    found = []
    for row in rows:
        try:
            incoming = parse_update(row.raw)
        except Malformed as error:
            logger.warning("update %s is malformed (%s); parked", row.update_id, error)
            unit.inbox.bury(row, error=f"malformed: {error}")
            continue
        if incoming is None or incoming.from_bot:
            unit.inbox.done(row)
        else:
            found.append((row, incoming))
    return found


def _guarded_turn(
    unit: Unit, resources: Resources, row: InboxRow, incoming: Incoming, now: datetime
) -> bool:
    """The turn, or, where it is refused, one kind sentence instead of it.

    False when it failed and must be tried again, and its lane waits for it.
    """
    try:
        try:
            with unit.savepoint():
                _turn(unit, resources, incoming, now)
        except Refusal as refusal:
            with unit.savepoint():
                _stage(unit, resources, incoming, now).refuse(refusal)
    except Exception as error:  # noqa: BLE001 - ours: rolled back, tried again, then parked
        return _failed(Context(unit, resources, now), row, incoming, error)
    unit.inbox.done(row)
    return True


def _turn(unit: Unit, resources: Resources, incoming: Incoming, now: datetime) -> None:
    turn = _stage(unit, resources, incoming, now)
    dispatch(turn)
    turn.toast()


def _stage(unit: Unit, resources: Resources, incoming: Incoming, now: datetime) -> Turn:
    who = incoming.who
    if who is None:
        person = Person(id=NOBODY, name="", first_seen=now)  # never kept
    else:
        person = unit.people.seen(who.id, name=who.name, username=who.username, now=now)
    return Turn(unit, resources, now, incoming, person)


def _failed(context: Context, row: InboxRow, incoming: Incoming, error: Exception) -> bool:
    """The update's own savepoint is undone; its neighbours in the batch are not touched."""
    logger.error("update %s failed: %s", row.update_id, trace(error))
    if row.attempts < len(REST):
        at = context.now + REST[row.attempts]
        context.unit.inbox.retry(row, at=at, error=type(error).__name__)
        return False
    context.unit.inbox.bury(row, error=trace(error))
    if incoming.private and incoming.who is not None:
        context.tell(incoming.chat_id, asker.broken(desk_told=context.desk_chat is not None))
    if context.desk_chat is not None:
        context.tell(context.desk_chat, desk.parked(row.update_id), coalesce="parked")
    return True
