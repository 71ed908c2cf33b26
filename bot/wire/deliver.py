"""One call to the Bot API, and what is to be made of its end. The one place that decides it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.wire.classify_error import classify_error, reason_of
from bot.wire.leaner import leaner
from bot.wire.outgoing import (
    TOO_LATE,
    Leaner,
    NotRendered,
    OutgoingCall,
    Refused,
    SendResult,
    Sent,
)
from bot.wire.ports import BotApi, Clock, Render
from bot.wire.ptb_private import Upload
from bot.wire.trace import trace

# A method that a server does not have is 404, as is a token that it does not know.
MAY_BE_UNKNOWN = {"setMessageReaction", "answerGuestQuery"}

Files = Callable[[OutgoingCall], Awaitable[Sequence[Upload]]]


async def deliver(
    api: BotApi,
    call: OutgoingCall,
    *,
    files: Files,
    clock: Clock,
    reachable: Callable[[], bool],
) -> SendResult:
    """Raises nothing, or its chat would wait for ever. `files` makes what goes along; `reachable`
    is asked after a failure: whether others get through."""
    try:
        return await _delivered(api, call, files=files, clock=clock, reachable=reachable)
    except Exception as error:  # noqa: BLE001 - one broken row must not stop the others
        return Refused(trace(error), ours=True)


async def _delivered(
    api: BotApi,
    call: OutgoingCall,
    *,
    files: Files,
    clock: Clock,
    reachable: Callable[[], bool],
) -> SendResult:
    if call.expires_at is not None and call.expires_at <= clock.now():
        return Refused(TOO_LATE)
    try:
        uploads = await files(call) if call.renderings else ()
    except Exception as error:  # noqa: BLE001 - the words go out, whatever a renderer says
        return NotRendered(trace(error))
    try:
        result = await api.call(call.method, call.params, files=uploads)
    except TelegramError as error:
        if isinstance(error, BadRequest) and (left := leaner(error.message, call.params)):
            return Leaner(left, reason_of(error))
        if isinstance(error, InvalidToken) and call.method in MAY_BE_UNKNOWN:
            return Refused(reason_of(error))
        waited = (clock.now() - call.created_at).total_seconds()
        return classify_error(error, attempts=call.attempts, waited=waited, reachable=reachable())
    return Sent(_message_ids(result))


def rendered(render: Render, call: OutgoingCall) -> list[Upload]:
    """The files of a call, made now. Raises whatever the renderer raises."""
    return [Upload(each.name, each.file_name, render(each)) for each in call.renderings]


def _message_ids(result: object) -> tuple[int, ...]:
    """sendMessage answers a message, sendMediaGroup a list of them, others true."""
    messages = result if isinstance(result, list) else [result]
    return tuple(
        message["message_id"]
        for message in messages
        if isinstance(message, dict) and isinstance(message.get("message_id"), int)
    )
