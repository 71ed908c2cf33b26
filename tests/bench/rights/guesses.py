"""Numbers of tickets that somebody guesses: whether there is such a ticket must not be told."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from handlers import buttons as b
from tests.bench.rights.probe import Probe, Update, surprises
from tests.bench.rights.scene import PEOPLE
from tests.bench.rights.tries import Maker

# In their own chats; Burhan's own ticket is the fifth.
GUESSERS = {"stranger": 0, "another reporter": 5, "member": 0, "dismissed": 0, "officer": 0}
THERE = 7  # the scene's tickets, by number and by row
NOT_THERE = 900_000
Way = Callable[[Maker, int], Update]


def _press(maker: Maker, button: b.Button) -> Update:
    return maker.presses(button.pack(), shown=[button.pack()])


WAYS: dict[str, Way] = {
    "/tiket": lambda maker, it: maker.says(f"/tiket {it}"),
    "the number alone": lambda maker, it: maker.says(f"EK-2026-{it:05}"),
    "in a sentence": lambda maker, it: maker.says(f"bagaimana tiket EK-2026-{it:05} pak"),
    "shown": lambda maker, it: _press(maker, b.ShowTicket(it)),
    "its history": lambda maker, it: _press(maker, b.HistoryPage(it, 0)),
    "a secret read": lambda maker, it: _press(maker, b.ReadSecret(it)),
    "added to": lambda maker, it: _press(maker, b.AddToTicket(it)),
    "withdrawn": lambda maker, it: _press(maker, b.Withdraw(it)),
    "confirmed": lambda maker, it: _press(maker, b.Confirm(it)),
    "disputed": lambda maker, it: _press(maker, b.Dispute(it)),
    "rated": lambda maker, it: _press(maker, b.RateTicket(it, 3)),
    "shared": lambda maker, it: _press(maker, b.ShareTicket(it)),
}


def guesses(probe: Probe, who: str, count: int, seed: int = 7) -> tuple[int, list[str]]:
    """How many were tried, and what was said that is not said where there is no such ticket."""
    if who not in GUESSERS:
        return 0, []
    maker, dice = Maker(who, PEOPLE[who], PEOPLE[who]), random.Random(seed)
    unknown = {name: _said(probe, way(maker, NOT_THERE)) for name, way in WAYS.items()}
    numbers = [it for it in range(1, THERE + 1) if it != GUESSERS[who]]
    found, tried = [], 0
    while tried < count:
        for name, way in WAYS.items():
            it = dice.choice(numbers) if dice.random() < 0.5 else dice.randint(8, 10**5)
            tried += 1
            update = way(maker, it)
            effects = probe.serve(update)
            wrong = surprises(who, "private", effects)
            if _told(effects.said) != unknown[name]:
                wrong.append(f"said {effects.words[:200]}")
            found += [f"{who} guesses {it}, {name}: {each}" for each in wrong]
    return tried, found


def _said(probe: Probe, update: Update) -> list[tuple[int, str, str]]:
    return _told(probe.serve(update).said)


def _told(said: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Whatever the number is."""
    return [(chat, method, re.sub(r"\d+", "0", payload)) for chat, method, payload in said]
