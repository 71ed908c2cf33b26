"""Drains the outbox: one call under way a chat, several chats side by side."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections import deque

from bot.wire.classify_error import LONGEST_PAUSE
from bot.wire.deliver import deliver
from bot.wire.log import trace
from bot.wire.outgoing import OutgoingCall, SendResult, Sent
from bot.wire.pace import Pace
from bot.wire.ports import BotApi, Clock, Due, Settle
from bot.wire.worker import Wakeup

logger = logging.getLogger(__name__)

# Sent, but not yet written down as sent: a kill -9 sends these again, and no others. Six at
# Telegram's usual tenth of a second are 60 a second, twice what it allows.
IN_DOUBT = 6
FETCHED = 64  # parcels a look at the outbox: more than go at once, so that looks are few
LINGER = 0.02  # seconds that a landed one waits for the others, to share a commit with them
IDLE = 0.25
AFTER_FAILURE = 1.0


class Sender:
    """`due` and `settle` are the durable side; this object only knows what is under way."""

    def __init__(
        self, api: BotApi, due: Due, settle: Settle, *, clock: Clock, pace: Pace | None
    ) -> None:
        self._api = api
        self._due = due
        self._settle = settle
        self._clock = clock
        self._pace = pace
        self._ready: deque[OutgoingCall] = deque()
        self._flights: dict[int, asyncio.Task[None]] = {}
        self._landed: list[tuple[OutgoingCall, SendResult]] = []
        self._resting: dict[int, float] = {}
        self._got_through = -math.inf
        self.wakeup = Wakeup()

    async def run(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self._settle_landed()
                if not self._ready:
                    self._ready.extend(await asyncio.to_thread(self._due, self._busy(), FETCHED))
            except Exception as error:  # noqa: BLE001 - the database is away; rows are safe, try again
                logger.error("the outbox could not be read or written: %s", trace(error))
                await self.wakeup.wait(AFTER_FAILURE)
                continue
            if not stop.is_set():
                self._launch()
                await self.wakeup.wait(IDLE)
        self._ready.clear()

    async def land(self, seconds: float) -> None:
        """At the end: wait for what is under way, then write it down."""
        if self._flights:
            await asyncio.wait(list(self._flights.values()), timeout=seconds)
        for flight in self._flights.values():
            flight.cancel()
        await self._settle_landed()

    def _busy(self) -> list[int]:
        """Chats whose next parcel must wait: one is under way, or our own pace holds them back."""
        now = time.monotonic()
        self._resting = {chat: until for chat, until in self._resting.items() if until > now}
        return [*self._flights, *(call.chat_id for call, _ in self._landed), *self._resting]

    def _launch(self) -> None:
        """As many as there is room for; each is the head of its chat, so any order will do."""
        while self._ready and len(self._flights) + len(self._landed) < IN_DOUBT:
            call = self._ready.popleft()
            if not self._must_rest(call):
                self._flights[call.chat_id] = asyncio.create_task(self._fly(call))

    def _must_rest(self, call: OutgoingCall) -> bool:
        if self._pace is None or call.method == "answerCallbackQuery":
            return False
        wait = self._pace.take(call.chat_id, time.monotonic())
        if wait > 0:
            self._resting[call.chat_id] = time.monotonic() + wait
        return wait > 0

    async def _fly(self, call: OutgoingCall) -> None:
        result = await deliver(
            self._api, call, clock=self._clock, reachable=self._others_get_through
        )
        if isinstance(result, Sent):
            self._got_through = time.monotonic()
        self._landed.append((call, result))
        del self._flights[call.chat_id]
        if not self._flights:
            self.wakeup.wake()
        elif len(self._landed) == 1:
            asyncio.get_running_loop().call_later(LINGER, self.wakeup.wake)

    def _others_get_through(self) -> bool:
        """Of late at least: then a failure is the message's own."""
        return time.monotonic() - self._got_through < LONGEST_PAUSE

    async def _settle_landed(self) -> None:
        """Batched: what landed while the last batch was written goes in one commit."""
        landed = self._landed[:]
        if landed:
            await asyncio.shield(asyncio.to_thread(self._settle, landed))
            del self._landed[: len(landed)]
