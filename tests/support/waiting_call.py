"""A call of the local Bot API that waits: for updates, or as long as a fault takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.simulator.api.bot_api import LocalBotApi, unwrapped
from bot.simulator.api.params import Params
from bot.simulator.world.model import Json


async def waiting_call(bot_api: LocalBotApi, method: str, params: Mapping[str, Any]) -> Json:
    return unwrapped(await bot_api.reply_async(method, Params(params, {})))
