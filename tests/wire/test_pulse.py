"""What the bot shows of itself: the health port, the heartbeat, and systemd's watchdog."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.wire import heartbeat, systemd
from bot.wire.aside import GivenUp, keep_looking
from bot.wire.health import health_app
from bot.wire.http import serving
from bot.wire.pulse import PolledApi, Pulse
from bot.wire.run import Backend, in_background, run
from tests.support.waiting import until
from tests.wire.telegram import Durable, Telegram, client_of


class Stopwatch:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def pulse(watch: Stopwatch) -> Pulse:
    return Pulse(polls=True, monotonic=watch)


async def ask(url: str, path: str) -> tuple[int, Any]:
    async with aiohttp.ClientSession() as session, session.get(f"{url}{path}") as answer:
        return answer.status, await answer.json()


def loops_turn(backend: Backend) -> None:
    backend.commit((), ())
    backend.look((), 1)
    backend.make_next()
    backend.run_due()


async def test_a_bot_that_serves_is_ready(
    telegram: Telegram, durable: Durable, pulse: Pulse, watch: Stopwatch
) -> None:
    stop = asyncio.Event()
    api, backend = PolledApi(client_of(telegram), pulse), pulse.over(durable.backend)
    bot = asyncio.create_task(run(api, backend, stop))
    async with serving(health_app(pulse), "127.0.0.1", 0) as url:
        assert await ask(url, "/healthz") == (200, {"alive": True, "stuck": []})
        watch.seconds += 500
        await until(lambda: not pulse.stuck())
        telegram.says(telegram.person(), "/bantuan")  # else the poll takes its 25 seconds
        await until(lambda: not pulse.troubles())
        status, told = await ask(url, "/readyz")
    assert (status, told) == (200, {"ready": True, "troubles": [], "last_poll_s": 0.0})
    stop.set()
    await bot


async def test_a_silent_telegram_is_told_and_is_no_reason_to_restart(
    pulse: Pulse, durable: Durable, watch: Stopwatch
) -> None:
    backend = pulse.over(durable.backend)
    watch.seconds += 130
    loops_turn(backend)
    async with serving(health_app(pulse), "127.0.0.1", 0) as url:
        status, told = await ask(url, "/readyz")
        assert status == 503
        assert told["troubles"] == ["Telegram has not answered for 130 seconds"]
        assert (await ask(url, "/healthz"))[0] == 200
    assert Pulse(polls=False, monotonic=watch).troubles() == []


async def test_a_database_that_is_away_is_told_and_is_no_reason_to_restart(
    pulse: Pulse, durable: Durable, watch: Stopwatch
) -> None:
    backend = pulse.over(durable.backend)
    async with durable.without("inbox"):
        watch.seconds += 61
        with pytest.raises(Exception, match="no such table"):
            backend.commit((), ())
        backend.look((), 1)
        backend.make_next()
        backend.run_due()
    assert pulse.troubles() == ["the writer has failed for a minute; see its log"]
    assert pulse.stuck() == []
    loops_turn(backend)
    assert pulse.troubles() == []


async def test_a_loop_that_hangs_is_a_reason_to_restart(
    pulse: Pulse, durable: Durable, watch: Stopwatch
) -> None:
    backend = pulse.over(durable.backend)
    watch.seconds += 121
    backend.commit((), ())
    backend.make_next()
    backend.run_due()
    async with serving(health_app(pulse), "127.0.0.1", 0) as url:
        assert await ask(url, "/healthz") == (503, {"alive": False, "stuck": ["sender"]})


@contextlib.asynccontextmanager
async def listening(status: int = 200) -> AsyncIterator[tuple[str, list[str]]]:
    heard: list[str] = []

    async def hear(request: Request) -> Response:
        heard.append(
            str(request.url.path) + (f"?{request.url.query}" if request.url.query else "")
        )
        return Response(status_code=status)

    async with serving(Starlette(routes=[Route("/{rest:path}", hear)]), "127.0.0.1", 0) as url:
        yield url, heard


async def test_the_heart_beats_while_the_bot_serves(pulse: Pulse, watch: Stopwatch) -> None:
    async with listening() as (url, heard):
        async with in_background(heartbeat.keep_beating(f"{url}/ping/abc", pulse, every=0.01)):
            await until(lambda: len(heard) >= 2)
            watch.seconds += 130
            seen = -1
            while seen != len(heard):  # what was under way has come in
                seen = len(heard)
                await asyncio.sleep(0.1)
            pulse.polled()
            await until(lambda: len(heard) > seen)
        assert set(heard) == {"/ping/abc"}


async def test_a_fault_is_told_at_once() -> None:
    async with listening() as (url, heard):
        await heartbeat.tell_failed(f"{url}/ping/abc/?rid=1")
    assert heard == ["/ping/abc/fail?rid=1"]


async def test_whoever_does_not_hear_it_is_told_once_and_without_the_address(
    pulse: Pulse, caplog: pytest.LogCaptureFixture
) -> None:
    async with (
        listening(status=500) as (url, heard),
        in_background(heartbeat.keep_beating(f"{url}/rahasia", pulse, every=0.01)),
    ):
        await until(lambda: len(heard) >= 3)
    await heartbeat.tell_failed("http://127.0.0.1:9/rahasia")
    assert caplog.text.count("action=heartbeat_failed") == 2
    assert 'reason="HTTP 500"' in caplog.text
    assert "rahasia" not in caplog.text


@pytest.mark.parametrize("abstract", [False, True])
async def test_systemd_hears_it_as_long_as_no_loop_hangs(
    abstract: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pulse: Pulse,
    durable: Durable,
    watch: Stopwatch,
) -> None:
    backend = pulse.over(replace(durable.backend))
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as there:
        name = f"@bot-test-{tmp_path.name}-{id(there)}" if abstract else str(tmp_path / "notify")
        there.bind(name.replace("@", "\0"))
        there.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", name)
        monkeypatch.setenv("WATCHDOG_USEC", "20000")
        hear = asyncio.get_running_loop().sock_recv
        systemd.notify(systemd.READY)
        assert await hear(there, 99) == b"READY=1"
        async with in_background(systemd.keep_alive(pulse)):
            assert await hear(there, 99) == b"WATCHDOG=1"
            watch.seconds += 121
            await asyncio.sleep(0.1)
            with contextlib.suppress(BlockingIOError):
                while there.recv(99):
                    """Those from before."""
            await asyncio.sleep(0.1)
            with pytest.raises(BlockingIOError):
                there.recv(99)
            loops_turn(backend)
            assert await hear(there, 99) == b"WATCHDOG=1"


@pytest.mark.parametrize("usec", ["", "0", "²", "soon"])
async def test_without_systemd_nobody_is_told(
    usec: str, monkeypatch: pytest.MonkeyPatch, pulse: Pulse
) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    monkeypatch.setenv("WATCHDOG_USEC", usec)
    systemd.notify(systemd.READY)
    await systemd.keep_alive(pulse)  # ends at once
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere/notify")
    systemd.notify(systemd.READY)


async def test_work_beside_the_loops_fails_alone_and_is_given_up_at_a_stop(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.wire.aside.LOOK", 0.0)
    ended: list[str] = []

    def work(between: Callable[[], None]) -> None:
        if not ended:
            ended.append("failed")
            raise ValueError("kenari")
        ended.append("begun")
        try:
            while True:
                between()
        except GivenUp:
            ended.append("given up")
            raise

    async with in_background(keep_looking("backup", work)):
        await until(lambda: "begun" in ended)
    await until(lambda: "given up" in ended)
    assert "action=task_failed what=backup error=ValueError" in caplog.text
    assert "kenari" not in caplog.text
