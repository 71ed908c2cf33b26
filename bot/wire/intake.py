"""Long polling: fetch raw, store, commit, and only then let the offset move."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.wire.ports import Line, Store

logger = logging.getLogger(__name__)

LONG_POLL = 25  # seconds the server may hold an empty answer
PATIENCE = LONG_POLL + 15.0
LONGEST_PAUSE = 30.0
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]


class TokenRefused(Exception):
    """Telegram no longer takes the token: nothing can go on."""


async def poll(line: Line, store: Store, *, stored: Callable[[], None]) -> None:
    """Runs until cancelled; cancelling loses nothing, for nothing unstored was ever confirmed."""
    offset: int | None = None
    pause = 0.0
    while True:
        try:
            updates = await _fetch(line, offset)
            if updates:
                await asyncio.shield(asyncio.to_thread(store, updates))
                stored()
            offset, moved = _after(updates, offset)
            pause = 1.0 if updates and not moved else 0.0
        except InvalidToken:
            raise TokenRefused from None
        except RetryAfter as error:
            pause = float(error._retry_after.total_seconds())
        except TelegramError as error:
            pause = min(max(1.0, pause * 2), LONGEST_PAUSE)
            logger.warning("could not fetch updates: %s; again in %.0f s", _reason(error), pause)
        except Exception as error:  # noqa: BLE001 - a failing disk or database must not end intake
            pause = min(max(1.0, pause * 2), LONGEST_PAUSE)
            logger.error("could not store updates: %s", type(error).__name__)
        if pause:
            await asyncio.sleep(pause)


async def _fetch(line: Line, offset: int | None) -> list[object]:
    """No offset is ever kept: Telegram may begin its ids anew after an idle week."""
    params: dict[str, object] = {"timeout": LONG_POLL, "allowed_updates": ALLOWED}
    if offset is not None:
        params["offset"] = offset
    answer = await line.call("getUpdates", params, timeout=PATIENCE)
    return answer if isinstance(answer, list) else []


def _after(updates: list[object], offset: int | None) -> tuple[int | None, bool]:
    """The offset that confirms these updates, and whether it moved."""
    ids = [
        update["update_id"]
        for update in updates
        if isinstance(update, dict) and type(update.get("update_id")) is int
    ]
    if not ids:
        return offset, False
    return max(ids) + 1, offset != max(ids) + 1


def _reason(error: TelegramError) -> str:
    if isinstance(error, Conflict):
        return "another process polls with this token, or a webhook is set; stop the other one"
    return type(error).__name__
