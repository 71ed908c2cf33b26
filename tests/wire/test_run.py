"""The loops together, by polling and by webhook: started, watched and stopped in order."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import io
import json
import logging
import socket
from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import pytest

from bot.wire import memory
from bot.wire.http import PortTakenError, serving
from bot.wire.intake import TokenRefused
from bot.wire.run import LoopFailed, in_background, run, until_stopped
from bot.wire.way import Webhook
from bot.wire.webhook import LARGEST_BODY, SECRET_HEADER, webhook_app
from tests.support.waiting import until
from tests.wire.telegram import Durable, Telegram, client_of

SECRET = "rahasia-webhook"


@contextlib.asynccontextmanager
async def running_bot(
    telegram: Telegram, durable: Durable, webhook: Webhook | None = None
) -> AsyncIterator[None]:
    stop, ready = asyncio.Event(), asyncio.Event()
    bot = asyncio.create_task(
        run(client_of(telegram), durable.backend, stop, webhook=webhook, ready=ready.set)
    )
    try:
        await ready.wait()
        yield
    finally:
        stop.set()
        await bot


async def test_a_question_is_answered_and_a_stop_obeyed(
    telegram: Telegram, durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    ani = telegram.person()
    with caplog.at_level(logging.INFO, logger="bot"):
        async with running_bot(telegram, durable):
            telegram.says(ani, "/bantuan")
            await until(lambda: telegram.heard(ani))
            await until(lambda: not durable.unsent())
    assert "action=bot_started by=polling" in caplog.text
    assert "action=bot_stopped" in caplog.text


async def test_a_revoked_token_ends_it(
    telegram: Telegram, durable: Durable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.wire.intake.AFTER_REFUSAL", 0.0)
    telegram.revoked = True
    with pytest.raises(TokenRefused):
        await run(client_of(telegram), durable.backend, asyncio.Event())


async def test_a_loop_that_fails_ends_it_and_is_told_by_its_place(
    telegram: Telegram, durable: Durable
) -> None:
    broken = replace(durable.backend, look=lambda busy, limit: ["kenari"])  # type: ignore[arg-type, return-value]
    with pytest.raises(LoopFailed) as failed:
        await run(client_of(telegram), broken, asyncio.Event())
    told = str(failed.value)
    assert told.startswith("the writer failed: AttributeError at bot/wire/sender.py:")
    assert "kenari" not in told


async def test_by_webhook_stored_before_200(telegram: Telegram, durable: Durable) -> None:
    ani = telegram.person()
    telegram.says(ani, "/bantuan")
    (update,) = telegram.updates()
    port = free_port()
    hook = Webhook("https://example.org/hook", SECRET, "127.0.0.1", port)
    async with running_bot(telegram, durable, hook), aiohttp.ClientSession() as session:
        right = {SECRET_HEADER: SECRET}
        url = f"http://127.0.0.1:{port}/hook"

        async def post(body: bytes, headers: dict[str, str], at: str = "") -> int:
            data = io.BytesIO(body)
            async with session.post(
                f"{url}{at}", data=data, headers=headers, allow_redirects=False
            ) as answer:
                return answer.status

        body = json.dumps(update).encode()
        assert await post(body, right, at="/") == 404, "a slash more is another address"
        assert await post(body, {}) == 403
        assert await post(body, {SECRET_HEADER: "salah"}) == 403
        assert await post(b"x" * (LARGEST_BODY + 1), right) == 413
        assert durable.inbox() == []
        assert await post(body, right) == 200
        assert [row.update_id for row in durable.inbox()] == [update["update_id"]]
        assert await post(body, right) == 200
        assert len(durable.inbox()) == 1
        await until(lambda: telegram.heard(ani))


async def test_what_could_not_be_stored_is_not_acknowledged(
    durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    app = webhook_app("/hook", SECRET, durable.keep)
    async with (
        serving(app, "127.0.0.1", 0) as url,
        aiohttp.ClientSession(headers={SECRET_HEADER: SECRET}) as session,
    ):
        async with (
            durable.without("inbox"),
            session.post(f"{url}/hook", json={"update_id": 77}) as answer,
        ):
            assert answer.status == 503
        assert "action=store_failed update=77 error=OperationalError" in caplog.text
        async with session.post(f"{url}/hook", data=b"[1, kenari") as answer:
            assert answer.status == 200, "whoever knows the secret is Telegram"
    assert [row.status.value for row in durable.inbox()] == ["dead"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_a_port_that_is_taken_or_none_at_all() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"127.0.0.1:{port}: .*another"):
            async with serving(nothing, "127.0.0.1", port):
                raise AssertionError
    with pytest.raises(PortTakenError, match="no such address"):
        async with serving(nothing, "127.0.0.1", 1 << 20):
            raise AssertionError


async def nothing(*_: object) -> None:
    """An application that is never asked."""


async def test_what_is_waited_for_is_given_up_at_a_stop() -> None:
    stop = asyncio.Event()
    assert await until_stopped(stop, asyncio.sleep(0, "satu")) == "satu"
    waiting = asyncio.create_task(until_stopped(stop, asyncio.sleep(3600, "dua")))
    await asyncio.sleep(0)
    stop.set()
    assert await waiting is None


async def test_what_runs_in_the_background_ends_with_the_block() -> None:
    ended: list[str] = []

    async def behind() -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            ended.append("satu")

    async with in_background(behind()):
        await asyncio.sleep(0)
    assert ended == ["satu"]


def test_memory_may_be_given_back_at_any_time() -> None:
    before = gc.get_threshold()
    try:
        memory.one_arena()
        memory.trim_after_start()
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
