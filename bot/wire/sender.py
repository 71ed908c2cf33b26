"""Drains the outbox: one call in flight a chat, several chats side by side."""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable

from bot.wire.classify_error import LONGEST_PAUSE
from bot.wire.deliver import deliver, rendered
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.outgoing import OutgoingCall, SendResult, Sent
from bot.wire.pace import Pace
from bot.wire.ports import BotApi, Clock, Due, RecordResults, Render
from bot.wire.ptb_private import Upload
from bot.wire.worker import Wakeup

# Sent, but not yet written down as sent: a kill -9 sends these again, and no others. Six at
# Telegram's usual tenth of a second are 60 a second, twice what it allows.
IN_DOUBT = 6
BATCH = 64  # calls a look at the outbox: more than go at once, so that looks are few
LINGER = 0.02  # seconds that a finished one waits for the others, to share a commit with them
IDLE = 0.25
AFTER_FAILURE = 1.0


class Sender:
    """`due` and `record` are the durable side; this object only knows what is in flight."""

    def __init__(
        self,
        api: BotApi,
        due: Due,
        record: RecordResults,
        *,
        render: Render,
        clock: Clock,
        pace: Pace | None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._api = api
        self._due = due
        self._record = record
        self._render = render
        self._clock = clock
        self._pace = pace
        self._monotonic = monotonic
        self._ready: deque[OutgoingCall] = deque()
        self._in_flight: dict[int, asyncio.Task[None]] = {}
        self._finished: list[tuple[OutgoingCall, SendResult]] = []
        self._paced_until: dict[int, float] = {}
        self._last_success = -math.inf
        self.wakeup = Wakeup()

    async def run(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self._record_finished()
                if not self._ready:
                    self._ready.extend(await asyncio.to_thread(self._due, self._busy(), BATCH))
            except Exception as error:  # noqa: BLE001 - the database is away; rows are safe, try again
                record(Action.OUTBOX_FAILED, error=error)
                await self.wakeup.wait(AFTER_FAILURE)
                continue
            if not stop.is_set():
                self._start_sends()
                await self.wakeup.wait(IDLE)
        self._ready.clear()

    async def finish(self, seconds: float) -> None:
        """At the end: wait for what is in flight, then write it down."""
        if self._in_flight:
            await asyncio.wait(list(self._in_flight.values()), timeout=seconds)
        for send in self._in_flight.values():
            send.cancel()
        await self._record_finished()

    def _busy(self) -> list[int]:
        """Chats whose next call must wait: one is in flight, or our own pace holds them back."""
        now = self._monotonic()
        self._paced_until = {chat: at for chat, at in self._paced_until.items() if at > now}
        unrecorded = (call.chat_id for call, _ in self._finished)
        return [*self._in_flight, *unrecorded, *self._paced_until]

    def _start_sends(self) -> None:
        """As many as there is room for; each is the head of its chat, so any order will do."""
        while self._ready and len(self._in_flight) + len(self._finished) < IN_DOUBT:
            call = self._ready.popleft()
            if not self._must_wait(call):
                self._in_flight[call.chat_id] = asyncio.create_task(self._send(call))

    def _must_wait(self, call: OutgoingCall) -> bool:
        if self._pace is None or call.method == "answerCallbackQuery":
            return False
        now = self._monotonic()
        wait = self._pace.take(call.chat_id, now)
        if wait > 0:
            self._paced_until[call.chat_id] = now + wait
        return wait > 0

    async def _send(self, call: OutgoingCall) -> None:
        result = await deliver(
            self._api,
            call,
            files=self._files,
            clock=self._clock,
            reachable=self._others_get_through,
        )
        if isinstance(result, Sent):
            self._last_success = self._monotonic()
        self._finished.append((call, result))
        del self._in_flight[call.chat_id]
        if not self._in_flight:
            self.wakeup.notify()
        elif len(self._finished) == 1:
            asyncio.get_running_loop().call_later(LINGER, self.wakeup.notify)

    async def _files(self, call: OutgoingCall) -> list[Upload]:
        return await asyncio.to_thread(rendered, self._render, call)

    def _others_get_through(self) -> bool:
        """Of late at least: then a failure is the message's own."""
        return self._monotonic() - self._last_success < LONGEST_PAUSE

    async def _record_finished(self) -> None:
        """Batched: what finished while the last batch was written goes in one commit."""
        finished = self._finished[:]
        if finished:
            await asyncio.shield(asyncio.to_thread(self._record, finished))
            del self._finished[: len(finished)]
