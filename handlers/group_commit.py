"""What came in, what is said to it, and what became of earlier messages, in one transaction.

Four small transactions an update cost four times as much as one: each is a commit on the disk,
and some statements that do not depend on how much there is to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.outgoing import Sent
from bot.wire.ports import Clock, Committed, Ended
from handlers import delivery, serve
from handlers.context import Context
from handlers.limiter import Limiter
from handlers.live_book import LiveBook
from handlers.spoken import Spoken
from storage.engine import Database
from storage.inbox import Received
from storage.unit import Unit


class GroupCommit:
    """For one thread. It remembers whether anything may wait in the inbox: nearly always nothing
    does, and what comes in is kept and served in one."""

    def __init__(self, database: Database, live_book: LiveBook, clock: Clock) -> None:
        self._database = database
        self._live_book = live_book
        self._clock = clock
        self._may_wait = True
        self._limiter = Limiter(live_book.limits.turns_a_minute)
        self._spoken = Spoken(live_book.username)

    def store(self, updates: Sequence[object]) -> None:
        """Keeps them only; they are served by and by."""
        self._may_wait = True
        now = self._clock.now()
        self._spoken.recall(self._database, now)
        serve.store(self._database, updates, now, spoken=self._spoken)

    def __call__(self, updates: Sequence[object], ended: Sequence[Ended]) -> Committed:
        """Raises whatever the database raises, and then nothing has happened. Without anything
        given, it looks whether something waits."""
        if not updates and not ended:
            self._may_wait = True
        for call, result in ended:
            if isinstance(result, Sent):
                self._limiter.answered(call.chat_id)
        self._spoken.recall(self._database, self._clock.now())
        arrived = [serve.received(update, self._spoken) for update in updates]
        if len(arrived) > serve.BATCH or any(each.unusable for each in arrived):
            self.store(updates)
            arrived = []
        try:
            return self._commit(arrived, ended, guarded=False)
        except Exception as error:  # noqa: BLE001 - whoever failed is found the second time
            self._limiter.undo()
            record(Action.BATCH_REPEATED, error=error)
        try:
            return self._commit(arrived, ended, guarded=True)
        except Exception:
            self._limiter.undo()
            raise

    def _commit(
        self, arrived: Sequence[Received], ended: Sequence[Ended], *, guarded: bool
    ) -> Committed:
        now, resources = self._clock.now(), self._live_book.current(self._database)
        with self._database.unit(flushed=bool(arrived) or self._may_wait) as unit:
            results = delivery.write_down(Context(unit, resources, now), ended)
            rows = self._to_serve(unit, arrived, now)
            served = serve.serve_batch(
                unit, resources, rows, now, limiter=self._limiter, guarded=guarded
            )
            unit.settle()
            self._spoken.told(unit.outbox.said)
            self._spoken.keep(unit, now)
            left = self._may_wait or guarded or unit.inbox.left_some
            may_wait = left and unit.inbox.any_waits()
        self._may_wait = may_wait
        self._limiter.keep()
        self._spoken.kept()
        delivery.tell(results)
        serve.tell(served.log)
        return Committed(
            calls=unit.outbox.calls,
            elsewhere=unit.outbox.elsewhere,
            more=may_wait and (len(rows) == serve.BATCH or not served.all_reached),
            resting=may_wait,
        )

    def _to_serve(
        self, unit: Unit, arrived: Sequence[Received], now: datetime
    ) -> Sequence[Received]:
        """Nothing overtakes what waits."""
        if self._may_wait:
            unit.inbox.add(arrived, now)
            return unit.inbox.due(now, limit=serve.BATCH)
        return unit.inbox.add_new(arrived, now) if arrived else ()
