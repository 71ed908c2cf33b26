"""The Bot API over HTTP, as a bare ASGI application: this path has to be quick."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.simulator.params import Params, Upload
from bot.simulator.refusal import ApiError
from bot.simulator.world import Reply, World

MAX_BODY = 60 * 1024 * 1024
_JSON = (b"content-type", b"application/json")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class BotApi:
    def __init__(self, world: World) -> None:
        self._world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if path.startswith("/file/bot"):
            await self._download(path, send)
            return
        token, _, method = path.removeprefix("/bot").partition("/")
        if token != self._world.token:
            await _send_reply(send, Reply(ApiError(401, "Unauthorized").answer()))
            return
        try:
            params = await _params(scope, receive)
        except ApiError as refusal:
            await _send_reply(send, Reply(refusal.answer()))
            return
        await _send_reply(send, await self._world.reply_async(method, params))

    async def _download(self, path: str, send: Send) -> None:
        token, _, name = path.removeprefix("/file/bot").partition("/")
        file = self._world.files.at(name) if token == self._world.token else None
        if file is None:
            await _send_reply(send, Reply(ApiError(404, "Not Found").answer()))
            return
        await _send(send, 200, file.content, (b"content-type", b"application/octet-stream"))


async def _params(scope: Scope, receive: Receive) -> Params:
    """From the query and the body, of whichever of the four kinds it is."""
    values: dict[str, Any] = {}
    if scope["query_string"]:
        values = dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
    kind = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
    if kind.startswith(b"multipart/form-data"):
        return await _parts(scope, receive, values)
    body = await _body(receive)
    if not body:
        return Params(values)
    if kind.startswith(b"application/json"):
        values |= _json(body)
    else:
        values |= dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return Params(values)


def _json(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise ApiError(400, "Bad Request: can't parse JSON object")
    return given


async def _body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    chunks, size = [body], len(body)
    while message.get("more_body"):
        message = await receive()
        chunks.append(message.get("body", b""))
        size += len(chunks[-1])
        if size > MAX_BODY:
            raise ApiError(413, "Request Entity Too Large")
    return b"".join(chunks)


async def _parts(scope: Scope, receive: Receive, values: dict[str, Any]) -> Params:
    uploads: dict[str, Upload] = {}
    async with Request(scope, receive).form(max_files=20, max_fields=100) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                mime = value.content_type or "application/octet-stream"
                uploads[name] = Upload(value.filename or name, await value.read(), mime)
            else:
                values[name] = value
    return Params(values, uploads)


async def _send_reply(send: Send, reply: Reply) -> None:
    if reply.answer is not None:
        status = 200 if reply.answer["ok"] else reply.answer["error_code"]
        await _send(send, status, _encode(reply.answer).encode("utf-8", "replace"), _JSON)
    elif reply.raw is not None:
        kind = (b"content-type", b"text/html") if reply.status >= 500 else _JSON
        await _send(send, reply.status, reply.raw, kind)
    else:
        _hang_up(send)


async def _send(send: Send, status: int, body: bytes, kind: tuple[bytes, bytes]) -> None:
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
