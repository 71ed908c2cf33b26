"""Something between the bot and its Telegram: it passes on, answers itself, or tells the time."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime

import aiohttp
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.wire.http import serving

Answer = tuple[int, bytes, str]


@dataclass
class Proxy:
    upstream: str
    instead: dict[str, list[Answer]] = field(default_factory=dict)
    """By method, what it answers itself, one after the other; then it passes on."""
    time: Callable[[], datetime] | None = None
    """What its answers say in `Date`, as Telegram's do."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        body = await request.body()
        await (await self._answered(request, body))(scope, receive, send)

    async def _answered(self, request: Request, body: bytes) -> Response:
        waiting = self.instead.get(request.url.path.rpartition("/")[2])
        if waiting:
            status, content, kind = waiting.pop(0)
            return Response(content, status, media_type=kind)
        headers = {"Content-Type": request.headers.get("Content-Type", "")}
        async with (
            aiohttp.ClientSession() as session,
            session.post(
                f"{self.upstream}{request.url.path}", data=body, headers=headers
            ) as answer,
        ):
            return Response(
                await answer.read(),
                answer.status,
                {"Date": format_datetime(self.time(), usegmt=True)} if self.time else None,
                answer.content_type,
            )


@contextlib.asynccontextmanager
async def before(upstream: str) -> AsyncIterator[tuple[Proxy, str]]:
    """The proxy, and the address at which it listens."""
    proxy = Proxy(upstream)
    async with serving(proxy, "127.0.0.1", 0) as url:
        yield proxy, url
