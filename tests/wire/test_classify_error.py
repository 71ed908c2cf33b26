"""What must be done about what the Bot API answers."""

from __future__ import annotations

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.wire.classify_error import LONGEST_PAUSE, MOST_ATTEMPTS, classify_error, reason_of
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


def result(
    error: TelegramError, *, attempts: int = 0, waited: float = 0, reachable: bool = True
) -> SendResult:
    return classify_error(error, attempts=attempts, waited=waited, reachable=reachable)


@pytest.mark.parametrize("error", [TimedOut(), NetworkError("Bad Gateway")])
def test_in_an_outage_no_try_counts_and_the_pauses_grow(error: TelegramError) -> None:
    pauses = []
    for waited in (0, 1, 10, 3_600, 86_400):
        found = result(error, waited=waited, reachable=False)
        assert isinstance(found, Wait)
        assert not found.counts
        pauses.append(found.seconds)
    assert pauses == [0.5, 0.5, 5, LONGEST_PAUSE, LONGEST_PAUSE]


def test_a_message_that_fails_alone_is_given_up_in_the_end() -> None:
    found = result(NetworkError("Internal Server Error"), attempts=MOST_ATTEMPTS - 1)
    assert isinstance(found, Wait)
    assert found.counts
    given_up = result(NetworkError("Internal Server Error"), attempts=MOST_ATTEMPTS)
    assert isinstance(given_up, Refused)


def test_a_429_is_waited_out_and_counts_nothing() -> None:
    assert result(RetryAfter(7), attempts=MOST_ATTEMPTS) == Wait(7.0, "429")


def test_a_refused_token_is_no_messages_fault() -> None:
    assert result(InvalidToken(), attempts=MOST_ATTEMPTS) == Wait(LONGEST_PAUSE, "token refused")


def test_a_group_that_became_another() -> None:
    assert result(ChatMigrated(-100_7)) == Migrated(-100_7)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable),
        (BadRequest("Chat not found"), Unreachable),
        (BadRequest("TOPIC_CLOSED"), Unreachable),
        (BadRequest("Not enough rights to send text messages to the chat"), Unreachable),
        (BadRequest("Not enough rights to send photos to the chat"), NoFilesHere),
        (BadRequest("CHAT_SEND_DOCS_FORBIDDEN"), NoFilesHere),
        (BadRequest("Message is not modified: …"), Sent),
        (BadRequest("Query is too old and response timeout expired"), Sent),
        (BadRequest("Can't parse entities: unsupported start tag"), SendPlain),
        (BadRequest("Message to edit not found"), CardGone),
        (BadRequest("Message is too long"), Refused),
        (Conflict("Conflict: terminated by other getUpdates request"), Refused),
    ],
)
def test_refusals_by_telegrams_words(error: TelegramError, kind: type) -> None:
    assert isinstance(result(error), kind)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ('Unsupported start tag "kenari" at byte offset 3', "Unsupported start tag … at byte"),
        ('Unsupported start tag "a "kenari" b" at', "Unsupported start tag … at"),
        ("Button URL 'https://kenari' is invalid", "Button URL … is invalid"),
        ('Unsupported start tag "kenari', "Unsupported start tag …"),
        ("Can't find end of the entity, it isn't there", "Can't find end of the entity, it isn't"),
    ],
)
def test_what_telegram_quotes_is_not_kept(said: str, kept: str) -> None:
    told = reason_of(BadRequest(said))
    assert told.startswith(kept)
    assert "kenari" not in told
    assert len(reason_of(BadRequest("x" * 1000))) == 120
