"""What the loops need from the rooms above them. Each has two real implementations or more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.wire.outgoing import OutgoingCall, Rendering, SendResult
from bot.wire.ptb_private import Upload


class Clock(Protocol):
    """The time now, aware, UTC. The simulator's can be moved."""

    def now(self) -> datetime: ...


class BotApi(Protocol):
    """The Bot API."""

    async def call(
        self,
        method: str,
        params: dict[str, object],
        *,
        files: Sequence[Upload] = (),
        timeout: float = ...,
    ) -> object: ...


Ended = tuple[OutgoingCall, SendResult]


@dataclass(frozen=True)
class Committed:
    """What the sender and the worker must know of a commit."""

    calls: Sequence[OutgoingCall]  # new, in order, and to go as they are
    elsewhere: Collection[int]  # chats of which only the outbox knows what comes next
    more: bool  # updates wait that can be served now
    resting: bool  # updates wait, perhaps until later


@dataclass(frozen=True)
class DueCalls:
    """A look at the outbox."""

    calls: Sequence[OutgoingCall]  # the oldest of each chat that may go now
    waiting: Mapping[int, int]  # how many wait for each chat, those under way included


Commit = Callable[[Sequence[object], Sequence[Ended]], Committed]
"""Keeps and serves raw updates and writes down what became of calls, in one transaction. With
nothing given it serves what waits. Raises where nothing of it was committed."""

Store = Callable[[Sequence[object]], None]
"""Keeps raw updates durably; returns only when they are committed."""

Keep = Callable[[Sequence[object]], Awaitable[None]]
"""The same for the loops: returns once they are committed, with whatever else was at hand."""

LookAtOutbox = Callable[[Collection[int], int], DueCalls]
"""The oldest waiting call of each chat that is not in the given busy set, at most n."""

Render = Callable[[Rendering], bytes]
"""Makes a picture or paper; takes its time, and no transaction. Raises whatever goes wrong."""

RecordResults = Callable[[Sequence[Ended]], None]
"""Writes down, in one transaction, what became of calls."""

RunDue = Callable[[], int]
"""Does what the agenda holds due; returns how many things."""

MakeNext = Callable[[], int]
"""Makes the next thing that was asked for and takes long; 0 when there is none."""

Fetch = Callable[[str], bytes]
"""One of Telegram's files by its id. Raises NotFetched."""


class NotFetched(Exception):
    """`later`: the network's fault, so that it may come another time."""

    def __init__(self, *, later: bool) -> None:
        super().__init__(later)
        self.later = later


WatchJobs = Callable[[Callable[[], None]], None]
"""From now on this is called, in any thread, as soon as something of the kind was asked for."""
