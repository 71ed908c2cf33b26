"""Carries updates to a bot's webhook: in order within a chat, again and again until taken."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

import aiohttp

from bot.simulator.api.params import Params
from bot.simulator.api.world import World
from bot.simulator.world.update_queue import Pending

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)


class Webhook:
    """One errand per chat, each with the oldest update of its chat only."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._errands: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        wakeup = self._world.updates.wakeup()
        async with aiohttp.ClientSession(timeout=ANSWER_WITHIN) as session:
            try:
                while True:
                    await wakeup.wait()
                    wakeup.clear()
                    self._send_out(session)
            finally:
                for errand in self._errands.values():
                    errand.cancel()

    def _send_out(self, session: aiohttp.ClientSession) -> None:
        hook = self._world.updates.webhook
        if hook is None:
            return
        for waiting in self._world.updates.pending:
            if len(self._errands) >= hook["max_connections"]:
                return
            if waiting.lane not in self._errands:
                errand = asyncio.create_task(self._lane(session, waiting.lane))
                self._errands[waiting.lane] = errand

    async def _lane(self, session: aiohttp.ClientSession, lane: int) -> None:
        updates, wait = self._world.updates, FIRST_WAIT
        try:
            while (hook := updates.webhook) is not None:
                updates.expire(self._world.clock.now())
                head = next((one for one in updates.pending if one.lane == lane), None)
                if head is None:
                    return
                if await self._deliver(session, hook, head):
                    updates.drop(head)
                    wait = FIRST_WAIT
                else:
                    await asyncio.sleep(wait)
                    wait = min(2 * wait, LONGEST_WAIT)
        finally:
            self._errands.pop(lane, None)
            updates.release()  # a lane that had found no room may go now

    async def _deliver(
        self, session: aiohttp.ClientSession, hook: dict[str, Any], head: Pending
    ) -> bool:
        secret = {"X-Telegram-Bot-Api-Secret-Token": hook["secret"]} if hook["secret"] else {}
        try:
            async with session.post(hook["url"], json=head.update, headers=secret) as answer:
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note_error(hook, type(error).__name__)
            return False
        if not 200 <= answer.status < 300:
            self._note_error(hook, f"Wrong response from the webhook: {answer.status}")
            return False
        self._act_on(body)
        return True

    def _note_error(self, hook: dict[str, Any], what: str) -> None:
        hook["last_error_date"] = self._world.timestamp()
        hook["last_error_message"] = what

    def _act_on(self, body: bytes) -> None:
        """A webhook may answer with one method to be called."""
        with contextlib.suppress(ValueError):
            said = json.loads(body or b"null")
            if isinstance(said, dict) and isinstance(said.get("method"), str):
                self._world.reply(said["method"], Params(said))
