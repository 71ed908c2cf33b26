from __future__ import annotations

from datetime import UTC

from bot.wire.clock import SystemClock


def test_the_real_clock_is_aware_and_runs() -> None:
    clock = SystemClock()
    first = clock.now()
    assert first.tzinfo is UTC
    assert clock.now() >= first
