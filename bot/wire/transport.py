"""What carries a call to the Bot API and its answer back: aiohttp, under PTB's own seam."""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.wire import lenient_json

READ_TIMEOUT = 20.0  # seconds for an ordinary call
CONNECT_TIMEOUT = 10.0

JSON = "application/json"

HeardDate = Callable[[str | None], None]
"""Is told what an answer says in `Date`."""

File = tuple[str, Any, str]
"""Its name, its content and its MIME type."""


class Transport(BaseRequest):
    """PTB's seam: above it answers become results or errors, below it bytes are carried.

    No error's text tells what was carried: that may be a person's words.
    """

    @abstractmethod
    async def exchange(
        self,
        method: str,
        url: str,
        fields: Mapping[str, str],
        files: Mapping[str, File],
        timeout: float,
    ) -> tuple[int, bytes]:
        """Status and body. Raises TimeoutError, or something else where a connection breaks."""

    @abstractmethod
    async def fetch(self, url: str, *, most: int, timeout: float) -> bytes | None:
        """A file; None where there is none, or a larger one. Raises as `exchange` does."""

    @property
    def read_timeout(self) -> float:
        return READ_TIMEOUT

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Ours, for PTB's own writes whatever it cannot read into the log.

        Raises NetworkError for what is JSON, but not the Bot API's.
        """
        answer = lenient_json.read(payload)
        if not _has_ok(answer):
            raise NetworkError("no answer of the Bot API")
        return answer

    async def do_request(  # noqa: PLR0917 - PTB's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        fields = request_data.json_parameters if request_data is not None else {}
        files: Mapping[str, Any] = {}
        if request_data is not None and request_data.contains_files:
            files = request_data.multipart_data
        seconds = read_timeout if isinstance(read_timeout, int | float) else READ_TIMEOUT
        try:
            status, body = await self.exchange(method, url, fields, files, seconds)
        except TimeoutError:
            raise TimedOut from None
        except Exception as error:  # noqa: BLE001 - PTB would put its words into an error of its own
            # The class alone: aiohttp's own sentence holds the address, and that the token.
            raise NetworkError(type(error).__name__) from None
        if status >= 300 and not _is_answer(body):
            # A proxy's page: its 403 is not Telegram's "blocked", its 404 no word on the token.
            raise NetworkError(f"HTTP {status} without an answer of the Bot API")
        return status, body


def _is_answer(body: bytes) -> bool:
    try:
        return _has_ok(json.loads(body))
    except (ValueError, RecursionError):
        return False


def _has_ok(answer: object) -> bool:
    """As everything has that the Bot API says (Making requests); gateways have JSON as well."""
    return isinstance(answer, dict) and isinstance(answer.get("ok"), bool)


class AiohttpTransport(Transport):
    """A fifth of the CPU that httpx takes for a call."""

    def __init__(self, connections: int, heard: HeardDate = lambda date: None) -> None:
        self._connections = connections
        self._heard = heard
        self._session: aiohttp.ClientSession | None = None

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60)
            # Telegram sets no cookies; looking for some takes a while at every call.
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def exchange(
        self,
        method: str,
        url: str,
        fields: Mapping[str, str],
        files: Mapping[str, File],
        timeout: float,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise ConnectionAbortedError
        total = aiohttp.ClientTimeout(total=timeout, connect=CONNECT_TIMEOUT)
        # Ours, because aiohttp's own form prepares a multipart boundary for every call in vain.
        headers = None if files else {"Content-Type": "application/x-www-form-urlencoded"}
        async with self._session.request(
            method,
            url,
            data=_body(fields, files),
            headers=headers,
            timeout=total,
            # Telegram redirects nobody; who does is not to be told what people write.
            allow_redirects=False,
        ) as response:
            if response.content_type == JSON:  # others are no answers, and may be old copies
                self._heard(response.headers.get("Date"))
            return response.status, await response.read()

    async def fetch(self, url: str, *, most: int, timeout: float) -> bytes | None:
        if self._session is None:
            raise ConnectionAbortedError
        total = aiohttp.ClientTimeout(total=timeout, connect=CONNECT_TIMEOUT)
        async with self._session.get(url, timeout=total, allow_redirects=False) as response:
            if response.status >= 500:
                raise ConnectionError
            if response.status != 200:
                return None
            pieces, size = [], 0
            async for piece in response.content.iter_any():
                pieces.append(piece)
                size += len(piece)
                if size > most:
                    return None
            return b"".join(pieces)


def _body(fields: Mapping[str, str], files: Mapping[str, File]) -> aiohttp.FormData | bytes:
    if not files:
        # A form's body is spelled like an address's query, and yarl spells it in C.
        return URL.build(query=fields).raw_query_string.encode()
    form = aiohttp.FormData(fields)
    for name, (filename, content, mime) in files.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
