"""Drives a bot against the world step by step, without network, threads or waiting.

For tests and for playing the demo's history: the durable side and the delivering are the real
ones, only the loops of bot.wire are replaced by "do all there is to do".
"""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from bot.simulator.api.asgi import response_to
from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.api.params import Params
from bot.simulator.world.files import Upload
from bot.simulator.world.world import World
from bot.wire.client import Client
from bot.wire.deliver import deliver, rendered
from bot.wire.outgoing import OutgoingCall, SendResult
from bot.wire.ports import Committed, Ended
from bot.wire.ptb_private import Upload as ApiUpload
from bot.wire.run import Backend
from bot.wire.transport import File, Transport
from bot.wire.way import ALLOWED

MOST_ROUNDS = 10_000
T = TypeVar("T")


class WorldTransport(Transport):
    """The Bot API without a network: the world answers at once, in the bytes it would send."""

    def __init__(self, world: World) -> None:
        self._world = world.state
        self._world_api = LocalBotApi(world.state)

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def exchange(
        self,
        method: str,
        url: str,
        fields: Mapping[str, str],
        files: Mapping[str, File],
        timeout: float,
    ) -> tuple[int, bytes]:
        uploads = {name: Upload(*file) for name, file in files.items()}
        reply = self._world_api.reply(url.rpartition("/")[2], Params(fields, uploads))
        response = response_to(reply)
        if response.body is None:
            raise TimeoutError
        return response.status, response.body

    async def fetch(self, url: str, *, most: int, timeout: float) -> bytes | None:
        found = self._world.files.at_path(url.partition("/file/bot")[2].partition("/")[2])
        return None if found is None or len(found.content) > most else found.content


class Stepper:
    def __init__(self, world: World, backend: Backend) -> None:
        self._backend = backend
        self._local = LocalBotApi(world.state)
        self._api = Client(world.state.token, api_url="", transport=WorldTransport(world))
        self._offset: int | None = None
        self._all_served_at: datetime | None = None
        """When nothing in the inbox waited; what others put there is found as time goes by."""
        self._all_made_at: datetime | None = None
        """When there was nothing left to make, unless more was asked for since."""
        backend.watch_jobs(self._asked)

    def run_until_idle(self) -> None:
        """Everything that can happen now, happens: intake, turns, agenda and sending."""
        self.answer()
        if self._backend.run_due():
            self.answer()

    def answer(self) -> None:
        """What was said is heard, served and answered; the agenda is not looked at."""
        for turn in range(MOST_ROUNDS):
            heard = self._take_in()
            more = not turn and self._serve_waiting()
            made = self._make_next()
            sent = self._send()
            if not (heard or more or made or sent):
                return
        raise RuntimeError("the bot does not come to rest")

    def _take_in(self) -> int:
        params: dict[str, object] = {"timeout": 0, "allowed_updates": ALLOWED}
        if self._offset is not None:
            params["offset"] = self._offset
        updates = self._local.call("getUpdates", params)["result"]
        if updates:
            self._keep(updates)
            self._offset = updates[-1]["update_id"] + 1
        return len(updates)

    def _keep(self, updates: Sequence[object]) -> None:
        self._commit(updates, ())

    def _serve_waiting(self) -> bool:
        return self._now() != self._all_served_at and self._commit((), ()).more

    def _commit(self, updates: Sequence[object], ended: Sequence[Ended]) -> Committed:
        committed = self._backend.commit(updates, ended)
        self._all_served_at = None if committed.resting else self._now()
        return committed

    def _make_next(self) -> bool:
        """Only an asking, or time, brings anything to make."""
        if self._now() == self._all_made_at:
            return False
        made = bool(self._backend.make_next() or self._backend.read_next())
        self._all_made_at = None if made else self._now()
        return made

    def _now(self) -> datetime:
        return self._backend.clock.now()

    def _asked(self) -> None:
        self._all_made_at = None

    def _send(self) -> int:
        calls = self._backend.look((), 50).calls
        if calls:
            self._commit((), [(call, self._deliver(call)) for call in calls])
        return len(calls)

    def _deliver(self, call: OutgoingCall) -> SendResult:
        """Nothing else is under way, so a failure is taken for an outage."""
        return _at_once(
            deliver(
                self._api,
                call,
                files=self._files,
                clock=self._backend.clock,
                reachable=lambda: False,
            )
        )

    async def _files(self, call: OutgoingCall) -> Sequence[ApiUpload]:
        return rendered(self._backend.render, call)


def _at_once(doing: Coroutine[Any, Any, T]) -> T:
    """The result of what never has to wait."""
    try:
        doing.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    raise RuntimeError("the world kept the bot waiting")
