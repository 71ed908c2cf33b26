"""Sends updates to a bot's webhook: in order within a chat, again and again until taken."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

import aiohttp

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.api.params import Params
from bot.simulator.world.state import State
from bot.simulator.world.update_queue import Pending

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)


class WebhookSender:
    """One task per chat, each with the oldest update of its chat only."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._api = LocalBotApi(state)
        self._tasks: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        wakeup = self._state.updates.wakeup()
        async with aiohttp.ClientSession(timeout=ANSWER_WITHIN) as session:
            try:
                while True:
                    await wakeup.wait()
                    wakeup.clear()
                    self._start_tasks(session)
            finally:
                for task in self._tasks.values():
                    task.cancel()

    def _start_tasks(self, session: aiohttp.ClientSession) -> None:
        hook = self._state.updates.webhook
        if hook is None:
            return
        for waiting in self._state.updates.pending:
            if len(self._tasks) >= hook["max_connections"]:
                return
            if waiting.chat not in self._tasks:
                task = asyncio.create_task(self._send_chat(session, waiting.chat))
                self._tasks[waiting.chat] = task

    async def _send_chat(self, session: aiohttp.ClientSession, chat: int) -> None:
        updates, wait = self._state.updates, FIRST_WAIT
        try:
            while (hook := updates.webhook) is not None:
                updates.expire(self._state.clock.now())
                head = next((one for one in updates.pending if one.chat == chat), None)
                if head is None:
                    return
                if await self._deliver(session, hook, head):
                    updates.drop(head)
                    wait = FIRST_WAIT
                else:
                    await asyncio.sleep(wait)
                    wait = min(2 * wait, LONGEST_WAIT)
        finally:
            self._tasks.pop(chat, None)
            updates.release()  # a chat for which there was no room may go now

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
        hook["last_error_date"] = self._state.timestamp()
        hook["last_error_message"] = what

    def _act_on(self, body: bytes) -> None:
        """A webhook may answer with one method to be called."""
        with contextlib.suppress(ValueError):
            said = json.loads(body or b"null")
            if isinstance(said, dict) and isinstance(said.get("method"), str):
                self._api.reply(said["method"], Params(said))
