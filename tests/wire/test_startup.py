"""The first words with Telegram, and the menus."""

from __future__ import annotations

import asyncio

import pytest

from bot.wire.client import Client
from bot.wire.intake import TokenRefused
from bot.wire.startup import WebhookRefused, set_menus, start_up
from bot.wire.way import ALLOWED, Webhook
from tests.support.waiting import until
from tests.wire.telegram import BOT_USERNAME, TOKEN, Telegram, client_of
from tests.wire.test_transport import Proxy

HOOK = Webhook("https://example.org/hook", "rahasia", "127.0.0.1", 0)


async def test_a_poller_says_who_it_is_and_takes_a_webhook_away(telegram: Telegram) -> None:
    client = client_of(telegram)
    await client.call("setWebhook", {"url": HOOK.url})
    assert await start_up(client, None) == BOT_USERNAME
    assert (await client.call("getWebhookInfo", {}))["url"] == ""


async def test_a_webhook_is_set(telegram: Telegram) -> None:
    client = client_of(telegram)
    assert await start_up(client, HOOK) == BOT_USERNAME
    info = await client.call("getWebhookInfo", {})
    assert info["url"] == HOOK.url
    assert info["allowed_updates"] == ALLOWED


async def test_a_webhook_that_telegram_does_not_take(telegram: Telegram) -> None:
    telegram.fails("refusal", method="setWebhook", words="bad webhook: port is not allowed")
    with pytest.raises(WebhookRefused, match="port is not allowed"):
        await start_up(client_of(telegram), HOOK)


async def test_a_refused_token(telegram: Telegram) -> None:
    telegram.revoked = True
    with pytest.raises(TokenRefused):
        await start_up(client_of(telegram), None)


async def test_it_asks_until_telegram_answers(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.fails("flood", method="getMe", retry_after=1)
    telegram.away = True
    started = asyncio.create_task(start_up(client_of(telegram), None))
    await until(lambda: "action=telegram_unreachable reason=Conn" in caplog.text)
    telegram.away = False
    assert await started == BOT_USERNAME


@pytest.mark.parametrize("result", [b"true", b"[]", b"{}", b'{"username":7}', b"null"])
async def test_who_answers_without_a_name_is_not_telegram(
    telegram: Telegram, caplog: pytest.LogCaptureFixture, result: bytes
) -> None:
    proxy = Proxy(telegram, 200, b'{"ok":true,"result":' + result + b"}")
    client = Client(TOKEN, api_url="http://telegram", transport=proxy)
    started = asyncio.create_task(start_up(client, None))
    await until(lambda: "action=telegram_unreachable" in caplog.text)
    started.cancel()
    assert 'reason="no answer of the Bot API"' in caplog.text


async def test_a_server_without_webhooks_is_polled_all_the_same(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.fails("refusal", method="deleteWebhook", words="method not found")
    assert await start_up(client_of(telegram), None) == BOT_USERNAME
    assert "action=webhook_kept" in caplog.text


async def test_a_menu_that_is_not_taken_stops_nothing(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    client = client_of(telegram)
    menu: dict[str, object] = {
        "commands": [{"command": "start", "description": "Mulai"}],
        "scope": {"type": "default"},
    }
    telegram.fails("refusal", method="setMyCommands", words='wrong command "kenari" given')
    await set_menus(client, [menu, menu])
    assert await client.call("getMyCommands", {}) == menu["commands"]
    assert 'action=menu_refused reason="Wrong command … given"' in caplog.text
    assert "kenari" not in caplog.text
