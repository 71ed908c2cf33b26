"""Drains the outbox: one call under way a chat, several chats side by side."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections import deque

from telegram.error import TelegramError

from bot.wire.log import trace
from bot.wire.pace import Pace
from bot.wire.parcel import TOO_LATE, Fate, Parcel, Refused, Sent
from bot.wire.ports import Clock, Due, Line, Settle
from bot.wire.sort import LONGEST_PAUSE, fate_of
from bot.wire.worker import Bell

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
        self, line: Line, due: Due, settle: Settle, *, clock: Clock, pace: Pace | None
    ) -> None:
        self._line = line
        self._due = due
        self._settle = settle
        self._clock = clock
        self._pace = pace
        self._ready: deque[Parcel] = deque()
        self._flights: dict[int, asyncio.Task[None]] = {}
        self._landed: list[tuple[Parcel, Fate]] = []
        self._resting: dict[int, float] = {}
        self._got_through = -math.inf
        self.bell = Bell()

    async def run(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self._settle_landed()
                if not self._ready:
                    self._ready.extend(await asyncio.to_thread(self._due, self._busy(), FETCHED))
            except Exception as error:  # noqa: BLE001 - the database is away; rows are safe, try again
                logger.error("the outbox could not be read or written: %s", trace(error))
                await self.bell.wait(AFTER_FAILURE)
                continue
            if not stop.is_set():
                self._launch()
                await self.bell.wait(IDLE)
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
        return [*self._flights, *(parcel.chat_id for parcel, _ in self._landed), *self._resting]

    def _launch(self) -> None:
        """As many as there is room for; each is the head of its chat, so any order will do."""
        while self._ready and len(self._flights) + len(self._landed) < IN_DOUBT:
            parcel = self._ready.popleft()
            if not self._must_rest(parcel):
                self._flights[parcel.chat_id] = asyncio.create_task(self._fly(parcel))

    def _must_rest(self, parcel: Parcel) -> bool:
        if self._pace is None or parcel.method == "answerCallbackQuery":
            return False
        wait = self._pace.take(parcel.chat_id, time.monotonic())
        if wait > 0:
            self._resting[parcel.chat_id] = time.monotonic() + wait
        return wait > 0

    async def _fly(self, parcel: Parcel) -> None:
        fate = await self._send(parcel)
        self._landed.append((parcel, fate))
        del self._flights[parcel.chat_id]
        if not self._flights:
            self.bell.ring()
        elif len(self._landed) == 1:
            asyncio.get_running_loop().call_later(LINGER, self.bell.ring)

    async def _send(self, parcel: Parcel) -> Fate:
        if parcel.expires_at is not None and parcel.expires_at <= self._clock.now():
            return Refused(TOO_LATE)
        try:
            result = await self._line.call(parcel.method, parcel.params, file=parcel.file)
        except TelegramError as error:
            waited = (self._clock.now() - parcel.created_at).total_seconds()
            return fate_of(
                error, attempts=parcel.attempts, waited=waited, line_up=self._line_is_up()
            )
        except Exception as error:  # noqa: BLE001 - one broken row must not stop the others
            logger.error("parcel %s could not be sent: %s", parcel.id, trace(error))
            return Refused(type(error).__name__)
        self._got_through = time.monotonic()
        return Sent(message_ids(result))

    def _line_is_up(self) -> bool:
        """Whether anything got through of late: then a failure is the message's own."""
        return time.monotonic() - self._got_through < LONGEST_PAUSE

    async def _settle_landed(self) -> None:
        """Batched: what landed while the last batch was written goes in one commit."""
        landed = self._landed[:]
        if landed:
            await asyncio.shield(asyncio.to_thread(self._settle, landed))
            del self._landed[: len(landed)]


def message_ids(result: object) -> tuple[int, ...]:
    """sendMessage answers a message, sendMediaGroup a list of them, others true."""
    messages = result if isinstance(result, list) else [result]
    return tuple(
        message["message_id"]
        for message in messages
        if isinstance(message, dict) and isinstance(message.get("message_id"), int)
    )
