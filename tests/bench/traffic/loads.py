"""Questions as they come: as soon as the last is answered, at a rate, or all at once."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from tests.bench.traffic.api import Call
from tests.bench.traffic.ledger import Ledger
from tests.bench.traffic.meter import Figures, Meter
from tests.bench.traffic.questions import few, fresh
from tests.bench.traffic.racer import Failed, Ground

FIRST_CHAT = 10_000
CHATS = 400
WARM_UP = 1.0
QUIET = 0.3  # seconds after the last answer in which none may come twice


class Load(Protocol):
    """Loads of one `title` are compared; `kind` says which figures tell something of it."""

    @property
    def kind(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def suffix(self) -> str:
        """What tells it apart under its title."""

    @property
    def for_echo(self) -> bool:
        """Whether it is anything new to a bot that does not look at what is asked."""

    async def run(self, ground: Ground) -> Figures: ...


@dataclass(frozen=True)
class Closed:
    in_flight: int
    repeated: bool = False
    seconds: float = 4.0
    kind: str = "closed"

    @property
    def title(self) -> str:
        return f"closed loop, {self.in_flight} in flight: each asks again once it is answered"

    @property
    def suffix(self) -> str:
        return ", five questions" if self.repeated else ", every question new"

    @property
    def for_echo(self) -> bool:
        return not self.repeated

    async def run(self, ground: Ground) -> Figures:
        await ground.start()
        ledger = Ledger(ground.api)
        asked = few() if self.repeated else fresh(self.in_flight)
        ledger.then = lambda chat: ledger.ask(chat, next(asked))
        for chat in range(FIRST_CHAT, FIRST_CHAT + self.in_flight):
            ledger.ask(chat, next(asked))
        await asyncio.sleep(WARM_UP)
        begin, meter = len(ledger.answers), Meter(ground.bot)
        await asyncio.sleep(self.seconds)
        await ground.until(lambda: len(ledger.answers) > begin, "nobody is answered")
        end = len(ledger.answers)
        figures = meter.read(end - begin, ledger.waits(begin, end))
        ledger.then = lambda chat: None
        await _settled(ground, ledger)
        return figures


@dataclass(frozen=True)
class Open:
    rate: float
    seconds: float = 15.0
    kind: str = "open"
    suffix: str = ""
    for_echo: bool = True

    @property
    def title(self) -> str:
        return f"open loop, {self.rate:g} questions/s at random moments, every one new"

    async def run(self, ground: Ground) -> Figures:
        await ground.start()
        ledger, asked = Ledger(ground.api), fresh(7)

        def ask() -> None:
            ledger.ask(FIRST_CHAT + ledger.asked % CHATS, next(asked))

        await at_random(self.rate, WARM_UP, ask)
        await _settled(ground, ledger)
        begin, meter = len(ledger.answers), Meter(ground.bot)
        await at_random(self.rate, self.seconds, ask)
        await ground.until(lambda: ledger.settled, "questions stay unanswered")
        figures = meter.read(len(ledger.answers) - begin, ledger.waits(begin))
        await _settled(ground, ledger)
        return figures


@dataclass(frozen=True)
class Hanging:
    """A share of all sendings is never answered; told is how long the others' chats wait."""

    share: float
    rate: float = 10.0
    seconds: float = 90.0
    kind: str = "hanging"
    suffix: str = ""
    for_echo: bool = False

    @property
    def title(self) -> str:
        return f"open loop, {self.rate:g} questions/s, {self.share:.0%} of the sendings hang"

    async def run(self, ground: Ground) -> Figures:
        await ground.start()
        ledger, asked, dice = Ledger(ground.api), fresh(7), random.Random(2)
        hung: set[int] = set()

        def hangs(call: Call) -> bool:
            """Once in a chat, so that its next try gets through."""
            if call.chat in hung or dice.random() >= self.share:
                return False
            hung.add(call.chat)
            return True

        ground.api.hangs = hangs
        chats = itertools.count(FIRST_CHAT)
        meter = Meter(ground.bot)
        await at_random(self.rate, self.seconds, lambda: ledger.ask(next(chats), next(asked)))
        await ground.until(lambda: ledger.settled, "questions stay unanswered")
        others = [wait for chat, wait in ledger.by_chat if chat not in hung]
        return meter.read(len(ledger.answers), others, hung=len(hung))


@dataclass(frozen=True)
class Backlog:
    """Updates that wait when the bot starts. Its clock runs from its first fetch."""

    updates: int
    kind: str = "backlog"
    suffix: str = ""
    for_echo: bool = True

    @property
    def title(self) -> str:
        return f"backlog, {self.updates:,} waiting questions, every one new"

    async def run(self, ground: Ground) -> Figures:
        ledger, asked = Ledger(ground.api), fresh(self.updates)
        for number in range(self.updates):
            ledger.ask(FIRST_CHAT + number % CHATS, next(asked))
        moments: list[float] = []
        meters: list[Meter] = []

        def fetched() -> None:
            if not meters:
                meters.append(Meter(ground.bot))
                moments.append(time.perf_counter())
            elif len(moments) == 1 and ground.api.confirmed == self.updates:
                moments.append(time.perf_counter())

        ground.api.on_fetch = fetched
        await ground.start()
        await ground.until(lambda: ledger.settled and len(moments) == 2, "a backlog stays")
        figures = meters[0].read(
            self.updates,
            stored=moments[1] - moments[0],
            answered=ledger.answers[-1][0] - moments[0],
        )
        figures.seconds = figures.more["answered"]
        await _settled(ground, ledger)
        return figures


async def at_random(rate: float, seconds: float, act: Callable[[], None]) -> None:
    """Acts so many times a second on average, as independent people do."""
    dice, begun, at = random.Random(rate), time.perf_counter(), 0.0
    while (at := at + dice.expovariate(rate)) < seconds:
        await asyncio.sleep(max(0.0, begun + at - time.perf_counter()))
        act()


async def _settled(ground: Ground, ledger: Ledger) -> None:
    """Every question has its one answer. Raises Failed."""
    await ground.until(lambda: ledger.settled, "questions stay unanswered")
    await asyncio.sleep(QUIET)
    if ledger.unasked:
        twice = ledger.unasked[0]
        raise Failed(f"{ground.racer.name}: {len(ledger.unasked)} more than asked: {twice.text}")
