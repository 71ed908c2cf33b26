"""Milliseconds from an update's arrival at the Bot API to the call that answers it.

    python -m tests.bench.wire_latency [--rates 5,40,200] [--seconds 10]

Every update comes from a chat of its own, at an even pace; the bot runs on core 0, the Bot API
(see wire_api.py) on core 1.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from pathlib import Path

from tests.bench import wire_api
from tests.bench.throughput import API_CORE, BOT_CORE, FIRST_CHAT, questions, replies, warm_up
from tests.process.bot import Bot


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rates", default="5,40,200")
    parser.add_argument("--seconds", type=float, default=10)
    options = parser.parse_args()
    os.sched_setaffinity(0, {API_CORE})
    print(f"{'updates/s':>10} {'p50 ms':>8} {'p99 ms':>8} {'max ms':>8}")
    for rate in map(float, options.rates.split(",")):
        taken = sorted(asyncio.run(measured(rate, options.seconds)))
        at = [taken[min(len(taken) - 1, len(taken) * part // 100)] for part in (50, 99, 100)]
        print(f"{rate:>10.0f}" + "".join(f" {seconds * 1000:>8.0f}" for seconds in at), flush=True)


async def measured(rate: float, seconds: float) -> list[float]:
    api = wire_api.Api()
    with tempfile.TemporaryDirectory() as name:
        async with wire_api.serving(api) as url:
            bot = Bot(url, Path(name), cores=[BOT_CORE], settings={"LOG_LEVEL": "INFO"})
            bot.start()
            try:
                await asyncio.to_thread(bot.wait_until_serving)
                await warm_up(api)
                return await _asked(api, rate, seconds)
            finally:
                bot.kill()


async def _asked(api: wire_api.Api, rate: float, seconds: float) -> list[float]:
    """The first reply to each chat counts: a long answer comes in several."""
    asked, sent_at = questions(), dict[int, float]()
    before, begun = len(api.replies), time.perf_counter()
    for number in range(round(rate * seconds)):
        await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
        sent_at[FIRST_CHAT + number] = time.perf_counter()
        api.put(FIRST_CHAT + number, asked[number % len(asked)])
    await replies(api, before + len(sent_at))
    first: dict[int, float] = {}
    for chat, at in api.replies[before:]:
        first.setdefault(chat, at)
    return [first[chat] - at for chat, at in sent_at.items() if chat in first]


if __name__ == "__main__":
    main()
