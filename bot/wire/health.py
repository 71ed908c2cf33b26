"""`/healthz` and `/readyz`: 200 or 503, and why, for whoever watches over this PC."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.wire.pulse import Pulse


def health_app(pulse: Pulse) -> Starlette:
    async def healthz(_: Request) -> Response:
        """Whether the process is worth keeping."""
        stuck = pulse.stuck()
        return JSONResponse({"alive": not stuck, "stuck": stuck}, 503 if stuck else 200)

    async def readyz(_: Request) -> Response:
        """Whether people are being served."""
        silence, troubles = pulse.last_poll(), pulse.troubles()
        told = {"ready": not troubles, "troubles": troubles}
        if silence is not None:
            told["last_poll_s"] = round(silence, 1)
        return JSONResponse(told, 503 if troubles else 200)

    app = Starlette(routes=[Route("/healthz", healthz), Route("/readyz", readyz)])
    app.router.redirect_slashes = False
    return app
