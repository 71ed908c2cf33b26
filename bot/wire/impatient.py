"""Connections that take a place and never ask anything are cut; uvicorn itself waits for ever."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 10.0  # seconds for a whole request, also the first of a connection
LEAST_RATE = 512 * 1024  # bytes a second: what comes so quickly is given its time
PIECE = 4_096  # bytes looked at in one go; nearly every update is one
MOST = 256  # connections at once; Telegram uses up to 100 (Bot API, setWebhook: max_connections)


class Impatient(H11Protocol):
    """Cut is who has not sent a whole request in time, however busily it sends small pieces."""

    patience = PATIENCE
    least_rate = LEAST_RATE
    most = MOST

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._deadline: asyncio.TimerHandle | None = None
        self._left = bytearray()  # read, and not yet looked at
        if len(self.connections) > self.most and not self._makes_room():
            transport.abort()
        else:
            self._set_deadline()

    def _makes_room(self) -> bool:
        """Cuts whoever has waited longest with nothing asked, first of those who never asked.
        A crowd that only holds places so never keeps a whole request out."""
        idle = [each for each in self.connections if isinstance(each, Impatient) and each.waits()]
        if not idle:
            return False
        min(idle, key=Impatient._rank).transport.abort()
        return True

    def waits(self) -> bool:
        return self._deadline is not None and not self.transport.is_closing()

    def _rank(self) -> tuple[bool, float]:
        asked_before: Any = self.cycle
        return asked_before is not None, self._deadline.when() if self._deadline else 0.0

    def connection_lost(self, exc: Exception | None) -> None:
        self._clear_deadline()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """A piece at a time, and then it is the others' turn: a read of 256 KB in chunks of one
        byte takes a second to parse."""
        if len(data) > PIECE:
            self._give_time(len(data))
        if self._left:
            self._left += data
        else:
            self._take(memoryview(data))

    def _take(self, data: memoryview) -> None:
        super().data_received(bytes(data[:PIECE]))
        self._set_deadline()
        self._left = bytearray(data[PIECE:])
        if self._left:
            self.transport.pause_reading()
            self.loop.call_soon(self._go_on)
        elif not self.flow.read_paused:
            self.transport.resume_reading()

    def _go_on(self) -> None:
        if not self.transport.is_closing():
            self._take(memoryview(self._left))

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._set_deadline()

    def _set_deadline(self) -> None:
        if not self._awaits_request():
            self._clear_deadline()
        elif self._deadline is None and not self.transport.is_closing():
            self._deadline = self.loop.call_later(self.patience, self.transport.abort)

    def _give_time(self, size: int) -> None:
        """A large file is long on its way, and on a busy machine long read."""
        if self._deadline is not None:
            until = self._deadline.when() + size / self.least_rate
            self._deadline.cancel()
            self._deadline = self.loop.call_at(until, self.transport.abort)

    def _clear_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _awaits_request(self) -> bool:
        cycle: Any = self.cycle
        return cycle is None or cycle.response_complete or cycle.more_body
