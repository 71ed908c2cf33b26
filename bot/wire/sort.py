"""Sorts what the Bot API answers into what must be done about it. The one place for that."""

from __future__ import annotations

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.wire.parcel import (
    CardGone,
    Fate,
    Migrated,
    Refused,
    SendPlain,
    Sent,
    Unreachable,
    Wait,
)

LONGEST_PAUSE = 60.0  # seconds between tries while the network or Telegram is down
MOST_ATTEMPTS = 40  # of one message that the server itself fails on

# Beginnings of Telegram's words, without "Bad Request: ", in lower case. They are what its server
# prints; there is no error number finer than 400.
_ALREADY_SO = ("message is not modified", "query is too old", "query id is invalid")
_MARKUP = ("can't parse entities", "can't parse message text")
_CARD_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier is not specified",
)
_NOBODY = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user is deactivated",
    "need administrator rights",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "group chat was deactivated",
)


def fate_of(error: TelegramError, *, attempts: int) -> Fate:
    """Most specific first: BadRequest and TimedOut are subclasses of NetworkError."""
    match error:
        case RetryAfter():
            return Wait(_seconds(error), "429")
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case Forbidden():
            return Unreachable(_short(error))
        case InvalidToken():
            return Wait(LONGEST_PAUSE, "token refused")
        case BadRequest():
            return _of_bad_request(error)
        case TimedOut() | NetworkError():
            return _of_network(error, attempts)
    return Refused(_short(error))


def _seconds(error: RetryAfter) -> float:
    wait = error._retry_after
    return float(wait.total_seconds())


def _of_bad_request(error: BadRequest) -> Fate:
    words = error.message.lower()
    for beginnings, fate in (
        (_ALREADY_SO, Sent()),
        (_MARKUP, SendPlain()),
        (_CARD_GONE, CardGone()),
        (_NOBODY, Unreachable(_short(error))),
    ):
        if any(part in words for part in beginnings):
            return fate
    return Refused(_short(error))


def _of_network(error: TelegramError, attempts: int) -> Fate:
    """No answer, or the server's own failure: again later, and not for ever."""
    if attempts >= MOST_ATTEMPTS:
        return Refused(f"{attempts} attempts failed")
    pause = min(0.5 * 2**attempts, LONGEST_PAUSE)
    return Wait(pause, type(error).__name__, counts=True)


def _short(error: TelegramError) -> str:
    """Telegram's words name no person; they are cut all the same."""
    return error.message[:120]
