"""What the loops need from the rooms above them. Each has two real implementations or more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
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


Store = Callable[[Sequence[object]], None]
"""Keeps raw updates durably; returns only when they are committed."""

Serve = Callable[[], int]
"""Serves a batch of waiting updates in one transaction; returns how many."""

Due = Callable[[Collection[int], int], list[OutgoingCall]]
"""The oldest waiting call of each chat that is not in the given busy set, at most n."""

Render = Callable[[Rendering], bytes]
"""Makes a picture or paper; takes its time, and no transaction. Raises whatever goes wrong."""

RecordResults = Callable[[Sequence[tuple[OutgoingCall, SendResult]]], None]
"""Writes down, in one transaction, what became of calls."""

RunDue = Callable[[], int]
"""Does what the agenda holds due; returns how many things."""

MakeNext = Callable[[], int]
"""Makes the next thing that was asked for and takes long; 0 when there is none."""

WatchJobs = Callable[[Callable[[], None]], None]
"""From now on this is called, in any thread, as soon as something of the kind was asked for."""
