"""Long polling: fetch raw, store, commit, and only then let the offset move."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress

from telegram.error import (
    BadRequest,
    Conflict,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.wire.classify_error import reason_of
from bot.wire.lanes import numbers, update_key
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.ports import BotApi, Keep
from bot.wire.ptb_private import retry_after
from bot.wire.rivalry import Contest, ContestState
from bot.wire.way import ALLOWED, WITHOUT_GUESTS, knows_no_guests, take_webhook_away

MOST_PENDING = 1_000_000  # updates that Telegram keeps for a bot (td, TQueue.cpp)
LONG_POLL = 25  # seconds the server may hold an empty answer
ANSWER_TIMEOUT = LONG_POLL + 15.0
LONGEST_PAUSE = 30.0
EMPTY_PAUSE = 0.2
IN_THE_WAY = "another process polls with this token, or a webhook is set; stop the other one"
WEBHOOK = "webhook is active"  # Telegram's words of a 409 that no other poller is to blame for
AFTER_REFUSAL = 10.0
MOST_REFUSALS = 5
CONTESTED = 1.0  # seconds: who waits longer meets nobody, and takes itself for the only one


class TokenRefused(Exception):
    """Telegram does not take the token, again and again: nothing can go on."""


class NotStored(Exception):
    def __init__(self, updates: Sequence[object]) -> None:
        self.updates = updates


async def poll(api: BotApi, keep: Keep, contest: Contest | None = None) -> None:
    """Runs until cancelled; cancelling loses nothing, for nothing unstored was ever confirmed.

    Raises TokenRefused and AnotherBotServes.
    """
    poller = Poller(api, keep, contest)
    while True:
        await asyncio.sleep(await poller.poll_once())


class Poller:
    def __init__(self, api: BotApi, keep: Keep, contest: Contest | None = None) -> None:
        self._api = api
        self._keep = keep
        self._contest = contest or Contest(tell=lambda trouble: None)
        self._offset: int | None = None
        self._allowed = ALLOWED
        self._failures = 0
        self._refusals = 0

    async def poll_once(self) -> float:
        """One fetch, stored; returns the seconds to wait before the next."""
        try:
            pause = await self._fetch_and_store()
        except InvalidToken:
            return self._refused()
        except Conflict as error:
            await self._contested(error)
            return CONTESTED
        except RetryAfter as error:
            return retry_after(error)
        except TelegramError as error:
            pause = self._next_pause()
            record(Action.POLL_FAILED, reason=reason_of(error), retry_s=pause)
            return pause
        except NotStored as error:
            pause = self._next_pause()
            cause = error.__cause__
            record(Action.STORE_FAILED, **numbers(error.updates), retry_s=pause, error=cause)
            return pause
        except Exception as error:  # noqa: BLE001 - ours: nothing was fetched, and nothing is lost
            pause = self._next_pause()
            record(Action.POLL_FAILED, retry_s=pause, error=error)
            return pause
        self._failures = self._refusals = 0
        return pause

    async def _fetch_and_store(self) -> float:
        asked_at = time.monotonic()
        updates = await self._fetch()
        self._contest.alone()
        if self._contest.stands_back:  # neither stored nor confirmed: they are the other's
            return CONTESTED
        if not updates:
            # An answer that comes at once and empty is no long poll: do not spin on it.
            return EMPTY_PAUSE if time.monotonic() - asked_at < EMPTY_PAUSE else 0.0
        try:
            await self._keep(updates)
        except Exception as error:  # a failing disk or database must not end intake
            raise NotStored(updates) from error
        offset = _after(updates, self._offset)
        moved = offset != self._offset
        self._offset = offset
        return 0.0 if moved else 1.0

    async def _fetch(self) -> list[object]:
        """Once without what an older server may not know to be a kind of update."""
        try:
            return await _fetch(self._api, self._offset, self._allowed)
        except BadRequest as error:
            if self._allowed is WITHOUT_GUESTS or not knows_no_guests(error):
                raise
            self._allowed = WITHOUT_GUESTS
            return await _fetch(self._api, self._offset, self._allowed)

    async def _contested(self, error: Conflict) -> None:
        """Raises AnotherBotServes."""
        if not self._contest.is_on:
            record(Action.POLL_FAILED, reason=IN_THE_WAY, retry_s=CONTESTED)
        standing = await self._contest.met()
        if WEBHOOK in error.message.lower() and standing is ContestState.STAYS:
            await self._contest.webhook_changed("set")
            with suppress(TelegramError):  # it will be in the way again
                await take_webhook_away(self._api)

    def _next_pause(self) -> float:
        pause = min(2.0**self._failures, LONGEST_PAUSE)
        self._failures += 1
        return pause

    def _refused(self) -> float:
        """Once may be a proxy's mistake; a token that stays refused was revoked."""
        self._refusals += 1
        if self._refusals > MOST_REFUSALS:
            raise TokenRefused
        record(Action.TOKEN_REFUSED, retry_s=AFTER_REFUSAL)
        return AFTER_REFUSAL


async def _fetch(api: BotApi, offset: int | None, allowed: list[str]) -> list[object]:
    """No offset is ever kept: Telegram may begin its ids anew after an idle week."""
    params: dict[str, object] = {"timeout": LONG_POLL, "allowed_updates": allowed}
    if offset is not None:
        params["offset"] = offset
    answer = await api.call("getUpdates", params, timeout=ANSWER_TIMEOUT)
    if not isinstance(answer, list):
        raise NetworkError("no answer of the Bot API")
    return answer


def _after(updates: list[object], offset: int | None) -> int | None:
    """The offset that confirms these updates.

    An id far from the others is somebody's mistake: as an offset it would confirm nothing, and
    the queue would never move again.
    """
    ids = sorted(number for update in updates for number, usable in [update_key(update)] if usable)
    if not ids:
        return offset
    middle = ids[len(ids) // 2]
    return max(number for number in ids if number - middle <= MOST_PENDING) + 1
