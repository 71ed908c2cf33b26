"""A Bot API as lean as can be, so that a bench measures the bot and not the server.

It speaks just enough HTTP/1.1 for the clients measured here: requests with a Content-Length on
connections that are kept open. The simulator's own server behaves better and is slower.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from urllib.parse import parse_qsl

CHUNK = 100
LONG_POLL = 25.0
_LENGTH = re.compile(rb"content-length: *(\d+)", re.I)
_CHAT = re.compile(rb'chat_id(?:=|": ?"?)(-?\d+)')
_ME = {"id": 7, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


class Api:
    """Updates that wait to be fetched, and the moments at which chats were written to."""

    def __init__(self) -> None:
        self.pending: deque[tuple[int, bytes]] = deque()
        self.replies: list[tuple[int, float]] = []
        self.on_reply: Callable[[int, float], None] | None = None
        self.first_fetch: float | None = None
        self.polls = 0
        self._next_id = 1
        self._message_id = 0
        self._waiting: asyncio.Future[None] | None = None

    def put(self, chat: int, text: str) -> None:
        number = self._next_id
        self._next_id += 1
        who = {"id": chat, "is_bot": False, "first_name": "Orang", "last_name": str(chat)}
        message = {
            "message_id": number,
            "from": who,
            "chat": {"id": chat, "type": "private", "first_name": "Orang"},
            "date": int(time.time()),
            "text": text,
        }
        self.pending.append(
            (number, json.dumps({"update_id": number, "message": message}).encode())
        )
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    async def answer(self, method: str, body: bytes) -> bytes:
        if method == "sendmessage":
            return self._sent(body)
        if method == "getupdates":
            return await self._updates(body)
        if method == "getme":
            return b'{"ok":true,"result":%s}' % json.dumps(_ME).encode()
        return b'{"ok":true,"result":true}'

    def _sent(self, body: bytes) -> bytes:
        found = _CHAT.search(body)
        chat, now = int(found[1]) if found else 0, time.perf_counter()
        self.replies.append((chat, now))
        if self.on_reply is not None:
            self.on_reply(chat, now)
        self._message_id += 1
        return (
            b'{"ok":true,"result":{"message_id":%d,"date":1700000000,'
            b'"chat":{"id":%d,"type":"private","first_name":"Orang"},'
            b'"from":{"id":7,"is_bot":true,"first_name":"Bench","username":"bench_bot"},'
            b'"text":"ya"}}' % (self._message_id, chat)
        )

    async def _updates(self, body: bytes) -> bytes:
        self.polls += 1
        params = _params(body)
        offset, timeout = int(params.get("offset", 0)), float(params.get("timeout", 0))
        while self.pending and self.pending[0][0] < offset:
            self.pending.popleft()
        if not self.pending and timeout > 0:
            self._waiting = asyncio.get_running_loop().create_future()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._waiting, min(timeout, LONG_POLL))
        if self.pending and self.first_fetch is None:
            self.first_fetch = time.perf_counter()
        batch = b",".join(raw for (_, raw), _ in zip(self.pending, range(CHUNK), strict=False))
        return b'{"ok":true,"result":[%s]}' % batch


def _params(body: bytes) -> dict[str, str]:
    if body.startswith(b"{"):
        return {key: str(value) for key, value in json.loads(body).items()}
    return dict(parse_qsl(body.decode()))


class _Connection(asyncio.Protocol):
    def __init__(self, api: Api) -> None:
        self._api = api
        self._buffer = b""
        self._transport: asyncio.Transport | None = None
        self._task: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, gap, rest = self._buffer.partition(b"\r\n\r\n")
        if not gap:
            return
        found = _LENGTH.search(head)
        length = int(found[1]) if found else 0
        if len(rest) < length:
            return
        self._buffer = rest[length:]
        path = head.split(b" ", 2)[1]
        method = path.rsplit(b"/", 1)[1].decode().lower()
        self._task = asyncio.ensure_future(self._reply(method, rest[:length]))

    async def _reply(self, method: str, body: bytes) -> None:
        answer = await self._api.answer(method, body)
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                b"Content-Length: %d\r\n\r\n%b" % (len(answer), answer)
            )


@contextlib.asynccontextmanager
async def serving(api: Api) -> AsyncIterator[str]:
    server = await asyncio.get_running_loop().create_server(
        lambda: _Connection(api), "127.0.0.1", 0
    )
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
