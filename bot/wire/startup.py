"""The first words with Telegram: who we are, how updates are to come, which menus we have."""

from __future__ import annotations

import asyncio
import logging

from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.wire.client import Client
from bot.wire.intake import ALLOWED, TokenRefused
from bot.wire.ptb_private import retry_after
from bot.wire.run import Webhook

logger = logging.getLogger(__name__)


async def start_up(client: Client, webhook: Webhook | None) -> str:
    """Says hello until Telegram answers, and how updates are to come; the bot's username.

    Raises TokenRefused or WebhookRefused.
    """
    pause = 1.0
    while True:
        try:
            me = await client.call("getMe", {})
            await _choose_way(client, webhook)
            return str(me["username"])
        except InvalidToken:
            raise TokenRefused from None
        except RetryAfter as error:
            pause = retry_after(error)
        except TelegramError as error:
            pause = min(pause * 2, 30.0)
            reason = type(error).__name__
            logger.warning("Telegram cannot be reached (%s); again in %.0f s", reason, pause)
        await asyncio.sleep(pause)


class WebhookRefused(Exception):
    """Telegram does not take WEBHOOK_URL; its own words say why."""


async def _choose_way(client: Client, webhook: Webhook | None) -> None:
    if webhook is None:
        try:
            await client.call("deleteWebhook", {"drop_pending_updates": False})
        except (BadRequest, InvalidToken):  # a server without webhooks has none to delete
            logger.warning("deleteWebhook was refused; polling all the same")
        return
    way: dict[str, object] = {"url": webhook.url, "secret_token": webhook.secret}
    way["allowed_updates"] = ALLOWED
    try:
        await client.call("setWebhook", way)
    except BadRequest as error:
        raise WebhookRefused(f"WEBHOOK_URL: Telegram refuses it: {error.message}") from None


async def set_menus(client: Client, menus: list[dict[str, object]]) -> None:
    """A menu that Telegram does not take stops nothing."""
    for menu in menus:
        try:
            await client.call("setMyCommands", menu)
        except TelegramError as error:
            logger.warning("a command menu was not set: %s", type(error).__name__)
