"""How fast we may speak: 30 messages a second, 1 a second in a chat, 20 a minute in a group.

Source: Telegram's Bot FAQ, "My bot is hitting limits". Short bursts are let through in a private
chat. A server of one's own (BOT_API_URL) is not slowed from here: it answers 429, which pauses
that chat alone.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, field

CHATS_REMEMBERED = 10_000


@dataclass(frozen=True)
class Rate:
    per_second: float
    burst: float


OVERALL = Rate(per_second=30, burst=30)
PRIVATE = Rate(per_second=1, burst=3)
GROUP = Rate(per_second=15 / 60, burst=4)  # in any minute at most 19
NEWS_UP_TO = 25  # of any second's messages, whatever they are; the rest is left for replies


@dataclass
class Bucket:
    rate: Rate
    level: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until one more may go; does not take it."""
        self.level = min(self.rate.burst, self.level + (now - self.at) * self.rate.per_second)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate.per_second


@dataclass
class Pace:
    """Token buckets, one for all and one a chat. Forgotten at a restart, which harms nobody."""

    _all: Bucket = field(default_factory=lambda: Bucket(OVERALL, OVERALL.burst, 0.0))
    _chats: OrderedDict[int, Bucket] = field(default_factory=OrderedDict)

    def take(self, chat_id: int, now: float) -> float:
        """0.0 and taken, or the seconds this chat must wait. `now` is a monotonic clock's."""
        bucket = self._bucket(chat_id, now)
        wait = max(self._all.wait(now), bucket.wait(now))
        if wait == 0.0:
            self._all.level -= 1
            bucket.level -= 1
        return wait

    def _bucket(self, chat_id: int, now: float) -> Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            rate = PRIVATE if chat_id > 0 else GROUP
            # Of a group it may have been a moment ago that another process spoke there.
            level = rate.burst if chat_id > 0 else 1
            bucket = self._chats[chat_id] = Bucket(rate, level, now)
            if len(self._chats) > CHATS_REMEMBERED:
                self._chats.popitem(last=False)
        self._chats.move_to_end(chat_id)
        return bucket


@dataclass
class NewsPace:
    """An announcement takes of each second what replies leave, evenly. It holds for a server of
    one's own as well: behind it are the same limits."""

    _sent: deque[float] = field(default_factory=deque)
    _last: float = -1.0  # when a piece of news went

    def sent(self, now: float, *, news: bool, messages: int = 1) -> None:
        """An album is as many messages as it has files."""
        for _ in range(messages):
            self._sent.append(now)
        while len(self._sent) > NEWS_UP_TO:
            self._sent.popleft()
        if news:
            self._last = now + (messages - 1) / NEWS_UP_TO

    def wait(self, now: float, messages: int = 1) -> float:
        """Seconds until one more piece of news may go; does not take it."""
        over = len(self._sent) + messages - NEWS_UP_TO
        second = self._sent[over - 1] + 1.0 - now if over > 0 else 0.0
        return max(0.0, second, self._last + 1.0 / NEWS_UP_TO - now)
