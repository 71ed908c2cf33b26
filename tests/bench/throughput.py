"""Durable FAQ turns a second against a plain python-telegram-bot echo bot.

    python -m tests.bench.throughput [--rounds 5] [--updates 2000]

Ours stores each update (SQLite, synchronous=FULL), matches it with the real book, logs it,
answers and marks it; the echo bot just answers. Each runs alone on core 0, the Bot API (see
wire_api.py) on core 1, all in the same run, round after round. The clock runs from the first
fetch to the last reply; for ours the rows must then stand as sent.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import csv
import importlib.util
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import wire_api
from tests.process.bot import ROOT, Bot

CHATS = 400
FIRST_CHAT = 10_000
PATIENCE = 40.0
QUESTIONS = ROOT / "tests" / "faq" / "labelled" / "questions-1.csv"
BOT_CORE, API_CORE = 0, 1
OURS = "ours, durable FAQ turn"
ECHO = ("-m", "tests.bench.wire_echo")


@dataclass
class Rival:
    name: str
    command: tuple[str, ...]
    settings: Mapping[str, str]
    fresh: bool = False
    """Every question in words of its own, so that none is recalled from the one before."""
    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.rates)


def rivals() -> list[Rival]:
    found = [
        Rival(OURS, ("main.py", "run"), {"LOG_LEVEL": "INFO"}),
        Rival(f"{OURS}, none twice", ("main.py", "run"), {"LOG_LEVEL": "INFO"}, fresh=True),
        Rival("plain PTB echo, httpx", ECHO, {"ECHO_SNIFFIO": "no"}),
        Rival("PTB echo, our aiohttp", ECHO, {"ECHO_TRANSPORT": "aiohttp"}),
    ]
    if importlib.util.find_spec("sniffio") is not None:
        found.insert(3, Rival("plain PTB echo, httpx+sniffio", ECHO, {}))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--updates", type=int, default=2000)
    parser.add_argument("--only-ours", action="store_true")
    options = parser.parse_args()
    os.sched_setaffinity(0, {API_CORE})
    racing = rivals()[:2] if options.only_ours else rivals()
    for number in range(options.rounds):
        # Every round begins with another one, so that no one always follows the same.
        for rival in racing[number % len(racing) :] + racing[: number % len(racing)]:
            asyncio.run(race(rival, options.updates))
        print(
            f"round {number + 1}: "
            + " · ".join(f"{rival.name} {rival.rates[-1]:,.0f}" for rival in racing),
            flush=True,
        )
    tell(racing)


async def race(rival: Rival, updates: int) -> None:
    api = wire_api.Api()
    with tempfile.TemporaryDirectory() as name:
        async with wire_api.serving(api) as url:
            bot = Bot(
                url,
                Path(name),
                cores=[BOT_CORE],
                command=rival.command,
                settings=rival.settings,
            )
            bot.start()
            try:
                await asyncio.to_thread(bot.wait_until_serving)
                await warm_up(api)
                await run(api, bot, rival, updates)
                code, _ = await asyncio.to_thread(bot.stop)
            except TimeoutError as error:
                raise TimeoutError(f"{rival.name}: {error}\n{bot.autopsy()}") from None
            finally:
                bot.kill()
            if code != 0:
                raise RuntimeError(f"{rival.name} ended with {code}: {bot.said()}")
            if rival.command != ECHO:
                check(Path(name) / "bot.sqlite3", len(api.replies))


async def warm_up(api: wire_api.Api) -> None:
    for chat in range(20):
        api.put(FIRST_CHAT - 1 - chat, "apa itu e-kinerja")
    await replies(api, 20)


async def run(api: wire_api.Api, bot: Bot, rival: Rival, updates: int) -> None:
    before, begun = len(api.replies), bot.cpu()
    asked = questions()
    start = time.perf_counter()
    for number in range(updates):
        text = asked[number % len(asked)]
        api.put(FIRST_CHAT + number % CHATS, f"{text} {number}" if rival.fresh else text)
    await replies(api, before + updates)
    rival.rates.append(updates / (api.replies[before + updates - 1][1] - start))
    rival.cpu.append((bot.cpu() - begun) / updates * 1000)
    rival.memory.append(bot.memory())


async def replies(api: wire_api.Api, wanted: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while len(api.replies) < wanted:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{len(api.replies)} replies of {wanted}")
        await asyncio.sleep(0.005)


def check(file: Path, sent: int) -> None:
    with contextlib.closing(sqlite3.connect(file)) as database:
        left = database.execute("SELECT count(*) FROM inbox WHERE status <> 'done'").fetchone()[0]
        unsent = database.execute("SELECT count(*) FROM outbox WHERE status <> 'sent'").fetchone()
        said = database.execute("SELECT count(*) FROM outbox").fetchone()[0]
    if left or unsent[0] or said != sent:
        raise RuntimeError(f"{left} updates left, {unsent[0]} unsent, {said} said, {sent} sent")


def questions() -> list[str]:
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return [row["question"] for row in csv.DictReader(file)]


def tell(racing: list[Rival]) -> None:
    print(f"{'':32} {'replies/s':>10} {'min':>7} {'max':>7} {'CPU ms/turn':>12} {'RSS MB':>7}")
    for rival in racing:
        print(
            f"{rival.name:32} {rival.median:>10,.0f} {min(rival.rates):>7,.0f}"
            f" {max(rival.rates):>7,.0f} {statistics.median(rival.cpu):>12.2f}"
            f" {max(rival.memory):>7.0f}"
        )
    plain = [rival for rival in racing if "plain" in rival.name]
    if plain:
        best = max(plain, key=lambda rival: rival.median)
        for rival in (one for one in racing if one.name.startswith(OURS)):
            ratios = [ours / other for ours, other in zip(rival.rates, best.rates, strict=True)]
            print(
                f"{rival.name} to {best.name}: median {statistics.median(ratios):.2f}"
                f" ({min(ratios):.2f} to {max(ratios):.2f}); asked: ≥ 2"
            )
    print(f"RSS of ours at the end: {max(racing[0].memory):.0f} MB; asked: ≤ 130")


if __name__ == "__main__":
    main()
