"""Letting people know, though something is away."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import TelegramError

from bot.wire import database_watch, webhook_watch
from bot.wire.clock import WitnessedClock, watch_clock
from bot.wire.database_watch import DatabaseLost, last_words, watch_database
from bot.wire.rivalry import Contest
from bot.wire.trouble import Trouble, WebhookTaken, let_know
from bot.wire.way import Webhook
from bot.wire.webhook_watch import watch_webhook
from tests.support.waiting import until
from tests.wire.telegram import Telegram, client_of

HOOK = Webhook("https://example.org/hook", "rahasia", "127.0.0.1", 0)


def fails(*_: object) -> None:
    raise OSError("kenari")


async def test_what_cannot_be_told_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    await let_know(fails, WebhookTaken())
    assert "action=trouble_untold trouble=WebhookTaken error=OSError" in caplog.text
    assert "kenari" not in caplog.text


async def test_waits_that_could_not_be_released_are_tried_again(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.wire.clock.LOOK", 0.001)
    tries: list[int] = []
    passed = 7200.0

    def away() -> None:
        tries.append(1)
        if len(tries) < 3:
            fails()

    clock = WitnessedClock(steady=lambda: passed)
    clock.heard("Thu, 26 Nov 2026 04:00:00 GMT")
    stop = asyncio.Event()
    watch = asyncio.create_task(watch_clock(clock, away, lambda trouble: None, stop))
    await asyncio.sleep(0)
    passed -= 3600  # an hour back, as far as this clock is concerned
    await until(lambda: len(tries) >= 3)
    stop.set()
    await watch
    assert len(tries) == 3
    assert caplog.text.count("action=agenda_failed") == 2


async def test_the_webhook_is_looked_at_again_after_an_outage(
    telegram: Telegram, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook_watch, "LOOK", 0.001)
    told: list[Trouble] = []
    telegram.away = True
    stop = asyncio.Event()
    client = client_of(telegram)
    watch = asyncio.create_task(watch_webhook(client, HOOK, Contest(told.append), stop))
    await until(lambda: "action=webhook_unseen" in caplog.text)
    telegram.away = False
    await until(lambda: told)
    await until(lambda: telegram.world.state.updates.webhook)
    stop.set()
    await watch
    assert told == [WebhookTaken()]


async def test_a_lost_database_ends_the_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_watch, "LOOK", 0.001)
    looks = iter([None, None, "the file is gone"])
    with pytest.raises(DatabaseLost, match=r"the file is gone; stopped; .* start it again"):
        await watch_database(lambda: next(looks), asyncio.Event())


async def test_last_words_reach_whoever_can_be_reached(telegram: Telegram) -> None:
    ani = telegram.person()
    client = client_of(telegram)
    with pytest.raises(TelegramError):
        await client.call("sendMessage", {"chat_id": 999, "text": "satu"})
    await last_words(client, [999, ani], {"text": "satu"})
    assert telegram.heard(ani) == ["satu"]
