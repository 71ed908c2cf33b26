"""The simulator as a server on loopback: the Bot API, the control API and the page."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.simulator.api.asgi import HttpBotApi
from bot.simulator.api.webhook import WebhookSender
from bot.simulator.server.control import control_app
from bot.simulator.server.guard import LOOPBACK, Guard
from bot.simulator.world.world import World
from bot.wire.http import serving

OnReset = Callable[[], Awaitable[None]]


def make_app(world: World, *, on_reset: OnReset | None = None) -> ASGIApp:
    api, control = HttpBotApi(world.state), control_app(world, on_reset)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(("/bot", "/file/bot")):
            await api(scope, receive, send)
        else:
            await control(scope, receive, send)

    return Guard(app)


@contextlib.asynccontextmanager
async def running(
    world: World,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    on_reset: OnReset | None = None,
) -> AsyncIterator[str]:
    """The simulator beside other work of the same loop; gives its URL."""
    if host not in LOOPBACK:
        raise ValueError(f"the simulator listens on loopback only, not on {host}")
    world.state.open()
    webhook = asyncio.create_task(WebhookSender(world.state).run())
    try:
        async with serving(make_app(world, on_reset=on_reset), host, port) as url:
            yield url
            world.state.close()  # lets go of long polls, for which the server would wait
    finally:
        webhook.cancel()
        world.state.close()
        await asyncio.gather(webhook, return_exceptions=True)
