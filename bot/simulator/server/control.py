"""The page and the control API under /sim/, for hands and for tests of other processes."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route

from bot.simulator.server import actions, views
from bot.simulator.server.once import Once
from bot.simulator.server.page_files import PageFiles
from bot.simulator.text.refusal import ApiError, ImpossibleError
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.files import Upload
from bot.simulator.world.world import World

HEARTBEAT = 15.0
GATHER = 0.03
MAX_FILES = 30
PAGE = Path(__file__).parents[1] / "page"
OnReset = Callable[[], Awaitable[None]]


def control_app(world: World, on_reset: OnReset | None = None) -> Starlette:
    control = _Control(world, on_reset)
    routes = [
        Route("/sim/state", control.state),
        Route("/sim/events", control.events),
        Route("/sim/act", control.act, methods=["POST"]),
        Route("/sim/upload", control.upload, methods=["POST"]),
        Route("/sim/files/{file_id}", control.file),
        Route("/sim/clock", control.clock, methods=["POST"]),
        Route("/sim/faults", control.faults, methods=["GET", "POST", "DELETE"]),
        Route("/sim/settings", control.settings, methods=["POST"]),
        Route("/sim/reset", control.reset, methods=["POST"]),
        Mount("/", PageFiles(directory=PAGE, html=True)),
    ]
    app = Starlette(routes=routes)
    app.add_exception_handler(ImpossibleError, _explain)
    app.add_exception_handler(ApiError, _explain)
    return app


class _Control:
    def __init__(self, world: World, on_reset: OnReset | None) -> None:
        self._world = world
        self._state = world.state
        self._reset = Once(on_reset or self._empty)

    async def state(self, request: Request) -> Response:
        """GET: everything the page shows; ?since=VERSION gives only what changed after it."""
        since = request.query_params.get("since")
        if since is None:
            return JSONResponse(views.snapshot(self._state))
        return JSONResponse(views.changes(self._state, _integer("since", since)))

    async def events(self, request: Request) -> Response:
        """GET: the same as a stream of server-sent events, first everything, then the changes."""
        return StreamingResponse(
            self._stream(), media_type="text/event-stream", headers={"cache-control": "no-store"}
        )

    async def _stream(self) -> AsyncIterator[str]:
        view = views.snapshot(self._state)
        while not self._state.journal.closing:
            yield f"data: {json.dumps(view, ensure_ascii=False)}\n\n"
            while not await self._state.journal.changed(view["version"], HEARTBEAT):
                yield ": still here\n\n"
            await asyncio.sleep(GATHER)  # a burst of changes travels together
            view = views.changes(self._state, view["version"])

    async def act(self, request: Request) -> Response:
        """POST {"do": name, …}: what a person does, see ACTIONS; answers {"done": result}."""
        order = await _object(request)
        return JSONResponse({"done": actions.act(self._world, order)})

    async def upload(self, request: Request) -> Response:
        """POST a form: user, chat, caption, reply_to, thread, as_files, and parts "file"."""
        async with _form(request) as form:
            uploads = [
                Upload(_typed(part.filename), await part.read(), part.content_type or "")
                for part in form.getlist("file")
                if isinstance(part, UploadFile)
            ]
            reply_to, thread = form.get("reply_to"), form.get("thread")
            sent = actions.send_files(
                self._world,
                _integer("user", form.get("user")),
                _integer("chat", form.get("chat")),
                uploads,
                caption=str(form.get("caption") or ""),
                as_files=form.get("as_files") == "true",
                reply_to=_integer("reply_to", reply_to) if reply_to else None,
                thread=_integer("thread", thread) if thread else None,
            )
        return JSONResponse({"done": sent})

    async def file(self, request: Request) -> Response:
        """GET: the content of a file by its file_id. Only pictures are shown, others are saved."""
        found = self._state.files.get(request.path_params["file_id"])
        if found.kind == "photo":
            return Response(found.content, media_type="image/jpeg")
        saving = {"content-disposition": "attachment"}
        return Response(found.content, media_type="application/octet-stream", headers=saving)

    async def clock(self, request: Request) -> Response:
        """POST {"advance": seconds}, {"to": ISO time} or {"next": [weekday, hour, minute]}."""
        order, clock = await _object(request), self._state.clock
        if not isinstance(clock, MovableClock):
            raise ImpossibleError("jam simulator ini tidak bisa digerakkan")
        _move(clock, order)
        self._state.journal.note("clock")
        return JSONResponse({"now": clock.now().isoformat()})

    async def faults(self, request: Request) -> Response:
        """GET the rules; POST {"kind": …, "method": …, "chat": …, "times": …, …}; DELETE all."""
        faults = self._state.faults
        if request.method == "DELETE":
            faults.clear()
        elif request.method == "POST":
            order = await _object(request)
            try:
                faults.add(order.pop("kind", ""), **order)
            except (TypeError, ValueError) as error:
                raise ImpossibleError(str(error)) from error
        return JSONResponse({"faults": [rule.as_json() for rule in faults.rules]})

    async def settings(self, request: Request) -> Response:
        """POST {"privacy": true, "flood_limits": false}: either or both."""
        order, state = await _object(request), self._state
        limits = state.flood_limits
        state.privacy = bool(order.get("privacy", state.privacy))
        limits.enabled = bool(order.get("flood_limits", limits.enabled))
        return JSONResponse({"privacy": state.privacy, "flood_limits": limits.enabled})

    async def reset(self, request: Request) -> Response:
        """POST: back to the first day. A host does it itself, for its bot has to stop first."""
        await self._reset()
        return JSONResponse({"version": self._state.version})

    async def _empty(self) -> None:
        self._state.reset()


async def _object(request: Request) -> dict[str, Any]:
    # A page of another origin cannot send this type without being asked about it first.
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise ImpossibleError("send application/json")
    try:
        given = await request.json()
    except (ValueError, RecursionError) as error:
        raise ImpossibleError(f"not JSON: {error}") from error
    if not isinstance(given, dict):
        raise ImpossibleError("send a JSON object")
    return given


@contextlib.asynccontextmanager
async def _form(request: Request) -> AsyncIterator[FormData]:
    try:
        async with request.form(max_files=MAX_FILES) as form:
            yield form
    except HTTPException as error:
        many = f"paling banyak {MAX_FILES} berkas sekali kirim"
        why = many if "files" in error.detail else "kiriman ini tidak dapat dibaca"
        raise ImpossibleError(why) from error


def _typed(filename: str | None) -> str:
    """A browser writes these three, and nothing else, as %XX in the file names of a form."""
    name = filename or "berkas"
    return name.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")


def _integer(name: str, given: object) -> int:
    try:
        return int(str(given))
    except ValueError:
        raise ImpossibleError(f"{name} is a whole number") from None


def _move(clock: MovableClock, order: dict[str, Any]) -> None:
    try:
        if "advance" in order:
            clock.advance(timedelta(seconds=float(order["advance"])))
        elif "to" in order:
            clock.move_to(datetime.fromisoformat(str(order["to"])))
        elif "next" in order:
            weekday, hour, minute = (int(part) for part in order["next"])
            clock.to_next(weekday, hour, minute)
        else:
            raise ImpossibleError('send "advance", "to" or "next"')
    except (TypeError, ValueError, OverflowError) as error:
        raise ImpossibleError(str(error)) from error


async def _explain(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, status_code=400)
