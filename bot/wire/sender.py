"""What is to be said, on its way to Telegram: one call in flight a chat, several chats at once.

Calls come here in memory as soon as they are committed. The rows stay the truth: they are read at
the start, after trouble, and for chats of which only they know what comes next.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable, Collection, Sequence

from bot.wire.classify_error import LONGEST_PAUSE
from bot.wire.deliver import deliver, rendered
from bot.wire.outgoing import OutgoingCall, Sent
from bot.wire.pace import NewsPace, Pace
from bot.wire.ports import BotApi, Clock, Committed, DueCalls, Ended, Render
from bot.wire.ptb_private import Upload

# Sent, but not yet written down as sent: a kill -9 sends these again. At Telegram's usual tenth
# of a second sixteen are 160 a second, five times what it allows.
IN_DOUBT = 16
SLOW_AFTER = 2.0  # seconds; what hangs longer leaves its place to others …
MOST_SLOW = 40  # … so many times
LEFT_TO_REPLIES = 6  # of the places in doubt, which news never takes
MOST_QUEUED = 2_000  # calls in memory; of more the rows alone know
LOOK_LIMIT = 64  # calls a look at the outbox
RESTING = 0.25  # seconds between looks while something waits there that is not due
IDLE = 2.0  # seconds between looks while nothing is known to wait
# What Telegram counts as no message of ours.
NO_MESSAGES = {
    *("answerCallbackQuery", "answerGuestQuery", "setMessageReaction"),
    *("setMyCommands", "deleteMyCommands"),
}


class Sender:
    """Knows what waits in memory and what is in flight; `notify` is called when something ended
    or can go on."""

    def __init__(
        self,
        api: BotApi,
        *,
        render: Render,
        clock: Clock,
        pace: Pace | None,
        notify: Callable[[], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._api = api
        self._render = render
        self._clock = clock
        self._pace = pace
        self._notify = notify
        self._monotonic = monotonic
        self._queues: dict[int, deque[OutgoingCall]] = {}
        self._queued = 0
        self._ready: dict[int, None] = {}  # chats whose next call may go, in order
        self._news: dict[int, None] = {}  # the same where that is an announcement
        self._news_pace = NewsPace()
        self._resting: dict[int, float] = {}  # chats that our own pace holds back, until when
        self._in_flight: dict[int, tuple[float, asyncio.Task[None]]] = {}
        self._behind: set[int] = set()  # chats of which only the rows know what comes next
        self._unsure = True  # whether there may be more such chats
        self._look_at = -math.inf
        self._last_success = -math.inf
        self.ended: list[Ended] = []

    # what the writer tells

    def offer(self, committed: Committed) -> None:
        """New calls, behind what waits already."""
        for call in committed.calls:
            if self._unsure or call.chat_id in self._behind:
                self._behind.add(call.chat_id)  # older ones may wait that were never read
            else:
                self._enqueue(call)
        if committed.elsewhere:
            self._behind.update(committed.elsewhere)
            self._look_at = -math.inf

    def recorded(self, ended: Sequence[Ended]) -> None:
        """They are written down: their chats may go on."""
        del self.ended[: len(ended)]
        for call, result in ended:
            if not isinstance(result, Sent) or call.coalesce is not None:
                self._forget_queue(call.chat_id)  # what comes next may not be what it was
            self._may_go(call.chat_id)

    def rows_changed(self) -> None:
        """Somebody else put something in; for which chats is not known."""
        self._behind |= self._excluded()
        self._unsure = True
        self._look_at = -math.inf

    # looks at the outbox

    def must_look(self) -> bool:
        return self._monotonic() >= self._look_at

    def begin_look(self) -> set[int]:
        """The chats of which it is to tell nothing: their next call is in memory, or must wait."""
        self._look_at = math.inf  # what changes from now on is seen by the next one only
        self._unsure = False
        return self._excluded()

    def _excluded(self) -> set[int]:
        unrecorded = {call.chat_id for call, _ in self.ended}
        return {*self._in_flight, *unrecorded, *self._resting, *self._queues}

    def found(self, found: DueCalls, excluded: Collection[int]) -> None:
        """`excluded` as it was when the look began."""
        heads = {call.chat_id for call in found.calls}
        more = {
            chat
            for chat, count in found.waiting.items()
            if chat not in excluded and count > (chat in heads)
        }
        self._behind = self._behind.intersection(excluded) | more
        for call in found.calls:
            self._enqueue(call)
        pause = RESTING if more - heads else IDLE
        self._look_at = min(self._look_at, self._monotonic() + pause)

    # sending

    def start(self) -> None:
        """As many as there is room for."""
        now = self._monotonic()
        for chat in [chat for chat, until in self._resting.items() if until <= now]:
            del self._resting[chat]
            self._may_go(chat)
        while self._ready and self._room(now) > 0:
            chat = next(iter(self._ready))
            del self._ready[chat]
            self._begin(chat, now)
        while self._news and self._has_room_for_news(now) and not self._news_wait(now):
            chat = next(iter(self._news))
            del self._news[chat]
            self._begin(chat, now)

    def _begin(self, chat: int, now: float) -> None:
        queue = self._queues[chat]
        call = queue[0]
        if self._must_rest(call, now):
            return
        if call.method not in NO_MESSAGES:
            self._news_pace.sent(now, news=_is_news(call), messages=call.messages)
        self._in_flight[chat] = (now, asyncio.create_task(self._send(queue.popleft())))
        self._queued -= 1
        if not queue:
            del self._queues[chat]

    def wait(self) -> float:
        """Seconds until something is to be done that nobody will notify of."""
        now = self._monotonic()
        times = [self._look_at, *self._resting.values()]
        if self._news and self._has_room_for_news(now):
            times.append(now + self._news_wait(now))
        if self._ready or self._news:  # there was no room: the next that gets slow leaves some
            slow_at = (begun + SLOW_AFTER for begun, _ in self._in_flight.values())
            times.append(next((at for at in slow_at if at > now), math.inf))
        return max(0.0, min(times) - now)

    async def finish(self, seconds: float) -> None:
        """At the end: wait for what is in flight."""
        self._ready.clear()
        self._news.clear()
        tasks = [task for _, task in self._in_flight.values()]
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
        for task in tasks:
            task.cancel()

    def _enqueue(self, call: OutgoingCall) -> None:
        if self._queued >= MOST_QUEUED:
            self._behind.add(call.chat_id)
            return
        self._queued += 1
        queue = self._queues.setdefault(call.chat_id, deque())
        place = len(queue)
        while place and _is_news(queue[place - 1]) and not _is_news(call):
            place -= 1  # a reply is not to wait for it
        queue.insert(place, call)
        self._may_go(call.chat_id)

    def _may_go(self, chat: int) -> None:
        """Unless something of the chat is under way or rests, its next call is ready, or looked
        for."""
        if chat in self._in_flight or chat in self._resting:
            return
        if any(call.chat_id == chat for call, _ in self.ended):
            return
        if chat in self._queues:
            lanes = (self._news, self._ready)
            lane, other = lanes if _is_news(self._queues[chat][0]) else lanes[::-1]
            lane[chat] = None
            other.pop(chat, None)
        elif chat in self._behind:
            self._look_at = -math.inf

    def _forget_queue(self, chat: int) -> None:
        self._queued -= len(self._queues.pop(chat, ()))
        self._ready.pop(chat, None)
        self._news.pop(chat, None)
        self._behind.add(chat)

    def _room(self, now: float) -> int:
        slow = 0
        for begun, _ in self._in_flight.values():  # in the order in which they began
            if now - begun < SLOW_AFTER or slow == MOST_SLOW:
                break
            slow += 1
        return IN_DOUBT - (len(self._in_flight) - slow) - len(self.ended)

    def _news_wait(self, now: float) -> float:
        head = self._queues[next(iter(self._news))][0]
        return self._news_pace.wait(now, head.messages)

    def _has_room_for_news(self, now: float) -> bool:
        return self._room(now) > LEFT_TO_REPLIES

    def _must_rest(self, call: OutgoingCall, now: float) -> bool:
        if self._pace is None or call.method in NO_MESSAGES:
            return False
        wait = self._pace.take(call.chat_id, now)
        if wait > 0:
            self._resting[call.chat_id] = now + wait
            if call.coalesce is not None:  # it may be rewritten meanwhile
                self._forget_queue(call.chat_id)
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
        self.ended.append((call, result))
        del self._in_flight[call.chat_id]
        self._notify()

    async def _files(self, call: OutgoingCall) -> list[Upload]:
        return await asyncio.to_thread(rendered, self._render, call)

    def _others_get_through(self) -> bool:
        """Of late at least: then a failure is the message's own."""
        return self._monotonic() - self._last_success < LONGEST_PAUSE


def _is_news(call: OutgoingCall) -> bool:
    return call.announcement_id is not None


def is_sent(ended: Ended) -> bool:
    """To write it down may wait a little: whatever comes in meanwhile is written behind it."""
    return isinstance(ended[1], Sent)
