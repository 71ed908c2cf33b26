"""The queue of updates a bot has not yet confirmed, and who is waiting for it."""

from __future__ import annotations

import asyncio
from collections import deque
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from bot.simulator.text.refusal import ApiError, conflict
from bot.simulator.world.model import Json

LIFETIME = timedelta(hours=24)
FIRST_ID = 500_000_001
# Kept from a bot that does not ask for them by name, as Telegram does.
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class Pending(NamedTuple):
    update_id: int
    chat: int
    update: Any
    since: datetime


class UpdateQueue:
    def __init__(self) -> None:
        self.pending: deque[Pending] = deque()
        self.next_id = FIRST_ID
        self.allowed: list[str] = []
        self.webhook: Json | None = None
        self._poller: asyncio.Future[ApiError | None] | None = None
        self._listeners: set[asyncio.Event] = set()

    def put(self, update: Json, chat: int, now: datetime) -> int:
        """Numbers and queues it; 0 when the bot did not ask for such."""
        kind = next(iter(update))
        if self.allowed:
            if kind not in self.allowed:
                return 0
        elif kind in _ON_REQUEST:
            return 0
        number = self.next_id
        self.push({"update_id": number, **update}, chat, now)
        return number

    def push(self, update: Any, chat: int, now: datetime) -> None:
        """As it is, however malformed."""
        self.pending.append(Pending(self.next_id, chat, update, now))
        self.next_id += 1
        self._wake_all()

    def confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        # An offset far beyond the newest is taken for another bot's and forgets nothing.
        elif 0 < offset <= self.next_id + 10:
            while self.pending and self.pending[0].update_id < offset:
                self.pending.popleft()

    def expire(self, now: datetime) -> None:
        while self.pending and now - self.pending[0].since > LIFETIME:
            self.pending.popleft()

    def batch(self, limit: int) -> list[Any]:
        return [waiting.update for waiting, _ in zip(self.pending, range(limit), strict=False)]

    def drop(self, waiting: Pending) -> None:
        if waiting in self.pending:
            self.pending.remove(waiting)

    def interrupt(self) -> None:
        """Another getUpdates came: the one that waits is told to go."""
        if self._poller is not None and not self._poller.done():
            _resolve(self._poller, conflict(TERMINATED))

    async def wait(self, seconds: float) -> None:
        """Until there is an update, the time is over, or another poller takes the place."""
        self.interrupt()
        if self.pending or seconds <= 0:
            return
        poller = asyncio.get_running_loop().create_future()
        self._poller = poller
        try:
            refusal = await asyncio.wait_for(poller, seconds)
        except TimeoutError:
            return
        finally:
            if self._poller is poller:
                self._poller = None
        if refusal is not None:
            raise refusal

    def wakeup(self) -> asyncio.Event:
        """An event that is set whenever something new is queued (the webhook waits for it)."""
        event = asyncio.Event()
        self._listeners.add(event)
        return event

    def release(self) -> None:
        """Lets whoever waits go with nothing: the server is closing."""
        self._wake_all()

    def _wake_all(self) -> None:
        if self._poller is not None and not self._poller.done():
            _resolve(self._poller, None)
        for event in self._listeners:
            event.set()


def _resolve(poller: asyncio.Future[ApiError | None], outcome: ApiError | None) -> None:
    """From whatever thread it is called."""

    def resolve() -> None:
        if not poller.done():
            poller.set_result(outcome)

    poller.get_loop().call_soon_threadsafe(resolve)
