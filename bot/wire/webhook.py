"""Telegram's webhook: 200 is the acknowledgement, so it is answered only after the commit."""

from __future__ import annotations

import hmac

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.wire import lenient_json
from bot.wire.lanes import update_key
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.ports import Keep

LARGEST_BODY = 1 << 20
CLOSE = {"Connection": "close"}  # the rest of a body that is refused is not even read
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # Bot API, setWebhook


def webhook_app(path: str, secret: str, keep: Keep) -> Starlette:
    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403, headers=CLOSE)
        if "transfer-encoding" in request.headers:  # Telegram says how long an update is
            return Response(status_code=411, headers=CLOSE)
        body = await _body(request)
        if body is None:
            return Response(status_code=413, headers=CLOSE)
        # Whoever knows the secret is Telegram: what we cannot read is parked, or it would come
        # again and again for a day, with its chat waiting behind it.
        update = lenient_json.update(body.decode("utf-8", "replace"))
        try:
            await keep([update])
        except Exception as error:  # noqa: BLE001 - not stored, so not acknowledged: Telegram repeats it
            record(Action.STORE_FAILED, update=update_key(update)[0], error=error)
            return Response(status_code=503)
        return Response(status_code=200)

    closed = dict.fromkeys((404, 405), _closed)
    app = Starlette(routes=[Route(path, receive, methods=["POST"])], exception_handlers=closed)
    app.router.redirect_slashes = False  # what is asked for is there, or is not
    return app


async def _closed(_request: Request, error: Exception) -> Response:
    """Whoever asks for what is not here has no business with us; nor has the rest of it."""
    assert isinstance(error, HTTPException)
    return Response(status_code=error.status_code, headers={**(error.headers or {}), **CLOSE})


async def _body(request: Request) -> bytes | None:
    """None where it is larger than any update; read no further than that."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)
