"""One floods: how long the others wait, and whether anybody loses anything.

    python -m tests.bench.flood [--seconds 60] [--only NAME] [--database-url URL]

A line a scenario. Others ask at random moments, ten questions a second from forty people. A bot
with the settings that it has by default, as a process of its own; the Bot API takes all at once.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field

from bot.rules.limits import Limits
from bot.simulator.world.accounts import BUDI, HELPDESK
from tests.bench.traffic.api import Api, Call
from tests.bench.traffic.loads import FIRST_CHAT, at_random
from tests.bench.traffic.people import presses, says
from tests.bench.traffic.questions import fresh
from tests.bench.traffic.racer import API_CORE, PINNED, Ground, bot_of, ground
from tests.process.bot import ROOT

FLOODER, FIRST_REPORTER = 9_001, 300_000
OTHERS, RATE = 40, 10.0
REPORTERS, TRIES = 300, 500
FLOOD = 100.0  # messages a second
STORY = "Realisasi bulan ini tidak bisa saya simpan, muncul tulisan gagal"
# What somebody who files does next, by what the newest message shows.
STEPS = ("Kirim",)
CARDS_TAKE = 1_200.0  # seconds: the group gets twenty messages a minute


@dataclass
class Seen:
    """Every call of the bot's, by chat, and what those who ask waited."""

    api: Api
    waits: list[float] = field(default_factory=list)
    asked: int = 0
    by_chat: dict[int, list[Call]] = field(default_factory=lambda: defaultdict(list))
    then: Callable[[Call], None] = lambda call: None

    def __post_init__(self) -> None:
        self.waiting: dict[int, list[float]] = defaultdict(list)
        self.api.on_call = self._called

    def ask(self, chat: int, text: str) -> None:
        self.asked += 1
        self.waiting[chat].append(time.perf_counter())
        self.api.put(says(chat, text))

    def begin_to_wait(self) -> None:
        """Once: whoever asked before the bot served waits from now on."""
        self.api.on_fetch = lambda: None
        now = time.perf_counter()
        for since in self.waiting.values():
            since[:] = [now for _ in since]

    def _called(self, call: Call) -> None:
        self.by_chat[call.chat].append(call)
        if call.method == "sendmessage" and self.waiting[call.chat]:
            self.waits.append(time.perf_counter() - self.waiting[call.chat].pop(0))
        self.then(call)

    @property
    def lost(self) -> int:
        return self.asked - len(self.waits)

    def said(self, chat: int, words: str) -> int:
        return sum(words in call.text for call in self.by_chat[chat])

    @property
    def cards(self) -> int:
        at_desk = (call for call in self.by_chat[HELPDESK] if call.method == "sendmessage")
        return sum("Ambil" in call.buttons for call in at_desk)


class Reporter:
    """Files one complaint after the other by the buttons, as soon as each is shown."""

    def __init__(self, seen: Seen, chat: int, tries: int) -> None:
        self._seen, self.chat, self.left = seen, chat, tries
        self.filed = self.refused = 0

    def begin(self) -> None:
        self.left -= 1
        self._seen.api.put(says(self.chat, "/lapor"))

    def goes_on(self, call: Call) -> None:
        if call.method != "sendmessage":
            return
        if "Nomor tiket" in call.text or "masih terbuka" in call.text:
            self.filed += "Nomor tiket" in call.text
            self.refused += "masih terbuka" in call.text
            if self.left > 0:
                self.begin()
        elif "Ceritakan" in call.text:
            self._seen.api.put(says(self.chat, STORY))
        else:
            step = next((label for label in STEPS if label in call.buttons), None)
            if step is not None:
                self._seen.api.put(presses(self.chat, call, step))


@dataclass(frozen=True)
class Line:
    name: str
    seen: Seen
    tickets: int = 0
    told: str = ""

    def __str__(self) -> str:
        waits = sorted(self.seen.waits)
        p50, p99 = (waits[int(len(waits) * part)] * 1000 for part in (0.5, 0.99))
        return (
            f"{self.name:34}{len(waits):7}{p50:9.0f}{p99:9.0f}{waits[-1] * 1000:9.0f}"
            f"{self.seen.lost:6}{self.tickets:9}{self.seen.cards:7}  {self.told}"
        )


@contextlib.asynccontextmanager
async def place(database_url: str | None, **settings: int) -> AsyncIterator[tuple[Ground, Seen]]:
    """The bot with its usual limits, unless others are given."""
    usual = Limits()
    limits = {"TURNS_A_MINUTE": usual.turns_a_minute, "OPEN_TICKETS": usual.open_tickets}
    async with ground(bot_of(ROOT), database_url=database_url) as given:
        given.bot.environ.update({name: str(most) for name, most in (limits | settings).items()})
        yield given, Seen(given.api)


async def others_ask(seen: Seen, given: Ground, seconds: float) -> None:
    asked = fresh(3)
    await at_random(RATE, seconds, lambda: seen.ask(FIRST_CHAT + seen.asked % OTHERS, next(asked)))
    await given.until(lambda: seen.lost == 0, "somebody waits in vain")


async def at_rate(rate: float, seconds: float, act: Callable[[int], object]) -> int:
    begun, done = time.perf_counter(), 0
    while (now := time.perf_counter() - begun) < seconds:
        while done < now * rate:
            act(done)
            done += 1
        await asyncio.sleep(0.01)
    return done


async def nobody(seconds: float, url: str | None) -> Line:
    async with place(url) as (given, seen):
        await given.start()
        await others_ask(seen, given, seconds)
        return Line("nobody floods", seen)


