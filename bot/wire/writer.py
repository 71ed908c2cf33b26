"""The one thread that writes: what comes while it is busy goes together in the next commit."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from bot.wire.lanes import numbers
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.ports import Commit, Committed, Ended, LookAtOutbox, RecordResults, Store
from bot.wire.sender import IN_DOUBT, LOOK_LIMIT, Sender, is_sent
from bot.wire.worker import Wakeup

FULL_FETCH = 100  # updates: what Telegram gives at once; more wait there
FLOOD = 0.02  # seconds that the next of many fetches is waited for, before anything is served
LONGEST_FLOOD = 0.25  # then some are served all the same, of each chat as many as of any other
LINGER = 0.02  # seconds that a finished sending waits for others, or for news, to share a commit
RESTING = 0.25  # seconds until updates that rest after a failure are looked at again
IDLE = 2.0  # seconds until it is looked whether another process put anything in
AFTER_FAILURE = 1.0

T = TypeVar("T")


class Durable(Protocol):
    """What the writer needs of the durable side."""

    @property
    def commit(self) -> Commit: ...

    @property
    def store(self) -> Store: ...

    @property
    def look(self) -> LookAtOutbox: ...

    @property
    def record_results(self) -> RecordResults: ...


Arrived = tuple[Sequence[object], asyncio.Future[None]]


class Writer:
    """Between intake and sender: neither is told anything before it is committed.

    All that the sender learns it learns from this one loop, in the order of the commits.
    """

    def __init__(self, durable: Durable, sender: Sender, wakeup: Wakeup) -> None:
        self._durable = durable
        self._sender = sender
        self._wakeup = wakeup
        self._thread = ThreadPoolExecutor(1, "writer")
        self._arrived: list[Arrived] = []
        self._serve_at = -math.inf  # when updates that wait are served, or looked for
        self._flood_ends = math.inf  # when they are served though full fetches go on
        self._record_at = math.inf  # when what ended is written down, though nothing else is
        self._rests_until = -math.inf  # after a failure

    async def keep(self, updates: Sequence[object]) -> None:
        """Returns once they are committed. Raises what the database raises."""
        kept = asyncio.get_running_loop().create_future()
        self._arrived.append((updates, kept))
        self._wakeup.notify()
        await kept

    async def run(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self._write()
            await self._look()
            self._sender.start()
            await self._wakeup.wait(self._wait())

    async def finish(self) -> None:
        """What was still in flight at the end is written down, if the database lets us."""
        await self._record(self._sender.ended[:])
        self._thread.shutdown()

    # when

    def _must_write(self) -> bool:
        now = time.monotonic()
        if self._arrived:
            return True
        return now >= self._rests_until and (now >= self._serve_at or self._must_record(now))

    def _must_record(self, now: float) -> bool:
        ended = self._sender.ended
        full = len(ended) >= IN_DOUBT // 2
        return bool(ended) and (full or now >= self._record_at or not all(map(is_sent, ended)))

    def _wait(self) -> float:
        """Seconds until something is to be done that nobody will notify of."""
        now = time.monotonic()
        if self._sender.ended and self._record_at == math.inf:
            self._record_at = now + LINGER
        if self._must_write():
            return 0.0
        if now < self._rests_until:
            return self._rests_until - now
        return max(0.0, min(self._serve_at - now, self._record_at - now, self._sender.wait()))

    # what

    async def _write(self) -> None:
        if not self._must_write():
            return
        arrived, self._arrived = self._arrived, []
        if any(len(updates) >= FULL_FETCH for updates, _ in arrived):
            await self._store(arrived)
            now = time.monotonic()
            self._flood_ends = min(self._flood_ends, now + LONGEST_FLOOD)
            self._serve_at = min(now + FLOOD, self._flood_ends)
            if now < self._flood_ends:
                return
            arrived = []
        await self._commit(arrived, self._sender.ended[:])

    async def _commit(self, arrived: Sequence[Arrived], ended: Sequence[Ended]) -> None:
        updates = [update for batch, _ in arrived for update in batch]
        try:
            committed = await self._in_thread(lambda: self._durable.commit(updates, ended))
        except Exception as error:  # noqa: BLE001 - rolled back; the parts are tried one by one
            told = {"messages": len(ended)} if ended else {}
            record(Action.BATCH_FAILED, error=error, **numbers(updates), **told)
            await self._apart(arrived, ended)
            return
        for _, kept in arrived:
            _resolve(kept)
        self._done(committed, ended)

    def _done(self, committed: Committed, ended: Sequence[Ended]) -> None:
        self._flood_ends = math.inf
        pause = RESTING if committed.resting else IDLE
        self._serve_at = -math.inf if committed.more else time.monotonic() + pause
        self._record_at = math.inf
        self._sender.offer(committed)
        self._sender.recorded(ended)

    async def _apart(self, arrived: Sequence[Arrived], ended: Sequence[Ended]) -> None:
        """So that what fails keeps nothing else back."""
        self._rests_until = time.monotonic() + AFTER_FAILURE
        if arrived:
            await self._store(arrived)
        await self._record(ended)
        if arrived or ended:
            await self._commit((), ())

    async def _store(self, arrived: Sequence[Arrived]) -> None:
        updates = [update for batch, _ in arrived for update in batch]
        error: Exception | None = None
        try:
            await self._in_thread(lambda: self._durable.store(updates))
        except Exception as failed:  # noqa: BLE001 - whoever brought them is told
            error = failed
        for _, kept in arrived:
            _resolve(kept, error)

    async def _record(self, ended: Sequence[Ended]) -> None:
        if not ended:
            return
        try:
            await self._in_thread(lambda: self._durable.record_results(ended))
        except Exception as error:  # noqa: BLE001 - they stay with the sender, and come again
            first = ended[0][0].id
            record(Action.OUTBOX_FAILED, error=error, message=first, messages=len(ended))
        else:
            self._sender.recorded(ended)

    async def _look(self) -> None:
        if time.monotonic() < self._rests_until or not self._sender.must_look():
            return
        excluded = self._sender.begin_look()
        try:
            found = await self._in_thread(lambda: self._durable.look(excluded, LOOK_LIMIT))
        except Exception as error:  # noqa: BLE001 - the database is away; the rows are safe
            self._rests_until = time.monotonic() + AFTER_FAILURE
            self._sender.rows_changed()
            record(Action.OUTBOX_FAILED, error=error)
        else:
            self._sender.found(found, excluded)

    async def _in_thread(self, doing: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, doing)


def _resolve(kept: asyncio.Future[None], error: Exception | None = None) -> None:
    if kept.done():  # whoever waited was told to stop
        return
    if error is None:
        kept.set_result(None)
    else:
        kept.set_exception(error)
