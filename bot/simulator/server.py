"""The simulator as a server on loopback: the Bot API, the control API and the page."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.simulator.bot_api import BotApi
from bot.simulator.control import control_app
from bot.simulator.guard import LOOPBACK, Guard
from bot.simulator.webhook import Webhook
from bot.simulator.world import World

OnReset = Callable[[], Awaitable[None]]


class PortTakenError(OSError):
    """Somebody else listens there already."""


def make_app(world: World, *, on_reset: OnReset | None = None) -> ASGIApp:
    api, control = BotApi(world), control_app(world, on_reset)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(("/bot", "/file/bot")):
            await api(scope, receive, send)
        else:
            await control(scope, receive, send)

    return Guard(app)


async def serve(
    world: World,
    host: str = "127.0.0.1",
    port: int = 8080,
    *,
    on_reset: OnReset | None = None,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serves until cancelled. Tells on_ready the address, which port 0 leaves open."""
    async with running(world, host, port, on_reset=on_reset) as url:
        if on_ready is not None:
            on_ready(url)
        await asyncio.Event().wait()


@contextlib.asynccontextmanager
async def running(
    world: World,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    on_reset: OnReset | None = None,
) -> AsyncIterator[str]:
    """The simulator beside other work of the same loop; gives its URL."""
    listener = _listen(host, port)
    world.open()
    server = _Server(
        uvicorn.Config(
            make_app(world, on_reset=on_reset),
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=1,
        )
    )
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    webhook = asyncio.create_task(Webhook(world).run())
    try:
        while not server.started and not serving.done():
            await asyncio.sleep(0.01)
        if serving.done():
            serving.result()
        name = "localhost" if ":" in host else host
        yield f"http://{name}:{listener.getsockname()[1]}"
    finally:
        webhook.cancel()
        server.should_exit = True
        world.close()
        await asyncio.gather(serving, webhook, return_exceptions=True)


def _listen(host: str, port: int) -> socket.socket:
    if host not in LOOPBACK:
        raise ValueError(f"the simulator listens on loopback only, not on {host}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named TCP, else asyncio does not switch off Nagle and every answer takes 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(1024)
    except OSError as error:
        listener.close()
        raise PortTakenError(error.errno, f"port {port} of {host} is taken") from error
    return listener


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are the host's business, not this server's."""
        yield
