"""The Bot API client: PTB's reading of answers and errors, but raw JSON both ways."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.wire import ptb_private
from bot.wire.ports import NotFetched
from bot.wire.ptb_private import Upload
from bot.wire.transport import READ_TIMEOUT, AiohttpTransport, HeardDate, Transport

CONNECTIONS = 64  # more calls at once wait for one


class Client:
    """One bot's way to the Bot API. `transport` is aiohttp where nothing else is given."""

    def __init__(
        self,
        token: str,
        *,
        api_url: str,
        transport: Transport | None = None,
        heard: HeardDate = lambda date: None,
    ) -> None:
        self._url = f"{api_url}/bot{token}"
        self._files = f"{api_url}/file/bot{token}"
        self._transport = transport or AiohttpTransport(CONNECTIONS, heard)
        # Of its own: a long poll is not to stand in a sending's way.
        self._polling = transport or AiohttpTransport(1, heard)

    async def open(self) -> None:
        """Opens the connections only; Telegram is asked nothing."""
        await asyncio.gather(self._transport.initialize(), self._polling.initialize())

    async def close_connections(self) -> None:
        await asyncio.gather(self._transport.shutdown(), self._polling.shutdown())

    async def fetch(self, file_id: str, *, most: int, timeout: float) -> bytes:
        """One of the bot's files, of at most so many bytes. Raises NotFetched."""
        try:
            told = await self.call("getFile", {"file_id": file_id}, timeout=timeout)
            path = told.get("file_path") if isinstance(told, dict) else None
            if not isinstance(path, str) or _is_elsewhere(path):
                raise NotFetched(later=False)
            found = await self._transport.fetch(
                f"{self._files}/{quote(path)}", most=most, timeout=timeout
            )
        except NotFetched:
            raise
        except (BadRequest, Forbidden, InvalidToken):
            raise NotFetched(later=False) from None
        except Exception:  # noqa: BLE001 - whose words may hold the address, and that the token
            raise NotFetched(later=True) from None
        if found is None:
            raise NotFetched(later=False)
        return found

    async def call(
        self,
        method: str,
        params: dict[str, object],
        *,
        files: Sequence[Upload] = (),
        timeout: float = READ_TIMEOUT,
    ) -> Any:
        """The raw result of one call; raises `telegram.error` classes."""
        transport = self._polling if method == "getUpdates" else self._transport
        return await ptb_private.post(
            transport, f"{self._url}/{method}", params, files, timeout=timeout
        )


def _is_elsewhere(path: str) -> bool:
    """A server of one's own may keep files on its disk, and not give them out."""
    return path.startswith("/") or ".." in path.split("/")
