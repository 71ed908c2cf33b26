"""Whether Telegram still brings updates: anybody with the token can change where to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from telegram.error import TelegramError

from bot.wire.client import Client
from bot.wire.rivalry import ALONE, LEAST, AnotherBotServes, Contest, Rivalry
from bot.wire.trouble import AnotherBot, Trouble, WebhookFails, WebhookTaken
from bot.wire.way import Webhook, set_webhook
from bot.wire.webhook_watch import WebhookWatch
from tests.wire.telegram import Telegram, client_of

HOOK = Webhook("https://example.org/hook", "rahasia", "127.0.0.1", 0)
THEIRS = "https://example.com/theirs"


class Watched:
    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.client: Client = client_of(telegram)
        self.at = 5000.0
        self.told: list[Trouble] = []
        contest = Contest(self.told.append, Rivalry(lambda: self.at, lambda: 0.0))
        self.watch = WebhookWatch(self.client, HOOK, contest)

    async def looks(self, times: int = 1, every: float = 60.0) -> None:
        for _ in range(times):
            self.at += every
            await self.watch.look()

    async def url(self) -> str:
        return str((await self.client.call("getWebhookInfo", {}))["url"])

    @property
    def hook(self) -> dict[str, Any]:
        hook = self.telegram.world.state.updates.webhook
        assert hook is not None
        return hook

    def fails(self, reason: str) -> None:
        self.telegram.world.state.clock.advance(timedelta(seconds=60))  # type: ignore[attr-defined]
        self.hook["last_error_date"] = int(self.telegram.world.state.clock.now().timestamp())
        self.hook["last_error_message"] = reason


@pytest.fixture
async def watched(telegram: Telegram) -> Watched:
    watched = Watched(telegram)
    await set_webhook(watched.client, HOOK)
    await watched.looks(int(ALONE / 60) + 1)
    return watched


@pytest.mark.parametrize("url", ["", THEIRS])
async def test_removed_or_replaced_it_is_set_again(
    watched: Watched, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    await watched.client.call("setWebhook", {"url": url})
    await watched.looks()
    assert await watched.url() == HOOK.url
    assert watched.hook["secret"] == HOOK.secret
    assert watched.told == [WebhookTaken()]
    assert f"action=webhook_taken how={'replaced' if url else 'removed'}" in caplog.text


async def test_as_often_as_it_is_taken(watched: Watched) -> None:
    for _ in range(30):
        await watched.client.call("setWebhook", {"url": THEIRS})
        await watched.looks(every=10)
        assert await watched.url() == HOOK.url
    assert AnotherBot(gives_way=False) in watched.told


async def test_whoever_came_later_gives_way(telegram: Telegram) -> None:
    watched = Watched(telegram)
    await set_webhook(watched.client, HOOK)
    await watched.looks()
    await watched.client.call("setWebhook", {"url": THEIRS})
    await watched.looks(every=10)
    assert await watched.url() == HOOK.url, "once may be anybody's trial by hand"
    await watched.client.call("setWebhook", {"url": THEIRS})
    await watched.looks(3, every=10)
    assert await watched.url() == THEIRS
    assert AnotherBot(gives_way=True) in watched.told
    with pytest.raises(AnotherBotServes):
        await watched.looks(every=LEAST)


async def test_what_telegram_cannot_bring_is_said_in_one_line(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    reason = "SSL error {error:0A000086:SSL routines::certificate verify failed}"
    for look in range(6):
        watched.telegram.pushes({"message": {"text": "kenari"}})
        watched.fails(reason)
        await watched.looks()
        assert caplog.text.count("action=webhook_fails") == (1 if look < 2 else 2)
    assert f'reason="{reason}"' in caplog.text
    assert watched.told == [WebhookFails(pending=3)]
    assert "kenari" not in caplog.text


async def test_failures_of_yesterday_are_no_news(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    watched = Watched(telegram)
    await set_webhook(watched.client, HOOK)
    watched.fails("Connection refused")
    await watched.looks(3)
    assert watched.told == []
    assert "webhook_fails" not in caplog.text


async def test_more_and_more_that_waits_is_said(watched: Watched) -> None:
    for _ in range(4):
        for _ in range(5):
            watched.telegram.pushes({"message": {"text": "kenari"}})
        await watched.looks()
    assert watched.told == [WebhookFails(pending=15)]
    await watched.looks()
    assert len(watched.told) == 1


async def test_our_address_with_anothers_secret(watched: Watched) -> None:
    await watched.client.call("setWebhook", {"url": HOOK.url, "secret_token": "lain"})
    watched.fails("Wrong response from the webhook: 403 Forbidden")
    await watched.looks()
    assert watched.hook["secret"] == HOOK.secret


async def test_a_telegram_that_does_not_answer_is_asked_again(watched: Watched) -> None:
    watched.telegram.away = True
    with pytest.raises(TelegramError):
        await watched.looks()
    watched.telegram.away = False
    await watched.looks()
    assert watched.told == []
