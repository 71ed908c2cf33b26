"""A deed that is asked for again while it is under way is done once, for all who asked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable


class Once:
    def __init__(self, deed: Callable[[], Awaitable[None]]) -> None:
        self._deed = deed
        self._under_way: asyncio.Task[None] | None = None

    async def __call__(self) -> None:
        """Whoever asks may go away; the deed is finished."""
        if self._under_way is None or self._under_way.done():
            self._under_way = asyncio.create_task(self._do())
        await asyncio.shield(self._under_way)

    async def _do(self) -> None:
        await self._deed()
