"""The Bot API over HTTP, as a bare ASGI application: this path has to be quick."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from starlette.types import Receive, Scope, Send

from bot.simulator.api.bot_api import LocalBotApi, Reply
from bot.simulator.api.request import params_of
from bot.simulator.text.refusal import ApiError
from bot.simulator.world.state import State
from bot.wire.log import record
from bot.wire.log_actions import Action

_JSON = (b"content-type", b"application/json")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Response(NamedTuple):
    """Without a body the connection just ends."""

    status: int
    body: bytes | None
    kind: tuple[bytes, bytes] = _JSON


class HttpBotApi:
    def __init__(self, state: State) -> None:
        self._state = state
        self._api = LocalBotApi(state)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if path.startswith("/file/bot"):
            await _send(send, self._download(path))
        else:
            await _send(send, await self._answer(path, scope, receive))

    async def _answer(self, path: str, scope: Scope, receive: Receive) -> Response:
        try:
            return response_to(await self._called(path, scope, receive))
        except ApiError as refusal:
            return _refused(refusal)
        except Exception as error:  # noqa: BLE001 - even then a client is owed a Bot API answer
            record(Action.SIMULATOR_FAILED, error=error)
            return _refused(ApiError(500, "Internal Server Error"))

    async def _called(self, path: str, scope: Scope, receive: Receive) -> Reply:
        token, _, method = path.removeprefix("/bot").partition("/")
        if not re.fullmatch(r"\d+:.+", token):
            raise ApiError(404, "Not Found")
        if token != self._state.token:
            raise ApiError(401, "Unauthorized")
        return await self._api.reply_async(method, await params_of(scope, receive))

    def _download(self, path: str) -> Response:
        token, _, name = path.removeprefix("/file/bot").partition("/")
        file = self._state.files.at_path(name) if token == self._state.token else None
        if file is None:
            return _refused(ApiError(404, "Not Found"))
        return Response(200, file.content, (b"content-type", b"application/octet-stream"))


def _refused(refusal: ApiError) -> Response:
    return response_to(Reply(refusal.answer()))


def response_to(reply: Reply) -> Response:
    if reply.answer is not None:
        status = 200 if reply.answer["ok"] else reply.answer["error_code"]
        return Response(status, _encode(reply.answer).encode("utf-8", "replace"))
    if reply.status >= 500:
        return Response(reply.status, reply.raw, (b"content-type", b"text/html"))
    return Response(reply.status, reply.raw)


async def _send(send: Send, response: Response) -> None:
    status, body, kind = response
    if body is None:
        _hang_up(send)
        return
    headers = [kind, (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _hang_up(send: Send) -> None:
    """Breaks the connection without a word. ASGI cannot, so uvicorn has to."""
    cycle: Any = getattr(send, "__self__", None)
    if cycle is None or not hasattr(cycle, "transport"):
        raise ConnectionAbortedError("this answer is lost on purpose")
    cycle.disconnected = True
    cycle.transport.abort()
