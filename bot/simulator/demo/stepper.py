"""Drives a bot against the world step by step, without network, threads or waiting.

For tests and for playing the demo's history: the durable side is the real one, only the loops of
bot.wire are replaced by "do all there is to do".
"""

from __future__ import annotations

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.world.world import World
from bot.wire.classify_error import classify_error
from bot.wire.client import UPLOADS
from bot.wire.intake import ALLOWED
from bot.wire.outgoing import TOO_LATE, OutgoingCall, Refused, SendResult, Sent
from bot.wire.run import Backend
from bot.wire.sender import message_ids

MOST_ROUNDS = 10_000


class Stepper:
    def __init__(self, world: World, backend: Backend) -> None:
        self._api = LocalBotApi(world.state)
        self._works = backend
        self._offset: int | None = None

    def settle(self) -> None:
        """Everything that can happen now, happens: intake, turns, agenda and sending."""
        self.answer()
        if self._works.tick():
            self.answer()

    def answer(self) -> None:
        """What was said is heard, served and answered; the agenda is not looked at."""
        for turn in range(MOST_ROUNDS):
            heard = self._take_in()
            served = self._works.serve() if heard or not turn else 0
            sent = self._send()
            if not (heard or served or sent):
                return
        raise RuntimeError("the bot does not come to rest")

    def _take_in(self) -> int:
        params: dict[str, object] = {"timeout": 0, "allowed_updates": ALLOWED}
        if self._offset is not None:
            params["offset"] = self._offset
        updates = self._api.call("getUpdates", params)["result"]
        if updates:
            self._works.store(updates)
            self._offset = updates[-1]["update_id"] + 1
        return len(updates)

    def _send(self) -> int:
        calls = self._works.due((), 50)
        if calls:
            self._works.settle([(call, self._deliver(call)) for call in calls])
        return len(calls)

    def _deliver(self, call: OutgoingCall) -> SendResult:
        if call.expires_at is not None and call.expires_at <= self._works.clock.now():
            return Refused(TOO_LATE)
        params, files = dict(call.params), {}
        if call.file is not None:
            name = str(params.pop("file_name", "berkas"))
            files[UPLOADS[call.method]] = (name, call.file, "image/png")
        try:
            return Sent(message_ids(_result(self._api.call(call.method, params, files))))
        except TelegramError as error:
            return self._fate_of(error, call)

    def _fate_of(self, error: TelegramError, call: OutgoingCall) -> SendResult:
        waited = (self._works.clock.now() - call.created_at).total_seconds()
        return classify_error(error, attempts=call.attempts, waited=waited, line_up=False)


def _result(answer: dict[str, object]) -> object:
    """The result, or the error that python-telegram-bot makes of such an answer."""
    if answer["ok"]:
        return answer["result"]
    words, code = str(answer["description"]), answer["error_code"]
    more = answer.get("parameters")
    if isinstance(more, dict) and "migrate_to_chat_id" in more:
        raise ChatMigrated(more["migrate_to_chat_id"])
    if isinstance(more, dict) and "retry_after" in more:
        raise RetryAfter(more["retry_after"])
    match code:
        case 400:
            raise BadRequest(words)
        case 403:
            raise Forbidden(words)
        case 401 | 404:
            raise InvalidToken(words)
    raise NetworkError(words)
