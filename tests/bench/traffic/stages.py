"""Where the CPU goes, by part of the way and by matter.

The kernel counts exactly what the main thread used, which is the event loop, and what all others
did. Then py-spy looks, not often, for it must stop every thread to do so, at who holds Python's
lock (the GIL) and where they are: that count is spread over what was seen. What is used without
the lock, by the database's C code and by system calls, is spread with it; it was a tenth.
A cell is good to some three hundredths of the whole.
"""

from __future__ import annotations

import asyncio
import operator
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench.traffic.loads import Closed, Load
from tests.bench.traffic.mixed import Mixed
from tests.bench.traffic.racer import Failed, Ground, Racer, ground

SECONDS = 25
A_SECOND = 60
COUNTED = 8.0  # seconds in which the kernel's count is taken, before anybody looks
SETTLED = 2.0  # after the first fetch
ALL = SECONDS + COUNTED + SETTLED + 5
LOADS: dict[str, Load] = {
    "64-in-flight": Closed(64, seconds=ALL),
    "1-in-flight": Closed(1, seconds=ALL),
    "mixed": Mixed(seconds=ALL, warm_up=1.0),
}
# Of a stack, from the outside in: the first that any frame fits.
PARTS = {
    "fetching": r"wire/intake",
    "storing": r"\b(add|add_new|store) \(|\bflush \(.*storage/inbox",
    "turns": r"\bserve\w* \(.*handlers/",
    "reading the outbox": r"\blook \(",
    "marking as sent": r"\b(write_down|record_results) \(",
    "committing": r"handlers/group_commit",
    "agenda": r"\brun_due \(",
    "sending": r"wire/(sender|client|deliver)",
}
# Of a frame, from the inside out.
MATTERS = {
    "driver": r"sqlalchemy/engine/default\.py|sqlalchemy/dialects/|psycopg|\bsqlite3/",
    "SQLAlchemy": r"/(sqlalchemy|sqlmodel)/",
    "own SQL": r"/storage/",
    "JSON": r"/json/|lenient_json",
    "parsing": r"/telegram/(?!request|_bot\.py)|parse_update",
    "HTTP": r"/(aiohttp|yarl|multidict|httpx|httpcore|anyio)/|/telegram/|wire/client",
    "matching": r"/faq/",
    "turn": r"/handlers/|/bot/(words|rules)/",
    "hops": r"concurrent/futures|asyncio/threads|/threading\.py|/queue\.py|_to_self",
    "loop": r"/asyncio/|selectors\.py|/bot/wire/",
}
LOOP, THREADS = "event loop", "other threads"


@dataclass(frozen=True)
class Stack:
    frames: tuple[str, ...]  # from the outside in, each `function (file:line)`
    seen: int

    @property
    def in_loop(self) -> bool:
        """The loop's is the main thread; the others begin in threading.py."""
        return "threading.py" not in self.frames[0]

    @property
    def part(self) -> str:
        for frame in self.frames:
            for name, pattern in PARTS.items():
                if re.search(pattern, frame):
                    return name
        return LOOP if self.in_loop else THREADS

    @property
    def matter(self) -> str:
        for frame in reversed(self.frames):
            for name, pattern in MATTERS.items():
                if re.search(pattern, frame):
                    return name
        return "other"


@dataclass(frozen=True)
class Look:
    """`rate`: replies a second when it is not looked at; CPU in ms each, as the kernel counts."""

    stacks: list[Stack]
    rate: float
    loop: float
    threads: float


def tell(racers: list[Racer], folder: Path, database_url: str | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for racer in racers:
        for name, load in LOADS.items():
            file = folder / f"{racer.name.rpartition(' ')[2]}-{name}.raw"
            look = asyncio.run(_watched(racer, load, file, database_url))
            print(f"\n{racer.name}: {load.title}\n{matrix(look)}", flush=True)


async def _watched(racer: Racer, load: Load, file: Path, database_url: str | None) -> Look:
    async with ground(racer, database_url=database_url) as place:
        running = asyncio.create_task(load.run(place))
        try:
            while place.api.fetches == 0 and not running.done():
                await asyncio.sleep(0.05)
            look = await _look(place, file)
            await running
        finally:
            running.cancel()
        await place.stop()
        return look


async def _look(place: Ground, file: Path) -> Look:
    await asyncio.sleep(SETTLED)
    spy = str(Path(sys.executable).with_name("py-spy"))
    command = [spy, "record", "--gil", "--format", "raw", "--full-filenames"]
    command += ["--rate", str(A_SECOND), "--duration", str(SECONDS), "--output", str(file)]
    command += ["--pid", str(place.bot.process.pid)]
    pipe = asyncio.subprocess.PIPE
    counted = _used(place)
    await asyncio.sleep(COUNTED)
    before = _used(place)
    seconds, replies, loop, threads = map(operator.sub, before, counted)
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe)
    _, complained = await process.communicate()
    if process.returncode != 0:
        raise Failed(f"py-spy cannot look at the bot: {complained.decode()[-500:]}")
    each = 1000 / replies
    return Look(_read(file), replies / seconds, loop * each, threads * each)


def _used(place: Ground) -> tuple[float, float, float, float]:
    """The time, messages so far, and the CPU of the main thread and of all others so far."""
    process = psutil.Process(place.bot.process.pid)
    cpu = {one.id: one.user_time + one.system_time for one in process.threads()}
    loop = cpu.pop(process.pid)
    return time.perf_counter(), place.api.messages, loop, sum(cpu.values())


def _read(file: Path) -> list[Stack]:
    stacks = []
    for line in file.read_text(encoding="utf-8").splitlines():
        frames, _, seen = line.rpartition(" ")
        stacks.append(Stack(tuple(frames.split(";")), int(seen)))
    return stacks


Cells = defaultdict[tuple[str, str], float]


def matrix(look: Look) -> str:
    """CPU ms a reply: the parts of the way down, what they are busy with across."""
    cells: Cells = defaultdict(float)
    for in_loop, used in ((True, look.loop), (False, look.threads)):
        stacks = [stack for stack in look.stacks if stack.in_loop is in_loop]
        each = used / max(1, sum(stack.seen for stack in stacks))
        for stack in stacks:
            cells[stack.part, stack.matter] += stack.seen * each
    return _laid_out(cells) + f"\n{look.rate:,.0f} replies/s"


def _laid_out(cells: Cells) -> str:
    parts = [part for part in (*PARTS, LOOP, THREADS) if any(at == part for at, _ in cells)]
    matters = [name for name in (*MATTERS, "other") if any(at == name for _, at in cells)]
    lines = [f"{'CPU ms a reply':20}" + "".join(f"{name:>11}" for name in (*matters, "all"))]
    for part in parts:
        row = [cells[part, matter] for matter in matters]
        lines.append(f"{part:20}" + "".join(f"{cell:>11.2f}" for cell in (*row, sum(row))))
    below = [sum(cells[part, matter] for part in parts) for matter in matters]
    lines.append(f"{'all':20}" + "".join(f"{cell:>11.2f}" for cell in (*below, sum(below))))
    return "\n".join(lines)
