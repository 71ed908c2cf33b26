"""Keeps strange web pages away from the simulator: it listens to this machine only."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = {"localhost", "127.0.0.1", "[::1]", "::1"}
_REFUSED = b"this simulator only answers pages and programs of this very machine\n"


class Guard:
    """Refuses a Host that is not loopback (DNS rebinding) and requests of other origins."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not _ours(scope):
            await _refuse(send)
            return
        await self._app(scope, receive, send)


def _ours(scope: Scope) -> bool:
    host = origin = site = b""
    for name, value in scope["headers"]:
        if name == b"host":
            host = value
        elif name == b"origin":
            origin = value
        elif name == b"sec-fetch-site":
            site = value
    # Whoever follows a link to the page, from a manual say, may come from anywhere.
    if site in {b"cross-site", b"same-site"} and (scope["path"], scope["method"]) != ("/", "GET"):
        return False
    if _hostname(host.decode("latin-1")) not in LOOPBACK:
        return False
    return origin in {b"", b"http://" + host}


def _hostname(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


async def _refuse(send: Send) -> None:
    headers = [(b"content-type", b"text/plain"), (b"content-length", b"%d" % len(_REFUSED))]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": _REFUSED})
