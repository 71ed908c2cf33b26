"""Another process with the same token: which of the two stays, and which gives way.

Of two that poll, the newer getUpdates ends the one that waits, with 409; of two webhooks the
newer one counts. So both meet the other again and again, and neither is told who that is or since
when. But whoever was first has had the way to itself until now, and whoever came later has met
the other from its first minutes on. Who was alone for three minutes stays; who was not, neither
takes updates any more nor answers, and ends after a minute. Of two that began together, one draws
the shorter time, and the other, no longer disturbed, goes on.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from bot.wire.clock import boot_time
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.trouble import AnotherBot, Tell, WebhookTaken, let_know

ALONE = 180.0  # seconds after which we were here first
GAP = 120.0  # seconds without a word with Telegram, in which another could have begun
LEAST, SPREAD = 60.0, 40.0  # seconds until the later one ends, and what is drawn
CALM = 45.0  # seconds without a conflict: the other has gone


class AnotherBotServes(Exception):
    """One line: another bot was here first."""


class ContestState(Enum):
    STAYS = auto()
    STANDS_BACK = auto()  # takes nothing, and waits whether the other goes
    GIVES_WAY = auto()


@dataclass
class Conflict:
    """From the first meeting until the other has gone."""

    first: bool  # whether we were
    ends_at: float
    last_at: float
    meetings: int = 0


class Rivalry:
    def __init__(
        self,
        steady: Callable[[], float] = boot_time,
        lot: Callable[[], float] = random.random,
    ) -> None:
        self._steady = steady
        self._lot = lot
        self._alone_since: float | None = None
        self._alone_at = 0.0
        self._conflict: Conflict | None = None

    def alone(self) -> None:
        """Telegram has answered, and nobody was in the way."""
        at = self._steady()
        if self._conflict is not None:
            if at - self._conflict.last_at < CALM:
                return
            if not self._conflict.first:
                self._alone_since = at
            self._conflict = None
        if self._alone_since is None or at - self._alone_at > GAP:
            self._alone_since = at
        self._alone_at = at

    def met(self) -> ContestState:
        """Somebody was in the way. Once may be anybody's trial by hand."""
        at = self._steady()
        if self._conflict is None:
            ends_at = at + LEAST + SPREAD * self._lot()
            self._conflict = Conflict(self._was_first(at), ends_at, at)
        self._conflict.last_at = at
        self._conflict.meetings += 1
        if self._conflict.first or self._conflict.meetings == 1:
            return ContestState.STAYS
        return ContestState.GIVES_WAY if at >= self._conflict.ends_at else ContestState.STANDS_BACK

    def _was_first(self, at: float) -> bool:
        since = self._alone_since
        return since is not None and at - since >= ALONE and at - self._alone_at <= GAP

    @property
    def meetings(self) -> int:
        return self._conflict.meetings if self._conflict is not None else 0

    @property
    def stands_back(self) -> bool:
        return self._conflict is not None and not self._conflict.first and self.meetings > 1


class Contest:
    """The rivalry, and what is said of it."""

    def __init__(self, tell: Tell, rivalry: Rivalry | None = None) -> None:
        self.tell = tell
        self._rivalry = rivalry or Rivalry()

    @property
    def stands_back(self) -> bool:
        return self._rivalry.stands_back

    @property
    def is_on(self) -> bool:
        return self._rivalry.meetings > 0

    def alone(self) -> None:
        self._rivalry.alone()

    async def webhook_changed(self, how: str) -> None:
        """By somebody else; whoever calls this puts it right."""
        record(Action.WEBHOOK_TAKEN, how=how)
        await let_know(self.tell, WebhookTaken())

    async def met(self) -> ContestState:
        """Raises AnotherBotServes, where that one was first."""
        standing = self._rivalry.met()
        if self._rivalry.meetings == 2:
            record(Action.ANOTHER_BOT, this_one=standing.name.lower())
            await let_know(self.tell, AnotherBot(gives_way=standing is not ContestState.STAYS))
        if standing is ContestState.GIVES_WAY:
            raise AnotherBotServes(
                "another process already serves with this BOT_TOKEN, so this one stopped; run one"
                " bot a token, and if you know of no other, get a new token from @BotFather"
            )
        return standing
