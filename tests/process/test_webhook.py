"""The webhook of a real process: what it refuses, and 500 strangers who only hold places."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from pathlib import Path

from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from tests.process.bot import Bot
from tests.support.waiting import until

SECRET = "rahasia"
STRANGERS = 500
WITH_SECRET = b"POST /hook HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: rahasia\r\n"
IN_CHUNKS = b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\n{\r\n" * 50_000
HALVES = (
    b"",
    b"POST /ho",
    b"POST /hook HTTP/1.1\r\nHost: x\r\nX-A: ",
    b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n{",
    WITH_SECRET + b"Content-Length: 900000\r\n\r\n{",
)


@contextlib.asynccontextmanager
async def hooked(folder: Path) -> AsyncIterator[tuple[World, tuple[str, int]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = probe.getsockname()
    listen = f"{place[0]}:{place[1]}"
    hook = {"WEBHOOK_URL": f"http://{listen}/hook", "WEBHOOK_SECRET": SECRET, "LISTEN": listen}
    world = World(MovableClock())
    async with running(world) as url:
        bot = Bot(url, folder, settings=hook)
        bot.start()
        try:
            await until(bot.serving)
            yield world, place
        finally:
            await asyncio.to_thread(bot.kill)


async def asked(place: tuple[str, int], request: bytes) -> bytes:
    """What the server says until it closes, or has said what it has."""
    reader, writer = await asyncio.open_connection(*place)
    writer.write(request)
    said = await reader.readuntil(b"\r\n\r\n")
    writer.close()
    return said


def post(secret: str = SECRET, path: str = "/hook", length: int = 2, body: bytes = b"{}") -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: {secret}\r\n"
    return f"{head}Content-Length: {length}\r\n\r\n".encode() + body


async def test_what_it_refuses_it_refuses_at_once(tmp_path: Path) -> None:
    async with hooked(tmp_path) as (_, place):
        for request, status in (
            (post("salah", length=900_000, body=b""), b"403"),  # before any of the body came
            (post("", length=900_000, body=b""), b"403"),
            (post(SECRET + "x"), b"403"),
            (b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}", b"403"),
            (post(path="/hook/"), b"404"),
            (post(path="/"), b"404"),
            (post(path="/hook/../hook"), b"404"),
            (b"GET /hook HTTP/1.1\r\nHost: x\r\n\r\n", b"405"),
            (b"DELETE /hook HTTP/1.1\r\nHost: x\r\n\r\n", b"405"),
            (WITH_SECRET + IN_CHUNKS, b"411"),
            (b"POST /hook HTTP/1.1\r\nHost: x\r\n" + IN_CHUNKS, b"403"),
            (post(length=1_100_000, body=bytes(1_100_000)), b"413"),
            (b"nonsense\r\n\r\n", b"400"),
            (b"GET /hook HTTP/1.1\r\nHost: x\r\nX-A: " + b"a" * 100_000, b"400"),
            (post(body=b"{}"), b"200"),
        ):
            said = await asked(place, request)
            assert said.split()[1] == status, (request[:80], said)
            assert b"server:" not in said.lower()
            assert len(said) < 300


async def test_five_hundred_half_open_connections_keep_nobody_out(tmp_path: Path) -> None:
    async with hooked(tmp_path) as (world, place):
        strangers: list[asyncio.StreamWriter] = []
        for number in range(STRANGERS):
            with contextlib.suppress(ConnectionError):
                _, writer = await asyncio.open_connection(*place)
                writer.write(HALVES[number % len(HALVES)])
                strangers.append(writer)
            if number % 50 == 25:
                world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
        world.people.say(accounts.BURHAN, accounts.BURHAN, "/bantuan")
        await until(lambda: answers(world, accounts.ANI) >= STRANGERS // 50)
        await until(lambda: answers(world, accounts.BURHAN) >= 1)
        for writer in strangers:
            writer.close()


def answers(world: World, chat: int) -> int:
    return sum(said.from_bot for said in world.state.messages(chat))
