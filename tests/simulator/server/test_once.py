from __future__ import annotations

import asyncio

from bot.simulator.server.once import Once


async def test_who_asks_meanwhile_waits_for_the_same() -> None:
    begun, done = 0, asyncio.Event()

    async def deed() -> None:
        nonlocal begun
        begun += 1
        await done.wait()

    once = Once(deed)
    asking = [asyncio.create_task(once()) for _ in range(2)]
    await asyncio.sleep(0)
    asking[0].cancel()
    await asyncio.sleep(0)
    assert (begun, asking[1].done()) == (1, False)
    done.set()
    await asking[1]
    await once()
    assert begun == 2
