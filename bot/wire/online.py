"""A look at Telegram without serving: is the token right, and is the bot in its groups."""

from __future__ import annotations

from collections.abc import Mapping

from telegram.error import ChatMigrated, InvalidToken, TelegramError

from bot.wire.classify_error import reason_of
from bot.wire.client import Client

PATIENCE = 10.0  # seconds


async def look(token: str, api_url: str, chats: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """What is in order, and what is not; `chats` by the names of their settings."""
    client = Client(token, api_url=api_url)
    await client.open()
    try:
        me = await client.call("getMe", {}, timeout=PATIENCE)
        said, problems = [f"token: Telegram knows it as @{me['username']}"], []
        for name, chat in chats.items():
            reason = await _why_not(client, chat)
            if reason is None:
                said.append(f"{name}: the bot is there")
            else:
                problems.append(f"{name}: the bot is not there: {reason}")
        return said, problems
    except InvalidToken:
        return [], ["BOT_TOKEN: Telegram refuses this token; copy it again from @BotFather"]
    except TelegramError as error:
        return [], [f"Telegram does not answer: {reason_of(error)}"]
    finally:
        await client.close_connections()


async def _why_not(client: Client, chat: int) -> str | None:
    try:
        await client.call("getChat", {"chat_id": chat}, timeout=PATIENCE)
    except ChatMigrated:  # the bot knows its new id
        return None
    except InvalidToken:
        raise
    except TelegramError as error:
        return reason_of(error)
    return None
