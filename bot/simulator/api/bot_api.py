"""The local Bot API without any network: one call of a bot, and the answer object it gets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, NamedTuple

from bot.simulator.api.methods.polling import get_updates_waiting
from bot.simulator.api.methods.table import KNOWN_TO_TELEGRAM, METHODS
from bot.simulator.api.params import Params
from bot.simulator.text.refusal import (
    ApiError,
    GarbledError,
    NoAnswerError,
    bad_request,
    conflict,
    too_many_requests,
)
from bot.simulator.world.faults import Fault
from bot.simulator.world.files import Upload
from bot.simulator.world.model import Json
from bot.simulator.world.state import State
from bot.simulator.world.update_queue import TERMINATED
from bot.wire.log import record
from bot.wire.log_actions import Action

_PROXY_PAGE = "<html>\r\n<head><title>{} {}</title></head>\r\n<body>nginx</body>\r\n</html>"


class Reply(NamedTuple):
    """What goes over the wire; an answer of None is a connection that just ends."""

    answer: Json | None
    raw: bytes | None = None
    status: int = 200
    delay: float = 0.0


class LocalBotApi:
    def __init__(self, state: State) -> None:
        self._state = state

    def call(
        self,
        method: str,
        params: Mapping[str, Any],
        files: Mapping[str, Upload | tuple[str, bytes, str]] | None = None,
    ) -> Json:
        """Answered at once: the Bot API's whole answer object."""
        return unwrapped(self.reply(method, _params(params, files)))

    def reply(self, method: str, params: Params) -> Reply:
        name = method.lower()
        return self._reply(name, params, self._counted(name, params))

    async def reply_async(self, method: str, params: Params) -> Reply:
        """Like reply, but getUpdates waits for updates and faults take their time."""
        name = method.lower()
        fault = self._counted(name, params)
        slow = fault is not None and fault.kind == "slow"
        if fault is not None and slow:
            await asyncio.sleep(fault.seconds)
        if name == "getupdates" and (fault is None or slow):
            return Reply(await self._answer_poll(params))
        reply = self._reply(name, params, fault)
        if reply.delay:
            await asyncio.sleep(reply.delay)
        return reply

    def _counted(self, name: str, params: Params) -> Fault | None:
        """Counts the call, and draws the fault that hits it, if any."""
        self._state.calls[name] += 1
        faults = self._state.faults
        return faults.take(name, _chat(params)) if faults.rules else None

    def _reply(self, name: str, params: Params, fault: Fault | None) -> Reply:
        if fault is not None and (early := _early_reply(fault)) is not None:
            return early
        reply = Reply(self._answer(name, params))
        return reply if fault is None else _damaged(fault, reply)

    def _answer(self, name: str, params: Params) -> Json:
        answer = METHODS.get(name)
        if answer is None:
            return _unknown(name).answer()
        try:
            return {"ok": True, "result": answer(self._state, params)}
        except ApiError as refusal:
            return refusal.answer()
        except (TypeError, ValueError, AttributeError) as error:
            # A parameter of a wrong shape, which Telegram would also refuse in some words.
            record(Action.SIMULATOR_FAILED, method=name, error=error)
            return bad_request("wrong parameter type in request").answer()

    async def _answer_poll(self, params: Params) -> Json:
        try:
            return {"ok": True, "result": await get_updates_waiting(self._state, params)}
        except ApiError as refusal:
            return refusal.answer()


def _unknown(name: str) -> ApiError:
    """Clients take a 404 for a wrong token, and give up."""
    if name in KNOWN_TO_TELEGRAM:
        return bad_request("the simulator does not know this method")
    return ApiError(404, "Not Found")


def _params(
    params: Mapping[str, Any], files: Mapping[str, Upload | tuple[str, bytes, str]] | None
) -> Params:
    return Params(params, {name: Upload(*file) for name, file in (files or {}).items()})


def _chat(params: Params) -> int | None:
    given = params.values.get("chat_id")
    try:
        return None if given is None else int(given)
    except (TypeError, ValueError, OverflowError):
        return None


def _early_reply(fault: Fault) -> Reply | None:
    """The reply where nothing is done; None if the method is carried out all the same."""
    if fault.kind == "flood":
        return Reply(too_many_requests(fault.retry_after).answer())
    if fault.kind == "refusal":
        return Reply(bad_request(fault.words).answer())
    if fault.kind == "conflict":
        return Reply(conflict(TERMINATED).answer())
    if fault.kind == "server_error":
        return Reply(ApiError(fault.status, _reason(fault.status)).answer())
    if fault.kind == "html_error":
        page = _PROXY_PAGE.format(fault.status, _reason(fault.status))
        return Reply(None, page.encode(), fault.status)
    if fault.kind == "timeout":
        return Reply(None, delay=fault.seconds)
    return None


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Internal Server Error"


def _damaged(fault: Fault, reply: Reply) -> Reply:
    if fault.kind == "lost":
        return Reply(None)
    if fault.kind == "malformed":
        return Reply(None, json.dumps(reply.answer).encode()[:-7] + b"\xff")
    return reply


def unwrapped(reply: Reply) -> Json:
    if reply.answer is not None:
        return reply.answer
    if reply.raw is not None:
        raise GarbledError(reply.status, reply.raw)
    raise NoAnswerError("the connection ended without an answer")
