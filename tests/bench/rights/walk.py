"""A share of the whole: everybody's cells, and forged presses, on a database of its own."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from bot.settings import Settings
from bot.simulator.world import accounts
from handlers.resources import Resources, load_resources
from tests.bench.rights.guesses import guesses
from tests.bench.rights.probe import Probe, surprises, wrongly_refused
from tests.bench.rights.scene import FACELESS, PEOPLE, PLACES, Scene, made
from tests.bench.rights.tries import entries, forged
from tests.support.databases import SqliteFiles
from tests.talks.talk import Talk

SETTINGS = Settings(
    helpdesk_chat_id=accounts.HELPDESK,
    report_chat_id=accounts.REPORTS,
    admin_ids=(accounts.BUDI,),
)


@dataclass(frozen=True)
class Share:
    """Of the whole walk: whose cells, how many forged presses, and guessed numbers."""

    people: tuple[str, ...]
    every: int
    forged: int
    guessed: int
    seed: int


Tried = Counter[tuple[str, str]]


@dataclass
class Walked:
    """Cells tried by role and place, forgeries by their sort; the surprises, and the denials: who
    was refused what they may do."""

    tried: Tried = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    forged: Counter[str] = field(default_factory=Counter)
    effects: list[str] = field(default_factory=list)
    guessed: int = 0
    shown: list[str] = field(default_factory=list)

    def add(self, other: Walked) -> None:
        self.tried += other.tried
        self.found += other.found
        self.refused += other.refused
        self.forged += other.forged
        self.effects += other.effects
        self.guessed += other.guessed
        self.shown += other.shown


def matrix(
    probe: Probe, scene: Scene, every: int, people: Iterable[str] = tuple(PEOPLE)
) -> Walked:
    """Of these people each so-manieth cell."""
    walked, count = Walked(), 0
    for who in people:
        for place in PLACES if who not in FACELESS else PLACES[1:]:
            for entry, update in entries(who, place, scene):
                count += 1
                if count % every:
                    continue
                walked.tried[who, place] += 1
                effects = probe.serve(update)
                cell = f"{who} in {place} {entry}"
                walked.found += [f"{cell}: {each}" for each in surprises(who, place, effects)]
                refused = wrongly_refused(who, place, update, effects)
                walked.refused += [f"{cell}: {each}" for each in refused]
    return walked


def forgeries(
    probe: Probe, scene: Scene, count: int, seed: int = 7
) -> tuple[Counter[str], list[str]]:
    tried: Counter[str] = Counter()
    found: list[str] = []
    for who, place, sort, update in forged(scene, count, seed):
        tried[sort] += 1
        wrong = surprises(who, place, probe.serve(update))
        found += [f"{who} in {place}, {sort} {update}: {each}" for each in wrong]
    return tried, found


@cache
def _resources() -> Resources:
    """Once a process: learning the book takes longer than a good part of a walk."""
    resources = load_resources(SETTINGS).named(accounts.BOT_USERNAME)
    return replace(resources, calendar=replace(resources.calendar, known_until=date.max))


def walk(share: Share) -> Walked:
    """On a database of its own, so that several can walk side by side."""
    resources = _resources()
    folder = tempfile.TemporaryDirectory(prefix="bot-rights-")
    with folder as name, SqliteFiles(Path(name)).fresh() as url:
        talk = Talk(url, resources, restless=False)
        scene = made(talk)
        probe = Probe(talk.database, resources, talk.clock.now())
        walked = matrix(probe, scene, share.every, share.people)
        walked.forged, walked.effects = forgeries(probe, scene, share.forged, share.seed)
        for who in share.people:
            walked.guessed, walked.shown = guesses(probe, who, share.guessed, share.seed)
        talk.stop()
    return walked
