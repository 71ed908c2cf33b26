"""Gives out the page's own files, and tells the browser to take nothing from elsewhere."""

from __future__ import annotations

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


class PageFiles(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        answer.headers["content-security-policy"] = _POLICY
        answer.headers["x-content-type-options"] = "nosniff"
        answer.headers["cache-control"] = "no-cache"
        return answer
