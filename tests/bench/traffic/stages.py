"""Where the CPU goes: py-spy looks at the running bot some hundred times a second.

Only threads that run are counted, so waiting for the disk, a lock or the network is no stage.
Each stack counts for the part of the way it belongs to, and for the innermost matter in it. That
is a sample, trustworthy to two or three hundredths of the whole, and being looked at slows the
bot a little: compare shares, take the milliseconds from the other tables.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.bench.traffic.loads import Closed, Load
from tests.bench.traffic.meter import Figures
from tests.bench.traffic.mixed import Mixed
from tests.bench.traffic.racer import Failed, Ground, Racer, ground

SECONDS = 10.0
SETTLED = 2.0  # seconds after the first fetch
A_SECOND = 250
LOADS: dict[str, Load] = {
    "64-in-flight": Closed(64, seconds=SECONDS + 3),
    "1-in-flight": Closed(1, seconds=SECONDS + 3),
    "mixed": Mixed(seconds=SECONDS + 3),
}
# Of a stack, from the outside in: the first that any frame fits.
WAY = {
    "fetching": r"wire/intake",
    "storing": r"\bstore \(",
    "turns": r"\bserve\w* \(.*handlers/",
    "reading the outbox": r"\bdue \(",
    "marking as sent": r"\bsettle \(.*handlers/",
    "agenda": r"\btick \(",
    "sending": r"wire/(sender|client)",
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
    "threads": r"concurrent/futures|asyncio/threads|/threading\.py|/queue\.py",
    "loop": r"/asyncio/|selectors\.py|/bot/wire/",
}
REST = "other"


@dataclass(frozen=True)
class Stack:
    frames: tuple[str, ...]  # from the outside in, each `function (file:line)`
    seen: int

    @property
    def part(self) -> str:
        for frame in self.frames:
            for name, pattern in WAY.items():
                if re.search(pattern, frame):
                    return name
        return "event loop"

    @property
    def matter(self) -> str:
        for frame in reversed(self.frames):
            for name, pattern in MATTERS.items():
                if re.search(pattern, frame):
                    return name
        return REST


def tell(racers: list[Racer], folder: Path, database_url: str | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for racer in racers:
        for name, load in LOADS.items():
            file = folder / f"{racer.name.rpartition(' ')[2]}-{name}.raw"
            figures = asyncio.run(_watched(racer, load, file, database_url))
            print(f"\n{racer.name}: {load.title}\n{matrix(read(file), figures)}", flush=True)


async def _watched(racer: Racer, load: Load, file: Path, database_url: str | None) -> Figures:
    async with ground(racer, database_url=database_url) as place:
        figures, _ = await asyncio.gather(load.run(place), _look(place, file))
        await place.stop()
        return figures


async def _look(place: Ground, file: Path) -> None:
    while place.api.fetches == 0:
        await asyncio.sleep(0.05)
    await asyncio.sleep(SETTLED)
    spy = Path(sys.executable).with_name("py-spy")
    options = ["--format", "raw", "--full-filenames", "--rate", str(A_SECOND)]
    command = [str(spy), "record", *options, "--duration", str(round(SECONDS))]
    command += ["--pid", str(place.bot.process.pid), "--output", str(file)]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe)
    said, complained = await process.communicate()
    if process.returncode != 0:
        raise Failed(f"py-spy cannot look at the bot: {(complained or said).decode()[-500:]}")


def read(file: Path) -> list[Stack]:
    stacks = []
    for line in file.read_text(encoding="utf-8").splitlines():
        frames, _, seen = line.rpartition(" ")
        stacks.append(Stack(tuple(frames.split(";")), int(seen)))
    return stacks


def matrix(stacks: list[Stack], figures: Figures) -> str:
    """CPU ms a reply: the parts of the way down, what they are busy with across."""
    seen: Counter[tuple[str, str]] = Counter()
    for stack in stacks:
        seen[stack.part, stack.matter] += stack.seen
    each = figures.cpu_ms / seen.total()
    parts = [part for part in (*WAY, "event loop") if any(at == part for at, _ in seen)]
    matters = [name for name in (*MATTERS, REST) if any(at == name for _, at in seen)]
    lines = [f"{'CPU ms a reply':20}" + "".join(f"{name:>12}" for name in (*matters, "all"))]
    for part in parts:
        cells = [seen[part, matter] * each for matter in matters]
        lines.append(f"{part:20}" + "".join(f"{cell:>12.2f}" for cell in (*cells, sum(cells))))
    below = [sum(seen[part, matter] for part in parts) * each for matter in matters]
    lines.append(f"{'all':20}" + "".join(f"{cell:>12.2f}" for cell in (*below, sum(below))))
    rate = f"{figures.rate:,.0f} replies/s, {seen.total():,} stacks"
    return "\n".join((*lines, rate))
