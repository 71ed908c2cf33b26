"""What goes wrong around the bot and people must hear of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.wire.log import record
from bot.wire.log_actions import Action


@dataclass(frozen=True)
class ClockWrong:
    ahead: timedelta  # of Telegram's time; below zero it is behind


@dataclass(frozen=True)
class AnotherBot:
    """Another process uses the token as well."""

    gives_way: bool  # this one, in a minute


@dataclass(frozen=True)
class WebhookTaken:
    """Somebody removed our webhook or set another; it is as we want it again."""


@dataclass(frozen=True)
class WebhookFails:
    """Telegram cannot bring us what waits there."""

    pending: int


Trouble = ClockWrong | AnotherBot | WebhookTaken | WebhookFails

Tell = Callable[[Trouble], None]
"""Lets the desk and the admins know, once a day for each sort. Takes its time."""


async def let_know(tell: Tell, trouble: Trouble) -> None:
    """Whoever watches goes on, though the database be away."""
    try:
        await asyncio.to_thread(tell, trouble)
    except Exception as error:  # noqa: BLE001 - the log has it, and the loops will say why
        record(Action.TROUBLE_UNTOLD, trouble=type(trouble).__name__, error=error)
