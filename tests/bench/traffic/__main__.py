"""The bot under traffic as it comes, beside plain echo bots, all in one run.

    python -m tests.bench.traffic [--only closed,open,mixed,hanging,backlog] [--rounds 3]
        [--repo DIR]... [--bots bot,bare,aiogram,ptb] [--database-url URL] [--takes MS]
        [--stages FOLDER]

Ours stores each update, matches it with the real book, logs it, answers and marks it; an echo bot
just answers. Each runs alone on one core, the Bot API on the other, round after round. With
--repo the bot of another checkout runs too, or several. `--stages` tells instead where ours
spends its CPU, and keeps the stacks that were seen.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from sqlalchemy import make_url

from tests.bench.traffic import stages
from tests.bench.traffic.loads import Backlog, Closed, Hanging, Load, Open
from tests.bench.traffic.meter import Figures
from tests.bench.traffic.mixed import Mixed
from tests.bench.traffic.racer import (
    AIOGRAM,
    API_CORE,
    BARE,
    BOT_CORE,
    PINNED,
    PTB,
    Racer,
    bot_of,
    ground,
)
from tests.bench.traffic.table import Table
from tests.process.bot import ROOT

LOADS: list[Load] = [
    *(Closed(at_once, repeated) for at_once in (1, 8, 64) for repeated in (False, True)),
    *(Open(rate) for rate in (5, 20, 100)),
    Mixed(),
    *(Hanging(share) for share in (0.0, 0.02)),
    *(Backlog(updates) for updates in (2_000, 10_000)),
]
KINDS = ("closed", "open", "mixed", "hanging", "backlog")
RIVALS = {"bare": BARE, "aiogram": AIOGRAM, "ptb": PTB}


def main() -> None:
    options = _options()
    if PINNED:
        os.sched_setaffinity(0, {API_CORE})
    chosen = options.bots.split(",")
    racing = [racer for name, racer in RIVALS.items() if name in chosen]
    ours = [bot_of(home) for home in options.repo or [ROOT]]
    print(_heading(options.database_url), flush=True)
    if options.stages is not None:
        stages.tell(ours, options.stages, options.database_url)
    else:
        racing += ours if "bot" in chosen else []
        loads = [load for load in LOADS if load.kind in options.only.split(",")]
        _race(racing, loads, options)


def _race(racing: list[Racer], loads: list[Load], options: argparse.Namespace) -> None:
    tables = {load.title: Table(load.kind, load.title) for load in loads}
    for number in range(options.rounds):
        # Every round begins with another one, so that no one always follows the same.
        turn = number % len(racing)
        for load in loads:
            for racer in racing[turn:] + racing[:turn]:
                if racer.echo and not load.for_echo:
                    continue
                figures = asyncio.run(_run(racer, load, options))
                name = racer.name if racer.echo else f"{racer.name}{load.suffix}"
                tables[load.title].add(name, figures)
                print(f"{number + 1}: {load.title}: {name}: {figures.rate:.1f}/s", flush=True)
    for table in tables.values():
        print(f"\n{table}", flush=True)


async def _run(racer: Racer, load: Load, options: argparse.Namespace) -> Figures:
    takes = options.takes / 1000
    async with ground(racer, database_url=options.database_url, takes=takes) as place:
        figures = await load.run(place)
        await place.stop()
        return figures


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default=",".join(KINDS), help="which kinds of traffic")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--repo", type=Path, action="append", help="default: this checkout")
    parser.add_argument("--bots", default=",".join((*RIVALS, "bot")), help="who takes part")
    parser.add_argument("--database-url", help="PostgreSQL in which to make databases")
    parser.add_argument("--takes", type=float, default=0, help="ms until a message is sent")
    parser.add_argument("--stages", type=Path, help="CPU by stage; the stacks are kept there")
    return parser.parse_args()


def _heading(database_url: str | None) -> str:
    where = f"bot on core {BOT_CORE}, Bot API on core {API_CORE}" if PINNED else "one core for all"
    database = f"SQLite, synchronous=FULL, an fsync takes {_fsync_ms():.1f} ms"
    if database_url is not None:
        database = f"PostgreSQL at {make_url(database_url).host}"
    version = ".".join(map(str, sys.version_info[:3]))
    load = os.getloadavg()[0]
    return f"Python {version}; {where}; {database}; load before {load:.1f}; medians of the rounds"


def _fsync_ms() -> float:
    taken = []
    with tempfile.TemporaryFile() as file:
        for _ in range(20):
            file.write(bytes(4096))
            file.flush()
            begun = time.perf_counter()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - begun)
    return median(taken) * 1000


if __name__ == "__main__":
    main()
