"""The Bot API client: PTB's reading of answers and errors, but raw JSON both ways."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.wire import ptb_private
from bot.wire.ptb_private import Upload
from bot.wire.transport import READ_TIMEOUT, AiohttpTransport, Transport

CONNECTIONS = 64  # more calls at once wait for one
UPLOADS = {"sendPhoto": "photo"}
FILE_NAME = "file_name"  # ours, not the Bot API's: what an uploaded file is to be called


class Client:
    """One bot's way to the Bot API. `transport` is aiohttp where nothing else is given."""

    def __init__(self, token: str, *, api_url: str, transport: Transport | None = None) -> None:
        self._url = f"{api_url}/bot{token}"
        self._transport = transport or AiohttpTransport(CONNECTIONS)
        # Of its own: a long poll is not to stand in a sending's way.
        self._polling = transport or AiohttpTransport(1)

    async def open(self) -> None:
        """Opens the connections only; Telegram is asked nothing."""
        await asyncio.gather(self._transport.initialize(), self._polling.initialize())

    async def close_connections(self) -> None:
        await asyncio.gather(self._transport.shutdown(), self._polling.shutdown())

    async def call(
        self,
        method: str,
        params: dict[str, object],
        *,
        file: bytes | None = None,
        timeout: float = READ_TIMEOUT,
    ) -> Any:
        """The raw result of one call; raises `telegram.error` classes."""
        upload = None
        if file is not None:
            upload = Upload(UPLOADS[method], str(params.get(FILE_NAME) or "berkas"), file)
        params = {name: value for name, value in params.items() if name != FILE_NAME}
        transport = self._polling if method == "getUpdates" else self._transport
        return await ptb_private.post(
            transport, f"{self._url}/{method}", params, upload, timeout=timeout
        )
