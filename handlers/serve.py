"""Keeping what came in, and serving it: a batch in which a failing turn harms no other."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from bot.errors import Refusal, TooFast
from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.limits import MOST_STORED, MOST_WAITING
from bot.wire.lanes import NO_LANE, lane_of, update_key
from bot.wire.log import Fact, record
from bot.wire.log_actions import Action
from bot.wire.trace import trace
from bot.words import asker, undelivered
from handlers.context import Context
from handlers.discretion import as_kept, caution, words_for
from handlers.incoming import Incoming
from handlers.json_parts import Malformed
from handlers.limiter import Limiter
from handlers.message_mark import marked
from handlers.parse_update import parse_update
from handlers.resources import Resources
from handlers.rich_message import as_text_messages
from handlers.routes import dispatch, wanted
from handlers.spoken import Spoken
from handlers.turn import Turn
from storage.engine import Database
from storage.inbox import Received
from storage.tables import Person
from storage.unit import Unit

BATCH = 50
HELD = 0.15  # seconds of turns in one transaction: others write after it
CROWD = 20  # of one person in one fetch: more than fingers send
NOBODY = 0
EDITABLE_FOR = 72 * 3600  # seconds: people may edit for 48 hours, and Telegram waits a day for us
UNUSABLE = "no usable update_id"
REST = (timedelta(seconds=0.1), timedelta(seconds=0.4))  # between tries of a failing update

Log = list[Callable[[], None]]
"""Lines to be written once all is kept: what is undone has not happened."""


class Served(NamedTuple):
    log: Log
    all_reached: bool
    """Or else the rest waits in the inbox."""


def received(update: object, spoken: Spoken) -> Received:
    """As it is kept; what has no usable number can only be parked."""
    number, usable = update_key(update)
    raw = as_kept(as_text_messages(update), spoken)
    message_id, mark = marked(update) or (None, None)
    return Received(
        update_id=number,
        lane=lane_of(update) if usable and isinstance(update, dict) else NO_LANE,
        raw=raw,
        unusable=None if usable else UNUSABLE,
        message_id=message_id,
        mark=mark,
    )


def store(database: Database, updates: Sequence[object], now: datetime, *, spoken: Spoken) -> None:
    """Keeps raw updates; what has no usable number is parked at once, so that it is not lost."""
    arrived = [received(update, spoken) for update in _with_room(database, updates)]
    if not arrived:
        return
    with database.unit() as unit:
        spoken.keep(unit, now)
        parked = [
            each for each in arrived if each.unusable and not unit.inbox.holds(each.update_id)
        ]
        unit.inbox.add(arrived, now)
    spoken.kept()
    for each in parked:
        record(Action.UPDATE_PARKED, update=each.update_id, reason=UNUSABLE)


def _with_room(database: Database, updates: Sequence[object]) -> Sequence[object]:
    """Without what one person has sent beyond all that would ever be served: to write it down
    first would make others wait. They are told when their turn comes."""
    lanes = [lane_of(update) if isinstance(update, dict) else NO_LANE for update in updates]
    crowded = {lane for lane, count in Counter(lanes).items() if lane > 0 and count > CROWD}
    if not crowded:
        return updates
    with database.reading() as unit:
        waiting = Counter(unit.inbox.waiting_in(crowded))
    kept, passed_over = [], Counter[int]()
    for lane, update in zip(lanes, updates, strict=True):
        if lane in crowded and waiting[lane] >= MOST_STORED:
            passed_over[lane] += 1
        else:
            waiting[lane] += 1
            kept.append(update)
    for lane, count in passed_over.items():
        record(Action.UPDATES_PUT_OFF, chat=lane, passed_over=count)
    return kept


def serve_batch(
    unit: Unit,
    resources: Resources,
    rows: Sequence[Received],
    now: datetime,
    *,
    limiter: Limiter,
    guarded: bool,
) -> Served:
    """At least one turn, and no more than others can wait for.

    Nearly always every turn of a batch succeeds, and a savepoint costs as much as a turn's own
    statements: so first without, when a turn that fails raises. Guarded, it harms no other.
    """
    log: Log = []
    if not rows:
        return Served(log, all_reached=True)
    found = _understood(unit, rows, now, log)
    people = {
        who.id: (who.name, who.username)
        for _, incoming in found
        if (who := incoming.who) and incoming.kind != "guest"
    }
    unit.dialogs.look_up(people)
    unit.own_tickets.look_up(people)
    in_time = _InTime(found)
    admitted = _admitted(Context(unit, resources, now), in_time, limiter, log)
    if guarded:
        _serve_guarded(unit, resources, admitted, now, log)
    else:
        unit.people.meet(people, now=now)
        for row, incoming in admitted:
            _turn(unit, resources, incoming, now)
            _done(unit, row, log)
    unit.inbox.left_some |= not in_time.all_reached
    return Served(log, all_reached=in_time.all_reached)


class _InTime:
    """One update after the other until the writing transaction has been held for long enough."""

    def __init__(self, found: Sequence[tuple[Received, Incoming]]) -> None:
        self._found = found
        self.all_reached = False

    def __iter__(self) -> Iterator[tuple[Received, Incoming]]:
        began = time.monotonic()
        for one in self._found:
            yield one
            if time.monotonic() - began > HELD and one is not self._found[-1]:
                return
        self.all_reached = True


def tell(log: Log) -> None:
    for line in log:
        line()


def _understood(
    unit: Unit, rows: Sequence[Received], now: datetime, log: Log
) -> list[tuple[Received, Incoming]]:
    """What there is to serve: the malformed are parked, kinds that we do not serve are done."""
    found = []
    for row in rows:
        try:
            incoming = parse_update(row.raw)
        except Malformed as error:
            reason = f"malformed: {error}"
            unit.inbox.bury(row, error=f"{reason}; {trace(error)}")
            log.append(_line(Action.UPDATE_PARKED, row, reason=reason, error=error))
            continue
        if incoming is None or incoming.from_bot or _is_as_before(unit, row, incoming, now):
            _done(unit, row, log)
        else:
            found.append((row, incoming))
    return found


def _is_as_before(unit: Unit, row: Received, incoming: Incoming, now: datetime) -> bool:
    """A first reaction comes as an edit with the same words, as does a change of their look."""
    if incoming.kind != "edited" or incoming.message_id is None:
        return False
    before = unit.inbox.mark_before(row, incoming.message_id)
    if before is not None:
        return before == incoming.mark
    edited = int(now.timestamp()) if incoming.edited is None else incoming.edited
    return incoming.written is not None and edited - incoming.written > EDITABLE_FOR


def _admitted(
    context: Context, found: Iterable[tuple[Received, Incoming]], limiter: Limiter, log: Log
) -> Iterator[tuple[Received, Incoming]]:
    """Without what comes too fast: in private it waits, and its lane with it."""
    waiting = set()
    for row, incoming in found:
        if row.lane in waiting:
            continue
        at_desk = not incoming.private and incoming.chat_id == context.desk_chat
        if limiter.admits(incoming, context.now, at_desk=at_desk):
            yield row, incoming
            continue
        if incoming.private:
            waiting.add(row.lane)
            until = limiter.until(context.now)
            lost = context.unit.inbox.put_off(row, until=until, most=MOST_WAITING)
            log.append(partial(record, Action.UPDATES_PUT_OFF, chat=row.lane, passed_over=lost))
        else:
            _done(context.unit, row, log)
        _tell_too_fast(context, incoming, limiter)


def _tell_too_fast(context: Context, incoming: Incoming, limiter: Limiter) -> None:
    """One kind word, then quiet; who is blocked has had theirs."""
    if incoming.who is None or incoming.kind == "guest":
        return
    person = context.unit.people.get(incoming.who.id)
    blocked = person is not None and person.blocked_at is not None
    if not blocked and limiter.tells(incoming.who.id, context.now):
        turn = _stage(context.unit, context.resources, incoming, context.now)
        turn.refuse(TooFast(most=MOST_WAITING, waits=incoming.private))


def _done(unit: Unit, row: Received, log: Log) -> None:
    unit.inbox.done(row)
    log.append(_line(Action.UPDATE_SERVED, row))


def _line(
    action: Action, row: Received, *, error: Exception | None = None, **facts: Fact
) -> Callable[[], None]:
    return partial(record, action, error=error, update=row.update_id, **facts)


def _serve_guarded(
    unit: Unit,
    resources: Resources,
    found: Iterable[tuple[Received, Incoming]],
    now: datetime,
    log: Log,
) -> None:
    """Each in a savepoint of its own; behind one that failed its lane waits."""
    resting: set[int] = set()
    for row, incoming in found:
        if row.lane in resting:
            continue
        try:
            _guarded_turn(unit, resources, incoming, now)
        except Exception as error:  # noqa: BLE001 - ours: rolled back, tried again, then parked
            context = Context(unit, resources, now)
            if row.attempts < len(REST):
                resting.add(row.lane)
                log.append(_try_again(context, row, incoming, error))
            else:
                log.append(_park(context, row, incoming, error))
        else:
            _done(unit, row, log)


def _guarded_turn(unit: Unit, resources: Resources, incoming: Incoming, now: datetime) -> None:
    """The turn, or, where it is refused, one kind sentence instead of it."""
    try:
        with unit.savepoint():
            _turn(unit, resources, incoming, now)
    except Refusal as refusal:
        with unit.savepoint():
            turn = _stage(unit, resources, incoming, now)
            caution(turn)
            turn.refuse(refusal)


def _turn(unit: Unit, resources: Resources, incoming: Incoming, now: datetime) -> None:
    turn = _stage(unit, resources, incoming, now)
    dispatch(turn)
    turn.toast()


def _stage(unit: Unit, resources: Resources, incoming: Incoming, now: datetime) -> Turn:
    who = incoming.who
    if who is None or incoming.kind == "guest":
        person = Person(id=NOBODY, name="", first_seen=now)  # never kept
    else:
        person = unit.people.seen(who.id, name=who.name, username=who.username, now=now)
    return Turn(unit, resources, now, incoming, person)


def _try_again(
    context: Context, row: Received, incoming: Incoming, error: Exception
) -> Callable[[], None]:
    """The update's own savepoint is undone; its neighbours in the batch are not touched."""
    pause, facts = REST[row.attempts], _facts(context, row, incoming)
    context.unit.inbox.retry(row, at=context.now + pause, error=trace(error))
    return _line(Action.UPDATE_FAILED, row, retry_s=pause.total_seconds(), error=error, **facts)


def _park(
    context: Context, row: Received, incoming: Incoming, error: Exception
) -> Callable[[], None]:
    """Put aside with its reason; whoever waits for an answer is told, and the desk."""
    facts = _facts(context, row, incoming)
    context.unit.inbox.bury(row, error=trace(error))
    if incoming.private and incoming.who is not None:
        context.tell(incoming.chat_id, asker.broken(desk_told=context.desk_chat is not None))
        if incoming.held_secret:
            context.tell(incoming.chat_id, words_for(incoming))
    if context.desk_chat is not None:
        context.tell(
            context.desk_chat,
            undelivered.parked(row.update_id),
            coalesce=coalesce_key(Waiting.PARKED),
        )
    return _line(Action.UPDATE_PARKED, row, error=error, **facts)


def _facts(context: Context, row: Received, incoming: Incoming) -> dict[str, Fact]:
    doing = wanted(incoming, context.resources.username)
    return {"doing": doing, "chat": incoming.chat_id, "attempt": row.attempts + 1}
