"""The running bot, asked from outside: its health port, its heartbeat and systemd's socket."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from bot.wire.http import serving
from tests.process.bot import Bot, living
from tests.process.test_lock import take_the_lock_away
from tests.process.test_start import taken
from tests.process.test_trouble import until_said
from tests.support.waiting import until


def free_port() -> int:
    with taken() as listener:
        return int(listener.getsockname()[1])


async def ask(port: int, path: str) -> tuple[int, Any]:
    def get() -> tuple[int, Any]:
        with urlopen(f"http://127.0.0.1:{port}{path}") as answer:
            return answer.status, json.load(answer)

    return await asyncio.to_thread(get)


async def test_it_tells_how_it_is_while_it_polls(tmp_path: Path) -> None:
    port = free_port()
    async with living(tmp_path, HEALTH_LISTEN=f"127.0.0.1:{port}") as (_, bot):
        assert await ask(port, "/healthz") == (200, {"alive": True, "stuck": []})
        status, told = await ask(port, "/readyz")
        assert status == 200
        assert told["ready"]
        assert told["last_poll_s"] < 120
        code, _ = await asyncio.to_thread(bot.stop)
        assert code == 0


async def test_it_tells_that_telegram_has_not_answered_yet(tmp_path: Path) -> None:
    port, nobody = free_port(), free_port()
    url = f"http://127.0.0.1:{nobody}"
    bot = Bot(url, tmp_path, settings={"HEALTH_LISTEN": f"127.0.0.1:{port}"})
    bot.start()
    await until(lambda: "telegram_unreachable" in bot.said())
    assert await ask(port, "/healthz") == (200, {"alive": True, "stuck": []})
    with pytest.raises(HTTPError, match="503") as refused:
        await ask(port, "/readyz")
    told = {"ready": False, "troubles": ["Telegram has not answered since the start"]}
    assert json.load(refused.value) == told
    code, _ = await asyncio.to_thread(bot.stop)
    assert code == 0


async def test_a_taken_port_is_told_and_people_are_served(tmp_path: Path) -> None:
    with taken() as listener:
        port = listener.getsockname()[1]
        async with living(tmp_path, HEALTH_LISTEN=f"127.0.0.1:{port}") as (world, bot):
            assert f'action=health_unheard reason="cannot listen on 127.0.0.1:{port}' in bot.said()
            world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
            await until_said(world, accounts.ANI, 1)


@asynccontextmanager
async def a_watchman() -> AsyncIterator[tuple[str, list[str]]]:
    heard: list[str] = []

    async def hear(request: Request) -> Response:
        heard.append(request.url.path)
        return Response()

    async with serving(Starlette(routes=[Route("/{rest:path}", hear)]), "127.0.0.1", 0) as url:
        yield f"{url}/ping/abc", heard


async def test_the_heartbeat_and_an_end_by_a_fault(tmp_path: Path) -> None:
    async with a_watchman() as (url, heard), running(World(MovableClock())) as api:
        bot = Bot(api, tmp_path, settings={"HEARTBEAT_URL": url})
        bot.start()
        await until(bot.serving)
        await until(lambda: heard)
        code, _ = await asyncio.to_thread(bot.stop)
        assert code == 0
        assert heard == ["/ping/abc"], "a stop by order is no fault"
        bot.start()
        await until(bot.serving)
        take_the_lock_away(bot)
        assert await asyncio.to_thread(bot.wait) == 1
    assert heard[-1] == "/ping/abc/fail"
    assert "/ping/abc" not in bot.log.read_text()


@pytest.mark.parametrize("sign", ["READY=1", "WATCHDOG=1"])
async def test_systemd_is_told(sign: str, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as there:
        there.bind(str(tmp_path / "notify"))
        there.setblocking(False)
        systemd = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "100000"}
        async with living(tmp_path, **systemd) as (_, bot):
            await _heard(there, sign)
            # Read meanwhile: a socket holds few signs, and what finds no room in it is not sent.
            await asyncio.gather(asyncio.to_thread(bot.stop), _heard(there, "STOPPING=1"))


async def _heard(there: socket.socket, sign: str) -> None:
    said = ""
    while sign not in said:
        said = (await asyncio.get_running_loop().sock_recv(there, 99)).decode()
