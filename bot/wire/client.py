"""The Bot API client: python-telegram-bot's Bot over aiohttp, speaking raw JSON both ways."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
from telegram import Bot, InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter
from yarl import URL

from bot.wire import lenient_json

READ_TIMEOUT = 20.0  # seconds for an ordinary call
CONNECT_TIMEOUT = 10.0
UPLOADS = {"sendPhoto": "photo"}
FILE_NAME = "file_name"  # ours, not the Bot API's: what an uploaded file is to be called


class AiohttpRequest(BaseRequest):
    """PTB's transport seam over aiohttp: a fifth of the CPU that httpx takes for a call."""

    def __init__(self, connections: int) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return READ_TIMEOUT

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Ours, for PTB's own writes whatever it cannot read into the log."""
        return lenient_json.read(payload)

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
        if self._session is None:
            raise NetworkError("the client is not open")
        seconds = read_timeout if isinstance(read_timeout, int | float) else READ_TIMEOUT
        timeout = aiohttp.ClientTimeout(total=seconds, connect=CONNECT_TIMEOUT)
        try:
            async with self._session.request(
                method, url, data=_body(request_data), headers=_kind(request_data), timeout=timeout
            ) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:
            # The class alone: aiohttp's own sentence holds the address, and that the token.
            raise NetworkError(type(error).__name__) from None


def _body(request_data: RequestData | None) -> aiohttp.FormData | bytes | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        # A form's body is spelled like an address's query, and yarl spells it in C.
        return URL.build(query=request_data.json_parameters).raw_query_string.encode()
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def _kind(request_data: RequestData | None) -> dict[str, str] | None:
    """Ours, because aiohttp's own form prepares a multipart boundary for every call in vain."""
    if request_data is None or request_data.contains_files:
        return None
    return {"Content-Type": "application/x-www-form-urlencoded"}


class Client(Bot):
    """One bot's line to the Bot API. Open it with `async with`."""

    def __init__(self, token: str, *, api_url: str) -> None:
        super().__init__(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=AiohttpRequest(connections=64),
            get_updates_request=AiohttpRequest(connections=1),
        )

    async def open(self) -> None:
        """Opens the connections only; unlike `initialize` it asks Telegram nothing."""
        for request in self._request:
            await request.initialize()

    async def close_connections(self) -> None:
        for request in self._request:
            await request.shutdown()

    async def call(
        self,
        method: str,
        params: dict[str, object],
        *,
        file: bytes | None = None,
        timeout: float = READ_TIMEOUT,
    ) -> Any:
        """The raw result of one call; raises `telegram.error` classes.

        The parameters go as they are: PTB's own methods would want its objects in them.
        """
        parts = [
            # As text, else PTB would write each value as JSON twice over.
            RequestParameter(name, value if isinstance(value, str) else json.dumps(value), None)
            for name, value in params.items()
            if name != FILE_NAME
        ]
        if file is not None:
            upload = InputFile(file, str(params.get(FILE_NAME) or "berkas"))
            parts.append(RequestParameter(UPLOADS[method], None, [upload]))
        request = self._request[0] if method == "getUpdates" else self.request
        url = f"{self.base_url}/{method}"
        return await request.post(url, RequestData(parts), read_timeout=timeout)
