"""One call and what becomes of it, where the talks and the sender cannot bring it about."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram.error import NetworkError

from bot.wire.clock import WitnessedClock
from bot.wire.deliver import deliver
from bot.wire.outgoing import OutgoingCall, Refused
from bot.wire.ptb_private import Upload

CALL = OutgoingCall(
    id=1,
    revision=0,
    chat_id=7,
    method="sendMessage",
    params={"text": "Ani"},
    created_at=datetime(2026, 11, 24, tzinfo=UTC),
)


class Failing:
    """A client with one fault."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    async def call(self, method: str, params: dict[str, object], **_: object) -> object:
        raise self._error


async def nothing(_call: OutgoingCall) -> list[Upload]:
    return []


def fails() -> bool:
    raise KeyError("Ani")


@pytest.mark.parametrize(
    "error", [KeyError("Ani"), NetworkError("away")], ids=["the call", "what is made of its end"]
)
async def test_a_fault_of_ours_is_refused_with_its_place_and_no_words(error: Exception) -> None:
    result = await deliver(
        Failing(error),
        CALL,
        files=nothing,
        clock=WitnessedClock(),
        reachable=fails,
    )
    assert isinstance(result, Refused)
    assert result.ours
    assert result.reason.startswith("KeyError at ")
    assert "Ani" not in result.reason
