"""The first words with Telegram: who we are, how updates are to come, which menus we have."""

from __future__ import annotations

import asyncio

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.wire.classify_error import reason_of
from bot.wire.client import Client
from bot.wire.intake import TokenRefused
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.ptb_private import retry_after
from bot.wire.way import Webhook, set_webhook, take_webhook_away


async def start_up(client: Client, webhook: Webhook | None) -> str:
    """Says hello until Telegram answers, and how updates are to come; the bot's username.

    Raises TokenRefused or WebhookRefused.
    """
    pause = 1.0
    while True:
        try:
            username = await _username(client)
            await _choose_way(client, webhook)
            return username
        except InvalidToken:
            raise TokenRefused from None
        except RetryAfter as error:
            pause = retry_after(error)
        except TelegramError as error:
            pause = min(pause * 2, 30.0)
            record(Action.TELEGRAM_UNREACHABLE, reason=reason_of(error), retry_s=pause)
        await asyncio.sleep(pause)


async def _username(client: Client) -> str:
    me = await client.call("getMe", {})
    username = me.get("username") if isinstance(me, dict) else None
    if not isinstance(username, str):
        raise NetworkError("no answer of the Bot API")
    return username


class WebhookRefused(Exception):
    """Telegram does not take WEBHOOK_URL; its own words say why."""


async def _choose_way(client: Client, webhook: Webhook | None) -> None:
    if webhook is None:
        await take_webhook_away(client)
        return
    try:
        await set_webhook(client, webhook)
    except BadRequest as error:
        raise WebhookRefused(f"WEBHOOK_URL: Telegram refuses it: {error.message}") from None


async def set_menus(client: Client, menus: list[dict[str, object]]) -> None:
    """Those that are not as they were last set; what Telegram does not take stops nothing."""
    for menu in menus:
        scope = {"scope": menu["scope"]}
        try:
            if await client.call("getMyCommands", scope) == menu["commands"]:
                continue
            if menu["commands"]:
                await client.call("setMyCommands", menu)
            else:
                await client.call("deleteMyCommands", scope)
        except TelegramError as error:
            record(Action.MENU_REFUSED, reason=reason_of(error))
