"""Whether Telegram still brings updates to us: anybody with the token can change where to."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping

from telegram.error import TelegramError

from bot.wire.classify_error import reason_of
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.ports import BotApi
from bot.wire.rivalry import Contest, ContestState
from bot.wire.trouble import WebhookFails, let_know
from bot.wire.way import Webhook, set_webhook

LOOK = 60.0  # seconds
LOOK_AGAIN = 10.0  # while somebody else wants it otherwise
IN_A_ROW = 3  # looks at which it did not get better
STRANGER = "403"  # what we answer to whoever does not know our secret


async def watch_webhook(
    api: BotApi, webhook: Webhook, contest: Contest, stop: asyncio.Event
) -> None:
    """Raises AnotherBotServes."""
    watch = WebhookWatch(api, webhook, contest)
    while not stop.is_set():
        try:
            await watch.look()
        except TelegramError as error:
            record(Action.WEBHOOK_UNSEEN, reason=reason_of(error))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), LOOK_AGAIN if contest.is_on else LOOK)


class WebhookWatch:
    def __init__(self, api: BotApi, webhook: Webhook, contest: Contest) -> None:
        self._api = api
        self._webhook = webhook
        self._contest = contest
        self._failed_at: int | None = None  # Telegram's last failure that we know of
        self._pending = 0
        self._bad = 0  # looks in a row

    async def look(self) -> None:
        """Raises TelegramError and AnotherBotServes."""
        info = await self._api.call("getWebhookInfo", {})
        if not isinstance(info, dict):
            return
        if info.get("url") != self._webhook.url:
            await self._taken(info)
        else:
            self._contest.alone()
            await self._brought(info)

    async def _taken(self, info: Mapping[str, object]) -> None:
        if await self._contest.met() is ContestState.STAYS:
            await self._contest.webhook_changed("replaced" if info.get("url") else "removed")
            await set_webhook(self._api, self._webhook)

    async def _brought(self, info: Mapping[str, object]) -> None:
        """Failures of before our start are no news."""
        failed_at, pending = (
            _number(info, "last_error_date"),
            _number(info, "pending_update_count"),
        )
        news = self._failed_at is not None and failed_at > self._failed_at
        rising = self._failed_at is not None and pending > max(self._pending, IN_A_ROW)
        self._failed_at, self._pending = failed_at, pending
        self._bad = self._bad + 1 if news or rising else 0
        if not self._bad:
            return
        reason = str(info.get("last_error_message", "")) if news else "more and more wait"
        if self._bad in {1, IN_A_ROW}:
            record(Action.WEBHOOK_FAILS, pending=pending, reason=reason)
        if STRANGER in reason:  # the same address with a secret that is not ours
            await set_webhook(self._api, self._webhook)
        if self._bad == IN_A_ROW:
            await let_know(self._contest.tell, WebhookFails(pending))


def _number(info: Mapping[str, object], name: str) -> int:
    value = info.get(name, 0)
    return value if isinstance(value, int) else 0
