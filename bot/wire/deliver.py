"""One call to the Bot API, and what is to be made of its end. The one place that decides it."""

from __future__ import annotations

from collections.abc import Callable

from telegram.error import TelegramError

from bot.wire.classify_error import classify_error
from bot.wire.outgoing import TOO_LATE, OutgoingCall, Refused, SendResult, Sent
from bot.wire.ports import BotApi, Clock
from bot.wire.trace import trace


async def deliver(
    api: BotApi, call: OutgoingCall, *, clock: Clock, reachable: Callable[[], bool]
) -> SendResult:
    """Raises nothing. `reachable` is asked after a failure: whether others get through."""
    if call.expires_at is not None and call.expires_at <= clock.now():
        return Refused(TOO_LATE)
    try:
        result = await api.call(call.method, call.params, file=call.file)
    except TelegramError as error:
        waited = (clock.now() - call.created_at).total_seconds()
        return classify_error(error, attempts=call.attempts, waited=waited, reachable=reachable())
    except Exception as error:  # noqa: BLE001 - one broken row must not stop the others
        return Refused(trace(error), ours=True)
    return Sent(_message_ids(result))


def _message_ids(result: object) -> tuple[int, ...]:
    """sendMessage answers a message, sendMediaGroup a list of them, others true."""
    messages = result if isinstance(result, list) else [result]
    return tuple(
        message["message_id"]
        for message in messages
        if isinstance(message, dict) and isinstance(message.get("message_id"), int)
    )
