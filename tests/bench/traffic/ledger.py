"""Who waits for an answer since when. Each question has exactly one."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable

from tests.bench.traffic.api import Api, Call
from tests.bench.traffic.people import says


class Ledger:
    def __init__(self, api: Api) -> None:
        self._api = api
        self._waiting: defaultdict[int, deque[float]] = defaultdict(deque)
        self.asked = 0
        self.answers: list[tuple[float, float]] = []
        """When each came, and how long it was waited for."""
        self.by_chat: list[tuple[int, float]] = []
        """The same waits, by who waited."""
        self.unasked: list[Call] = []
        """Messages that nobody waited for: an answer that came twice, or in two."""
        self.then: Callable[[int], None] = lambda chat: None
        api.on_call = self._called

    def ask(self, chat: int, text: str) -> None:
        self.asked += 1
        self._waiting[chat].append(time.perf_counter())
        self._api.put(says(chat, text))

    def _called(self, call: Call) -> None:
        if call.method != "sendmessage":
            return
        since = self._waiting[call.chat]
        if not since:
            self.unasked.append(call)
            return
        now = time.perf_counter()
        wait = now - since.popleft()
        self.answers.append((now, wait))
        self.by_chat.append((call.chat, wait))
        self.then(call.chat)

    @property
    def settled(self) -> bool:
        return len(self.answers) == self.asked

    def waits(self, begin: int = 0, end: int | None = None) -> list[float]:
        return [wait for _, wait in self.answers[begin:end]]
