"""A working day in short: questions, reports filed by button and word, officers at the desk.

Each update has a reaction that its sender waits for; that wait is what is measured. An echo bot
knows no reports: it gets updates of the same kinds in the same mixture, each answered by a call.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from bot.simulator.world.accounts import BUDI, HELPDESK
from bot.words import labels
from tests.bench.traffic.api import Api, Call, Update
from tests.bench.traffic.loads import CHATS, FIRST_CHAT, at_random
from tests.bench.traffic.meter import Figures, Meter
from tests.bench.traffic.people import press_of, presses, says
from tests.bench.traffic.questions import fresh
from tests.bench.traffic.racer import Ground

FIRST_REPORTER = 200_000
QUESTIONS = 0.5  # of all updates; the others are steps of tickets
PRESSES, AT_DESK = 0.6, 0.2  # of those

Fits = Callable[[Call], bool]


@dataclass(frozen=True)
class Mixed:
    rate: float = 20.0
    seconds: float = 30.0
    thinking: tuple[float, float] = (0.5, 1.5)
    """Seconds before somebody goes on, at least and at most."""
    warm_up: float = 5.0
    kind: str = "mixed"
    suffix: str = ""
    for_echo: bool = True

    @property
    def title(self) -> str:
        return f"mixed, {self.rate:g} updates/s: half questions, half tickets and the desk's deeds"

    async def run(self, ground: Ground) -> Figures:
        await ground.start()
        day = EchoDay(ground.api) if ground.racer.echo else Day(ground.api, self.thinking)
        try:
            await at_random(self.rate, self.warm_up, day.act)
            meter, begin = Meter(ground.bot), time.perf_counter()
            await at_random(self.rate, self.seconds, day.act)
            await ground.until(lambda: not day.waiting, "somebody waits in vain")
            waits = [wait for since, wait in day.waits if since >= begin]
            return meter.read(len(waits), waits, tickets=day.confirmed)
        finally:
            day.end()


@dataclass
class Waiting:
    fits: Fits
    since: float
    heard: asyncio.Future[Call]


class EchoDay:
    """Who waits for what, and the mixture without its sense."""

    def __init__(self, api: Api) -> None:
        self.waiting: list[Waiting] = []
        self.waits: list[tuple[float, float]] = []
        """Since when, and how long."""
        self.confirmed = 0
        """Tickets that went their whole way."""
        self.dice = random.Random(20)
        self.numbers = count(1)
        self._api = api
        self._asked = fresh(20)
        api.on_call = self._called

    def act(self) -> None:
        """One update, whoever's turn it is."""
        if self.dice.random() < QUESTIONS:
            chat = FIRST_CHAT + next(self.numbers) % CHATS
            self.put(says(chat, next(self._asked)), said_to(chat))
        else:
            self.go_on()

    def go_on(self) -> None:
        dice, number = self.dice.random(), next(self.numbers)
        chat, label = FIRST_REPORTER + number, f"tombol {number}"
        if dice < PRESSES:
            shown = Call("sendmessage", b"chat_id=%d&text=tanya" % chat, number)
            self.put(presses(chat, shown, label), toast_of(press_of(chat, shown, label)))
        elif dice < PRESSES + AT_DESK:
            self.put(says(BUDI, label, chat=HELPDESK), said_to(HELPDESK, label))
        else:
            self.put(says(chat, label), said_to(chat))

    def put(self, update: Update, fits: Fits) -> asyncio.Future[Call]:
        """What is heard in reaction."""
        waiting = Waiting(fits, time.perf_counter(), asyncio.get_running_loop().create_future())
        self.waiting.append(waiting)
        self._api.put(update)
        return waiting.heard

    def _called(self, call: Call) -> None:
        for waiting in self.waiting:
            if waiting.fits(call):
                self.waiting.remove(waiting)
                self.waits.append((waiting.since, time.perf_counter() - waiting.since))
                waiting.heard.set_result(call)
                return

    def end(self) -> None:
        """Nobody goes on."""


class Day(EchoDay):
    """The same with tickets: each is filed, taken, answered, closed and confirmed."""

    def __init__(self, api: Api, thinking: tuple[float, float]) -> None:
        super().__init__(api)
        self._thinking = thinking
        self._ready: deque[asyncio.Future[None]] = deque()
        self._tickets: list[asyncio.Task[None]] = []
        self._cards: dict[str, asyncio.Future[Call]] = {}

    def go_on(self) -> None:
        """Whoever has thought for long enough, else somebody new."""
        if self._ready:
            self._ready.popleft().set_result(None)
        else:
            self._tickets.append(asyncio.create_task(self._ticket(next(self.numbers))))

    async def _ticket(self, number: int) -> None:
        me, mark = FIRST_REPORTER + number, f"perkara-{number}."
        card = self._cards[mark] = asyncio.get_running_loop().create_future()
        await self.put(says(me, "/lapor"), said_to(me))
        await self._thought()
        story = f"Absen saya kemarin tidak terekam padahal sudah saya isi sebelum pulang, {mark}"
        said = await self.put(says(me, story), said_to(me))
        await self._press(me, said, labels.SEND, said_to(me))
        await self._desk(me, await card, mark)

    async def _desk(self, reporter: int, card: Call, mark: str) -> None:
        taken = toast_of(press_of(BUDI, card, labels.TAKE))
        await self._press(BUDI, card, labels.TAKE, taken)
        await self._reply(card, f"Silakan dicoba lagi, {mark}", said_to(reporter, mark))
        prompt = await self._press(BUDI, card, labels.RESOLVE, prompt_under(card))
        said = await self._reply(prompt, f"Sudah diperbaiki, {mark}", said_to(reporter, mark))
        await self._press(reporter, said, labels.YES_DONE, said_to(reporter))
        self.confirmed += 1

    async def _press(self, who: int, shown: Call, label: str, fits: Fits) -> Call:
        await self._thought()
        return await self.put(presses(who, shown, label), fits)

    async def _reply(self, to: Call, text: str, fits: Fits) -> Call:
        await self._thought()
        return await self.put(says(BUDI, text, chat=HELPDESK, answering=to), fits)

    async def _thought(self) -> None:
        await asyncio.sleep(self.dice.uniform(*self._thinking))
        turn = asyncio.get_running_loop().create_future()
        self._ready.append(turn)
        await turn

    def _called(self, call: Call) -> None:
        if call.method == "sendmessage" and call.chat == HELPDESK:
            for mark in [mark for mark in self._cards if mark in call.text]:
                self._cards.pop(mark).set_result(call)
        super()._called(call)

    def end(self) -> None:
        for ticket in self._tickets:
            if ticket.done():
                ticket.result()
            ticket.cancel()


def said_to(chat: int, mark: str = "") -> Fits:
    return lambda call: call.method == "sendmessage" and call.chat == chat and mark in call.text


def toast_of(press: str) -> Fits:
    return lambda call: (
        call.method == "answercallbackquery" and call.params["callback_query_id"] == press
    )


def prompt_under(card: Call) -> Fits:
    """A message in answer to it."""

    def fits(call: Call) -> bool:
        if call.method != "sendmessage" or call.chat != card.chat:
            return False
        under = json.loads(call.params.get("reply_parameters", "{}"))
        return bool(under.get("message_id") == card.message_id)

    return fits
