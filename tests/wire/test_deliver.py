"""One call and what becomes of it, where the talks and the sender cannot bring it about."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.wire.clock import SystemClock
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


class Broken:
    """A client with a fault of its own."""

    async def call(self, method: str, params: dict[str, object], **_: object) -> object:
        raise KeyError(params["text"])


async def nothing(_call: OutgoingCall) -> list[Upload]:
    return []


async def test_a_fault_of_ours_is_refused_with_its_place_and_no_words() -> None:
    result = await deliver(
        Broken(),
        CALL,
        files=nothing,
        clock=SystemClock(),
        reachable=lambda: True,
    )
    assert isinstance(result, Refused)
    assert result.ours
    assert result.reason.startswith("KeyError at ")
    assert "Ani" not in result.reason
