"""Telegram's limits on sending, as far as it admits them; off unless a world wants them."""

from __future__ import annotations

from collections import defaultdict, deque
from math import ceil

from bot.simulator.text.refusal import too_many_requests

PER_SECOND = 30
PER_CHAT_BURST, PER_CHAT_WINDOW = 5, 5.0
PER_GROUP_MINUTE = 20


class FloodLimits:
    def __init__(self) -> None:
        self.enabled = False
        self._all: deque[float] = deque()
        self._chats: defaultdict[int, deque[float]] = defaultdict(deque)

    def check(self, chat: int, now: float) -> None:
        """Refuses the message that is too many; counts the others."""
        if not self.enabled:
            return
        sent = self._chats[chat]
        waits = [_wait(self._all, PER_SECOND, 1.0, now)]
        if chat < 0:
            waits.append(_wait(sent, PER_GROUP_MINUTE, 60.0, now))
        waits.append(_wait_in_window(sent, PER_CHAT_BURST, PER_CHAT_WINDOW, now))
        if (longest := max(waits)) > 0:
            raise too_many_requests(max(1, ceil(longest)))
        self._all.append(now)
        sent.append(now)


def _wait(sent: deque[float], allowed: int, window: float, now: float) -> float:
    while sent and sent[0] <= now - window:
        sent.popleft()
    return sent[-allowed] + window - now if len(sent) >= allowed else 0.0


def _wait_in_window(sent: deque[float], allowed: int, window: float, now: float) -> float:
    """Like _wait, but leaves the older ones for the longer window."""
    return max(0.0, sent[-allowed] + window - now) if len(sent) >= allowed else 0.0
