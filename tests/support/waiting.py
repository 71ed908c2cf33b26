"""Waiting for what is to come, without a limit of its own.

A busy machine is slow, not wrong. What never comes is ended by pytest's timeout, which also shows
where everybody stood.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

LOOK_AGAIN = 0.005


async def until(true: Callable[[], object]) -> None:
    while not true():
        await asyncio.sleep(LOOK_AGAIN)