async def messages(seconds: float, url: str | None) -> Line:
    async with place(url) as (given, seen):
        await given.start()
        asked = fresh(9)
        flood = asyncio.create_task(
            at_rate(FLOOD, seconds, lambda _: given.api.put(says(FLOODER, next(asked))))
        )
        await others_ask(seen, given, seconds)
        sent, answered = await flood, len(seen.by_chat[FLOODER])
        told = f"{sent} sent, {answered} answered, told {seen.said(FLOODER, 'terlalu cepat')} x"
        return Line("100 messages/s of one person", seen, told=told)


async def long_messages(seconds: float, url: str | None) -> Line:
    async with place(url) as (given, seen):
        await given.start()
        words = ("tidak bisa login " * 300)[:4_090]
        flood = asyncio.create_task(
            at_rate(FLOOD, seconds, lambda at: given.api.put(says(FLOODER, words + str(at))))
        )
        await others_ask(seen, given, seconds)
        told = f"{await flood} sent, {len(seen.by_chat[FLOODER])} answered"
        return Line("the same, 4,096 letters each", seen, told=told)


async def backlog(seconds: float, url: str | None) -> Line:
    """Those who ask stand behind six thousand messages of one person when the bot starts."""
    async with place(url) as (given, seen):
        asked = fresh(11)
        for _ in range(int(FLOOD * seconds)):
            given.api.put(says(FLOODER, next(asked)))
        for number in range(OTHERS):
            seen.ask(FIRST_CHAT + number, next(asked))
        given.api.on_fetch = seen.begin_to_wait
        await given.start()
        await given.until(lambda: seen.lost == 0, "somebody waits in vain")
        name = f"{int(FLOOD * seconds)} of one person before them"
        return Line(name, seen, told="from the bot's first fetch on")


async def pressing(seconds: float, url: str | None) -> Line:
    async with place(url) as (given, seen):
        await given.start()
        reporter = Reporter(seen, FIRST_REPORTER, 1)
        seen.then = lambda call: reporter.goes_on(call) if call.chat == reporter.chat else None
        reporter.begin()
        await given.until(lambda: seen.cards == 1, "no card")
        (card,) = (call for call in seen.by_chat[HELPDESK] if "Ambil" in call.buttons)
        flood = asyncio.create_task(
            at_rate(FLOOD, seconds, lambda _: given.api.put(presses(BUDI, card, "Ambil")))
        )
        await others_ask(seen, given, seconds)
        return Line("100 presses/s of one officer", seen, reporter.filed, f"{await flood} pressed")


async def chatting(seconds: float, url: str | None) -> Line:
    async with place(url) as (given, seen):
        await given.start()
        flood = asyncio.create_task(
            at_rate(
                FLOOD,
                seconds,
                lambda at: given.api.put(says(BUDI, f"obrolan {at}", chat=HELPDESK)),
            )
        )
        await others_ask(seen, given, seconds)
        told = f"{await flood} said, {len(seen.by_chat[HELPDESK])} answered"
        return Line("100 messages/s in the group", seen, told=told)


async def filing(seconds: float, url: str | None) -> Line:
    async with place(url) as (given, seen):
        await given.start()
        crowd = {
            chat: Reporter(seen, chat, 1)
            for chat in range(FIRST_REPORTER, FIRST_REPORTER + REPORTERS)
        }

        def then(call: Call) -> None:
            if call.chat in crowd:
                crowd[call.chat].goes_on(call)

        seen.then = then
        for each in crowd.values():
            each.begin()
        await others_ask(seen, given, min(seconds, 20.0))
        await given.until(lambda: all(each.filed for each in crowd.values()), "not all filed")
        all_shown, fault = lambda: seen.cards == REPORTERS, "not every ticket has its card"
        await given.until(all_shown, fault, patience=CARDS_TAKE)
        filed = sum(each.filed for each in crowd.values())
        return Line(f"{REPORTERS} people file at once", seen, filed, "all of them, each once")


async def many_tickets(seconds: float, url: str | None) -> Line:
    """As quick as no limit of turns would let anybody be."""
    async with place(url, TURNS_A_MINUTE=1_000_000) as (given, seen):
        await given.start()
        one = Reporter(seen, FIRST_REPORTER, TRIES)
        seen.then = lambda call: one.goes_on(call) if call.chat == one.chat else None
        one.begin()
        await others_ask(seen, given, min(seconds, 10.0))
        await given.until(lambda: one.filed + one.refused == TRIES, "it is not answered")
        return Line(
            f"{TRIES} tickets of one person", seen, one.filed, f"{one.refused} x told why not"
        )


SCENARIOS: dict[str, Callable[[float, str | None], Coroutine[None, None, Line]]] = {
    each.__name__: each
    for each in (
        *(nobody, messages, long_messages, backlog, pressing, chatting, filing),
        many_tickets,
    )
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--only", choices=SCENARIOS, action="append")
    parser.add_argument("--database-url", help="PostgreSQL in which to make databases")
    options = parser.parse_args()
    if PINNED:
        os.sched_setaffinity(0, {API_CORE})
    print(
        f"{'':34}{'others':>7}{'p50 ms':>9}{'p99 ms':>9}{'most ms':>9}"
        f"{'lost':>6}{'tickets':>9}{'cards':>7}",
        flush=True,
    )
    for name in options.only or SCENARIOS:
        print(asyncio.run(SCENARIOS[name](options.seconds, options.database_url)), flush=True)


if __name__ == "__main__":
    main()
