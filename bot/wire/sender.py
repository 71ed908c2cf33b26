"""Drains the outbox: one call under way a chat, several chats side by side."""

from __future__ import annotations

import asyncio
import logging
import time

from telegram.error import TelegramError

from bot.wire.log import trace
from bot.wire.pace import Pace
from bot.wire.parcel import TOO_LATE, Fate, Parcel, Refused, Sent
from bot.wire.ports import Clock, Due, Line, Settle
from bot.wire.sort import fate_of
from bot.wire.worker import Bell

logger = logging.getLogger(__name__)

IN_FLIGHT = 16
IDLE = 0.25  # seconds
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
        self._flights: dict[int, asyncio.Task[None]] = {}
        self._landed: list[tuple[Parcel, Fate]] = []
        self._resting: dict[int, float] = {}
        self.bell = Bell()

    async def run(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self._settle_landed()
                busy = [*self._flights, *self._still_resting()]
                room = IN_FLIGHT - len(self._flights)
                parcels = await asyncio.to_thread(self._due, busy, room * 2) if room > 0 else []
            except Exception as error:  # noqa: BLE001 - the database is away; rows are safe, try again
                logger.error("the outbox could not be read or written: %s", trace(error))
                await self.bell.wait(AFTER_FAILURE)
                continue
            started = sum(self._launch(parcel) for parcel in parcels)
            if not started:
                await self.bell.wait(IDLE)

    async def land(self, seconds: float) -> None:
        """At the end: wait for what is under way, then write it down."""
        if self._flights:
            await asyncio.wait(list(self._flights.values()), timeout=seconds)
        for flight in self._flights.values():
            flight.cancel()
        await self._settle_landed()

    def _still_resting(self) -> list[int]:
        """Chats that our own pace holds back for a moment."""
        now = time.monotonic()
        self._resting = {chat: until for chat, until in self._resting.items() if until > now}
        return list(self._resting)

    def _launch(self, parcel: Parcel) -> bool:
        if len(self._flights) >= IN_FLIGHT:
            return False
        if self._pace is not None and parcel.method != "answerCallbackQuery":
            wait = self._pace.take(parcel.chat_id, time.monotonic())
            if wait > 0:
                self._resting[parcel.chat_id] = time.monotonic() + wait
                return False
        self._flights[parcel.chat_id] = asyncio.create_task(self._fly(parcel))
        return True

    async def _fly(self, parcel: Parcel) -> None:
        fate = await self._send(parcel)
        self._landed.append((parcel, fate))
        self.bell.ring()

    async def _send(self, parcel: Parcel) -> Fate:
        if parcel.expires_at is not None and parcel.expires_at <= self._clock.now():
            return Refused(TOO_LATE)
        try:
            result = await self._line.call(parcel.method, parcel.params, file=parcel.file)
        except TelegramError as error:
            return fate_of(error, attempts=parcel.attempts)
        except Exception as error:  # noqa: BLE001 - one broken row must not stop the others
            logger.error("parcel %s could not be sent: %s", parcel.id, trace(error))
            return Refused(type(error).__name__)
        return Sent(message_ids(result))

    async def _settle_landed(self) -> None:
        """Batched: what landed while the last batch was written goes in one commit."""
        landed, self._landed = self._landed, []
        if not landed:
            return
        try:
            await asyncio.shield(asyncio.to_thread(self._settle, landed))
        except BaseException:
            self._landed = landed + self._landed
            raise
        for parcel, _ in landed:
            self._flights.pop(parcel.chat_id, None)


def message_ids(result: object) -> tuple[int, ...]:
    """sendMessage answers a message, sendMediaGroup a list of them, others true."""
    messages = result if isinstance(result, list) else [result]
    return tuple(
        message["message_id"]
        for message in messages
        if isinstance(message, dict) and isinstance(message.get("message_id"), int)
    )
