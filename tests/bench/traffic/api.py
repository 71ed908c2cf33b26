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
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from urllib.parse import parse_qsl, unquote_to_bytes

MOST_UPDATES = 100  # Bot API, getUpdates: limit
LONG_POLL = 25.0
BOT = {"id": 7, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_LENGTH = re.compile(rb"content-length: *(\d+)", re.I)
# Of a form, without reading the whole of it.
_CHAT = re.compile(rb"(?:^|&)chat_id=(-?\d+)")
_TEXT = re.compile(rb"(?:^|&)text=([^&]*)")

Update = dict[str, object]


@dataclass(frozen=True)
class Call:
    """A call of the bot's that a person would notice. What stands in it is read when asked for."""

    method: str  # in small letters
    body: bytes
    message_id: int

    @cached_property
    def chat(self) -> int:
        if self.body.startswith(b"{"):
            return int(self.params.get("chat_id", 0))
        found = _CHAT.search(self.body)
        return int(found[1]) if found else 0

    @cached_property
    def text(self) -> str:
        if self.body.startswith(b"{"):
            return self.params.get("text", "")
        found = _TEXT.search(self.body)
        return unquote_to_bytes(found[1].replace(b"+", b" ")).decode() if found else ""

    @cached_property
    def params(self) -> dict[str, str]:
        return _params(self.body)

    @cached_property
    def keyboard(self) -> dict[str, object]:
        found = json.loads(self.params.get("reply_markup", "{}"))
        return found if isinstance(found, dict) else {}

    @property
    def buttons(self) -> dict[str, str]:
        """Their data by their labels."""
        rows = self.keyboard.get("inline_keyboard")
        keys = [key for row in rows for key in row] if isinstance(rows, list) else []
        return {key["text"]: key["callback_data"] for key in keys if "callback_data" in key}


class Api:
    """Updates that wait to be fetched; whoever sends them is told of every call of the bot's."""

    def __init__(self, *, takes: float = 0.0) -> None:
        """`takes`: seconds that pass before a message is answered as sent."""
        self.on_call: Callable[[Call], None] = lambda call: None
        self.hangs: Callable[[Call], bool] = lambda call: False
        """Whether a call is never answered, and never done."""
        self.on_fetch: Callable[[], None] = lambda: None
        self.takes = takes
        self.fetches = self.messages = 0
        self.confirmed = 0
        """The last update that the bot has said it has."""
        self._pending: deque[tuple[int, bytes]] = deque()
        self._last = 0
        self._message_id = 1_000_000  # far from those of people's own messages
        self._waiting: _Connection | None = None

    def put(self, update: Update) -> int:
        """Gives the update its number, and to the bot as soon as it asks."""
        self._last += 1
        self.put_raw(self._last, json.dumps({"update_id": self._last, **update}).encode())
        return self._last

    def put_raw(self, number: int, raw: bytes) -> None:
        self._last = max(self._last, number)
        self._pending.append((number, raw))
        if len(self._pending) == 1 and self._waiting is not None:
            # Not at once: what comes in the same moment goes in the same answer.
            asyncio.get_running_loop().call_soon(self._wake)

    def answer(self, method: str, body: bytes, connection: _Connection) -> None:
        if method == "getupdates":
            self._updates(_params(body), connection)
        elif method == "getme":
            connection.write(b'{"ok":true,"result":%b}' % json.dumps(BOT).encode())
        elif method.startswith(("send", "editmessage", "answercallback")):
            self._called(method, body, connection)
        else:
            connection.write(b'{"ok":true,"result":true}')

    def _called(self, method: str, body: bytes, connection: _Connection) -> None:
        call = Call(method, body, self._message_id + 1)
        if self.hangs(call):
            return
        if method.startswith("edit"):
            call = replace(call, message_id=int(call.params["message_id"]))
        else:
            self._message_id += 1
        answer = b'{"ok":true,"result":true}'
        self.messages += method == "sendmessage"
        if method != "answercallbackquery":
            answer = b'{"ok":true,"result":%b}' % _message(call)
        if self.takes:
            asyncio.get_running_loop().call_later(self.takes, connection.write, answer)
        else:
            connection.write(answer)
        self.on_call(call)

    def _updates(self, params: dict[str, str], connection: _Connection) -> None:
        self.fetches += 1
        offset, timeout = int(params.get("offset", 0)), float(params.get("timeout", 0))
        self.confirmed = max(self.confirmed, offset - 1)
        while self._pending and self._pending[0][0] < offset:
            self._pending.popleft()
        self.on_fetch()
        if self._pending or timeout == 0:
            connection.write(self._batch())
        else:
            self._waiting = connection
            wait = min(timeout, LONG_POLL)
            asyncio.get_running_loop().call_later(wait, self._give_up, connection, self.fetches)

    def _batch(self) -> bytes:
        batch = b",".join(raw for _, raw in islice(self._pending, MOST_UPDATES))
        return b'{"ok":true,"result":[%b]}' % batch

    def _wake(self) -> None:
        if self._waiting is not None:
            connection, self._waiting = self._waiting, None
            connection.write(self._batch())

    def _give_up(self, connection: _Connection, fetch: int) -> None:
        if self._waiting is connection and self.fetches == fetch:
            self._wake()


def _message(call: Call) -> bytes:
    """As sent, so that the bot has as much to read as from Telegram; without its formatting."""
    return (
        b'{"message_id":%d,"date":%d,"chat":{"id":%d,"type":"%b","first_name":"Orang",'
        b'"title":"Bench"},"from":%b,"text":%b}'
        % (
            call.message_id,
            int(time.time()),
            call.chat,
            b"private" if call.chat > 0 else b"supergroup",
            _BOT,
            json.dumps(call.text).encode(),
        )
    )


_BOT = json.dumps(BOT).encode()


def _params(body: bytes) -> dict[str, str]:
    if body.startswith(b"{"):
        return {
            key: value if isinstance(value, str) else json.dumps(value)
            for key, value in json.loads(body).items()
        }
    return dict(parse_qsl(body.decode()))


class _Connection(asyncio.Protocol):
    def __init__(self, api: Api) -> None:
        self._api = api
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

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
        self._api.answer(method, rest[:length], self)

    def write(self, answer: bytes) -> None:
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
