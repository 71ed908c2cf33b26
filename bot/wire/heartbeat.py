"""A dead man's switch: whoever hears nothing any more raises the alarm.

The form is healthchecks.io's: a GET of the address says all is well, one of …/fail that it is not.
"""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

import aiohttp

from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.pulse import Pulse

EVERY = 60.0  # seconds
PATIENCE = aiohttp.ClientTimeout(total=10.0)


async def keep_beating(url: str, pulse: Pulse, *, every: float = EVERY) -> None:
    """Until cancelled; silent while the bot does not serve."""
    heard = True
    while True:
        if not pulse.troubles():
            reason = await _get(url)
            if reason is not None and heard:  # each minute anew would bury all else
                record(Action.HEARTBEAT_FAILED, reason=reason)
            heard = reason is None
        await asyncio.sleep(every)


async def tell_failed(url: str) -> None:
    """The process is about to end by a fault."""
    parts = urlsplit(url)
    reason = await _get(parts._replace(path=f"{parts.path.rstrip('/')}/fail").geturl())
    if reason is not None:
        record(Action.HEARTBEAT_FAILED, reason=reason)


async def _get(url: str) -> str | None:
    """Why it was not heard. Never with the address: whoever knows it can feign all is well."""
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as session,
            session.get(url) as answer,
        ):
            return None if answer.ok else f"HTTP {answer.status}"
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        return type(error).__name__
