"""What must be done about what the Bot API answers."""

from __future__ import annotations

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError, TimedOut

from bot.wire.classify_error import LONGEST_PAUSE, MOST_ATTEMPTS, classify_error
from bot.wire.outgoing import NoFilesHere, Refused, SendResult, Sent, Unreachable, Wait


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


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Forbidden("bot was blocked by the user"), Unreachable),
        (BadRequest("Chat not found"), Unreachable),
        (BadRequest("TOPIC_CLOSED"), Unreachable),
        (BadRequest("Not enough rights to send text messages to the chat"), Unreachable),
        (BadRequest("Not enough rights to send photos to the chat"), NoFilesHere),
        (BadRequest("CHAT_SEND_DOCS_FORBIDDEN"), NoFilesHere),
        (BadRequest("Message is not modified: …"), Sent),
        (BadRequest("Message is too long"), Refused),
    ],
)
def test_refusals_by_telegrams_words(error: TelegramError, kind: type) -> None:
    assert isinstance(result(error), kind)
