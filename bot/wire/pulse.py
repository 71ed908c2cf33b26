"""Whether the loops turn, as they show it themselves: in memory alone, for whoever asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ParamSpec, TypeVar

from bot.wire.ports import BotApi
from bot.wire.ptb_private import Upload
from bot.wire.run import Backend
from bot.wire.transport import READ_TIMEOUT

STUCK = 120.0  # seconds: a call of ours that does not come back by then will not
FAILING = 60.0  # seconds without one that succeeded
UNHEARD = 120.0  # seconds; a long poll that brings nothing ends after 25

P = ParamSpec("P")
T = TypeVar("T")


class Pulse:
    def __init__(
        self,
        *,
        polls: bool,
        starting: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`starting`: Telegram has not told yet who we are."""
        self._polls = polls
        self._starting = starting
        self._monotonic = monotonic
        self._polled_at = monotonic()
        self._came_back: dict[str, float] = {}
        self._succeeded: dict[str, float] = {}

    def over(self, backend: Backend) -> Backend:
        """The same, noting when each loop last came back from it."""
        return replace(
            backend,
            commit=self._noted("writer", backend.commit),
            look=self._noted("sender", backend.look),
            make_next=self._noted("jobs", backend.make_next),
            run_due=self._noted("agenda", backend.run_due),
        )

    def _noted(self, loop: str, work: Callable[P, T]) -> Callable[P, T]:
        self._came_back[loop] = self._succeeded[loop] = self._monotonic()

        def noted(*given: P.args, **named: P.kwargs) -> T:
            try:
                result = work(*given, **named)
                self._succeeded[loop] = self._monotonic()
                return result
            finally:
                self._came_back[loop] = self._monotonic()

        return noted

    def started(self) -> None:
        self._starting = False
        self.polled()

    def polled(self) -> None:
        self._polled_at = self._monotonic()

    def last_poll(self) -> float | None:
        """Seconds since Telegram last answered a poll; None where it is not asked."""
        asked = self._polls and not self._starting
        return self._monotonic() - self._polled_at if asked else None

    def stuck(self) -> list[str]:
        """Loops that hang; only a new process helps."""
        return self._older(self._came_back, STUCK)

    def troubles(self) -> list[str]:
        """Why the bot does not serve, in words for an operator; it may well do so again."""
        if self._starting:
            return ["Telegram has not answered since the start"]
        failing = self._older(self._succeeded, FAILING)
        told = [f"the {loop} has failed for a minute; see its log" for loop in failing]
        silence = self.last_poll()
        if silence is not None and silence > UNHEARD:
            told.append(f"Telegram has not answered for {silence:.0f} seconds")
        return told

    def _older(self, moments: dict[str, float], seconds: float) -> list[str]:
        now = self._monotonic()
        return [loop for loop, at in moments.items() if now - at > seconds]


class PolledApi:
    """The Bot API, noting when it last answered a poll."""

    def __init__(self, api: BotApi, pulse: Pulse) -> None:
        self._api = api
        self._pulse = pulse

    async def call(
        self,
        method: str,
        params: dict[str, object],
        *,
        files: Sequence[Upload] = (),
        timeout: float = READ_TIMEOUT,
    ) -> object:
        answer = await self._api.call(method, params, files=files, timeout=timeout)
        if method == "getUpdates":
            self._pulse.polled()
        return answer
