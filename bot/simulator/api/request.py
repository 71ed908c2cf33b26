"""What an HTTP request carries to the Bot API, in whichever of the four ways."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.types import Message, Receive, Scope

from bot.simulator.api.params import Params, read_json
from bot.simulator.text.refusal import bad_request, too_large
from bot.simulator.world.files import Upload

MAX_BODY = 60 * 1024 * 1024
MAX_FILES = 50


async def params_of(scope: Scope, receive: Receive) -> Params:
    values: dict[str, Any] = {}
    if scope["query_string"]:
        values = _pairs(scope["query_string"])
    kind = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
    kind = kind.lower()
    if kind.startswith(b"multipart/form-data"):
        if b"boundary=" not in kind:
            raise bad_request("boundary not found")
        return await _parts(scope, _bounded(receive), values)
    body = await _body(receive)
    if body:
        values |= _json(body) if kind.startswith(b"application/json") else _pairs(body)
    return Params(values)


def _pairs(form: bytes) -> dict[str, str]:
    return dict(parse_qsl(form.decode("utf-8", "replace"), keep_blank_values=True))


def _json(body: bytes) -> dict[str, Any]:
    try:
        given = read_json(body)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise bad_request("can't parse JSON object")
    return given


def _bounded(receive: Receive) -> Receive:
    """Hears what is too much to its end, so that the caller gets to read the refusal."""
    size = 0

    async def bounded() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > MAX_BODY:
            while message.get("more_body"):
                message = await receive()
            raise too_large()
        return message

    return bounded


async def _body(receive: Receive) -> bytes:
    receive = _bounded(receive)
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    chunks = [body]
    while message.get("more_body"):
        message = await receive()
        chunks.append(message.get("body", b""))
    return b"".join(chunks)


async def _parts(scope: Scope, receive: Receive, values: dict[str, Any]) -> Params:
    uploads: dict[str, Upload] = {}
    try:
        async with Request(scope, receive).form(max_files=MAX_FILES) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    mime = value.content_type or "application/octet-stream"
                    uploads[name] = Upload(value.filename or name, await value.read(), mime)
                else:
                    values[name] = value
    except MultiPartException as error:
        if "maximum" in error.message.lower():
            raise too_large() from None
        raise bad_request("can't parse multipart/form-data") from None
    return Params(values, uploads)
