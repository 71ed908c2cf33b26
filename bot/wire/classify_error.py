"""Sorts what the Bot API answers into what must be done about it. The one place for that."""

from __future__ import annotations

import re

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

from bot.wire.outgoing import (
    CardGone,
    Migrated,
    NoFilesHere,
    Refused,
    SendPlain,
    SendResult,
    Sent,
    Unreachable,
    Wait,
)
from bot.wire.ptb_private import retry_after

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0  # seconds between tries of a message
MOST_ATTEMPTS = 40  # of one message that fails while others get through
MOST_WORDS = 120  # letters, of Telegram's
_QUOTED = re.compile(r"""(?<!\w)(?:".*"|'.*'|["'].*)""", re.DOTALL)  # an apostrophe is no quote

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
# A group may let its members write and send no files; newer servers name each sort of file.
_NO_FILES = tuple(
    words
    for sort in (
        *("photos", "documents", "docs", "videos", "media", "audios", "voices", "voice notes"),
        *("video notes", "roundvideos"),
    )
    for words in (f"not enough rights to send {sort}", f"chat_send_{sort}_forbidden")
)
_NOBODY = (
    "topic_closed",
    "topic_deleted",
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


def classify_error(
    error: TelegramError, *, attempts: int, waited: float, reachable: bool
) -> SendResult:
    """Most specific first: BadRequest and TimedOut are subclasses of NetworkError.

    `waited`: seconds since the message was written. `reachable`: whether others get through.
    """
    match error:
        case RetryAfter():
            return Wait(retry_after(error), "429")
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case Forbidden():
            return Unreachable(reason_of(error))
        case InvalidToken():
            return Wait(LONGEST_PAUSE, "token refused")
        case BadRequest():
            return _of_bad_request(error)
        case TimedOut() | NetworkError():
            return _of_network(error, attempts, waited, reachable)
    return Refused(reason_of(error))


def _of_bad_request(error: BadRequest) -> SendResult:
    words = error.message.lower()
    for beginnings, result in (
        (_ALREADY_SO, Sent()),
        (_MARKUP, SendPlain()),
        (_CARD_GONE, CardGone()),
        (_NO_FILES, NoFilesHere(reason_of(error))),
        (_NOBODY, Unreachable(reason_of(error))),
    ):
        if any(part in words for part in beginnings):
            return result
    return Refused(reason_of(error))


def _of_network(error: TelegramError, attempts: int, waited: float, reachable: bool) -> SendResult:
    """No answer, or the server's own failure: again later, and for ever where nothing else gets
    through either. An outage is nobody's fault, however long it lasts."""
    if attempts >= MOST_ATTEMPTS:
        return Refused(f"{attempts} attempts failed")
    pause = min(max(FIRST_PAUSE, waited / 2), LONGEST_PAUSE)
    return Wait(pause, reason_of(error), counts=reachable)


def reason_of(error: TelegramError) -> str:
    """Telegram's words, without what they quote: that may be a person's."""
    return _QUOTED.sub("…", error.message)[:MOST_WORDS]
