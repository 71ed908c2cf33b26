from __future__ import annotations

import pytest

from bot.simulator.text.refusal import ApiError
from bot.simulator.world.flood_limits import FloodLimits

ANI, GROUP = 1001, -1001000000001


@pytest.fixture
def limits() -> FloodLimits:
    limits = FloodLimits()
    limits.enabled = True
    return limits


def refused_for(limits: FloodLimits, chat: int, now: float) -> int:
    """Seconds to wait; 0 where the message passes."""
    try:
        limits.check(chat, now)
    except ApiError as refusal:
        return refusal.parameters["retry_after"]
    return 0


def test_a_chat_takes_five_at_once(limits: FloodLimits) -> None:
    assert [refused_for(limits, ANI, 100 + at / 10) for at in range(6)] == [0, 0, 0, 0, 0, 5]
    assert refused_for(limits, ANI, 105) == 0


def test_a_group_takes_twenty_a_minute(limits: FloodLimits) -> None:
    assert not any(refused_for(limits, GROUP, 100 + 2 * at) for at in range(20))
    assert refused_for(limits, GROUP, 140) == 20
    assert refused_for(limits, GROUP, 160) == 0


def test_all_chats_together_take_thirty_a_second(limits: FloodLimits) -> None:
    assert not any(refused_for(limits, chat, 100) for chat in range(30))
    assert refused_for(limits, 30, 100.5) == 1
    assert refused_for(limits, 30, 101) == 0


def test_off_at_first() -> None:
    assert not any(refused_for(FloodLimits(), ANI, 100) for _ in range(99))
