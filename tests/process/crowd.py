"""A crowd that never waits: askers, complainers and the desk, some dozen updates a second.

Everything it says can be told apart in what the bot answers, so that losses, twins and disorder
show in the chats themselves.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from bot.simulator.world import accounts
from bot.simulator.world.model import Message
from bot.simulator.world.world import World
from bot.words import labels
from faq.book.book import Book
from faq.matching.matcher import Answer, Matcher

FIRST_ASKER = 100_000
FIRST_COMPLAINER = 200_000
AT_ONCE = 12  # complainers under way
ASKERS = 60
TWICE = 0.2  # of all who press "Kirim" press it again


def titles(book: Book, matcher: Matcher) -> list[str]:
    """Questions of the book that are answered by their own entry, which begins with them."""
    found = []
    for entry in book.entries:
        answer = matcher.find(entry.question)
        if isinstance(answer, Answer) and answer.best == entry.id:
            found.append(entry.question)
    return found


@dataclass
class Asker:
    """Asks each question once; after the last one somebody new comes in their place."""

    number: int
    left: list[str]
    asked: list[str] = field(default_factory=list)


@dataclass
class Complainer:
    number: int
    story: str
    stage: int = 0
    seen: int = 0
    """The last message of the bot that was acted upon."""
    pressed_send: bool = False


class Crowd:
    def __init__(self, world: World, questions: list[str], *, seed: int) -> None:
        self.world = world
        self.questions = questions
        self.random = random.Random(seed)
        self.askers = [self._new_asker(at) for at in range(ASKERS)]
        self.retired: list[Asker] = []
        self.complainers: list[Complainer] = []
        self.settled: list[Complainer] = []
        self.replies: dict[int, str] = {}
        """What the desk wrote, by the card it was written under."""
        self.updates = 0
        self._taken: set[int] = set()
        self._opened = 0

    async def live(self, rate: float, stop: asyncio.Event) -> None:
        """Speaks at this rate until stopped, then lets the reports under way be finished."""
        at = time.monotonic()
        while not stop.is_set() or self.complainers:
            self.step(new=not stop.is_set())
            at = max(at + 1 / rate, time.monotonic() - 1)
            await asyncio.sleep(max(0.0, at - time.monotonic()))

    def step(self, *, new: bool = True) -> None:
        """One update, whoever's turn it is."""
        dice = self.random.random()
        if dice < 0.35 and (new or self.complainers) and self._complain(new=new):
            return
        if dice < 0.5 and self._desk():
            return
        if new:
            self._ask()

    # Askers

    def _new_asker(self, at: int) -> Asker:
        number = FIRST_ASKER + at
        self.world.state.add_user(number, "Penanya", str(number))
        return Asker(number, self.random.sample(self.questions, len(self.questions)))

    def _ask(self) -> None:
        asker = self.random.choice(self.askers)
        if not asker.left:
            self.askers.remove(asker)
            self.retired.append(asker)
            asker = self._new_asker(ASKERS + len(self.retired))
            self.askers.append(asker)
        question = asker.left.pop()
        asker.asked.append(question)
        self.world.people.say(asker.number, asker.number, question)
        self.updates += 1

    # Complainers

    def _complain(self, *, new: bool) -> bool:
        if new and len(self.complainers) < AT_ONCE:
            self._opened += 1
            number = FIRST_COMPLAINER + self._opened
            self.world.state.add_user(number, "Pelapor", str(number))
            self.complainers.append(Complainer(number, f"Cerita nomor {number} yang panjang"))
        ready = [one for one in self.complainers if self._is_ready(one)]
        if not ready:
            return False
        self._go_on(self.random.choice(ready))
        return True

    def _is_ready(self, one: Complainer) -> bool:
        """Whether the bot has said what the next step answers to."""
        if one.stage == 0:
            return True
        said = self._last(one)
        return said is not None and self._wanted(one) in (*said.button_words, said.text)

    def _wanted(self, one: Complainer) -> str:
        stages = [labels.CANCEL, labels.SEND]
        return stages[one.stage - 1]

    def _last(self, one: Complainer) -> Message | None:
        said = [m for m in self.world.state.messages(one.number) if m.from_bot]
        return said[-1] if said and said[-1].message_id > one.seen else None

    def _go_on(self, one: Complainer) -> None:
        said = self._last(one)
        if said is None:
            self.world.people.say(one.number, one.number, "/lapor")
        elif one.stage == 1:
            self.world.people.say(one.number, one.number, one.story)
        else:
            self.world.buttons.press(one.number, one.number, said.message_id, self._wanted(one))
        self.updates += 1
        if said is not None:
            one.seen = said.message_id
        one.stage += 1
        if one.stage == 3 and said is not None:
            one.pressed_send = True
            if self.random.random() < TWICE:
                self.world.buttons.press(one.number, one.number, said.message_id, labels.SEND)
                self.updates += 1
            self.complainers.remove(one)
            self.settled.append(one)

    # The desk

    def _desk(self) -> bool:
        for card in reversed(self.world.state.messages(accounts.HELPDESK)):
            number = card.message_id
            if number not in self._taken and labels.TAKE in card.button_words:
                self.world.buttons.press(accounts.BUDI, accounts.HELPDESK, number, labels.TAKE)
                self._taken.add(number)
                self.updates += 1
                return True
            if number in self._taken and number not in self.replies:
                self.replies[number] = f"Jawaban petugas atas kartu {number}"
                self.world.people.say(
                    accounts.BUDI, accounts.HELPDESK, self.replies[number], reply_to=number
                )
                self.updates += 1
                return True
        return False

    # Looking on

    def everyone(self) -> list[Asker]:
        return [*self.retired, *self.askers]

    def disordered(self) -> int:
        """Askers whose answers stand in another order than their questions, repeats aside."""
        return sum(self._answers(asker) != asker.asked for asker in self.everyone() if asker.asked)

    def unanswered(self) -> int:
        """Questions without an answer, "Kirim" without a number, desk replies not passed on."""
        questions = sum(len(set(a.asked) - set(self._answers(a))) for a in self.everyone())
        numbers = sum(not self._heard(one.number, "EK-") for one in self.settled)
        passed = "\n".join(
            message.text
            for one in self.settled
            for message in self.world.state.messages(one.number)
        )
        return questions + numbers + sum(reply not in passed for reply in self.replies.values())

    def _answers(self, asker: Asker) -> list[str]:
        known = set(self.questions)
        said = (
            message.text.partition("\n")[0]
            for message in self.world.state.messages(asker.number)
            if message.from_bot
        )
        return [title for title, _ in groupby(title for title in said if title in known)]

    def _heard(self, number: int, part: str) -> bool:
        return any(part in m.text for m in self.world.state.messages(number) if m.from_bot)

    def stories(self) -> Iterable[str]:
        return [one.story for one in self.settled if one.pressed_send]
