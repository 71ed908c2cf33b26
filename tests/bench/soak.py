"""Mixed traffic for a long while: whether the bot's memory stays, and nobody waits longer later.

    python -m tests.bench.soak [--minutes 20] [--rate 20] [--database-url URL]

A line for each two minutes: updates, waiting, CPU and resident memory.
"""

from __future__ import annotations

import argparse
import asyncio
import os

from tests.bench.traffic.loads import at_random
from tests.bench.traffic.meter import Figures, Meter
from tests.bench.traffic.mixed import Day
from tests.bench.traffic.racer import API_CORE, PINNED, bot_of, ground
from tests.process.bot import ROOT

PART = 120.0  # seconds
THINKING = (0.5, 1.5)  # as in tests.bench.traffic.mixed


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--database-url", help="PostgreSQL in which to make a database")
    options = parser.parse_args()
    if PINNED:
        os.sched_setaffinity(0, {API_CORE})
    asyncio.run(soak(options.minutes * 60, options.rate, options.database_url))


async def soak(seconds: float, rate: float, database_url: str | None) -> None:
    async with ground(bot_of(ROOT), database_url=database_url) as place:
        await place.start()
        day = Day(place.api, THINKING)
        print("  minute   updates   p50 ms   p99 ms   CPU ms   end MB   others %", flush=True)
        try:
            for part in range(round(seconds / PART)):
                meter, begin = Meter(place.bot), len(day.waits)
                await at_random(rate, PART, day.act)
                waits = [wait for _, wait in day.waits[begin:]]
                print(_line((part + 1) * PART / 60, meter.read(len(waits), waits)), flush=True)
            await place.until(lambda: not day.waiting, "somebody waits in vain")
            print(f"{day.confirmed} tickets went their whole way; nobody waits", flush=True)
        finally:
            day.end()
        await place.stop()


def _line(minute: float, figures: Figures) -> str:
    return (
        f"{minute:8.0f}{figures.replies:10}{figures.wait_ms(50):9.1f}{figures.wait_ms(99):9.1f}"
        f"{figures.cpu_ms:9.2f}{figures.end_mb:9.0f}{figures.others_share * 100:11.0f}"
    )


if __name__ == "__main__":
    main()
