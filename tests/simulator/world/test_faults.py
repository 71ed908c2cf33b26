from __future__ import annotations

import pytest

from bot.simulator.world.faults import Faults


@pytest.fixture
def faults() -> Faults:
    return Faults()


def hits(faults: Faults, *calls: tuple[str, int | None]) -> list[str | None]:
    taken = [faults.take(*call) for call in calls]
    return [fault.kind if fault else None for fault in taken]


def test_a_fault_hits_its_method_and_chat_as_often_as_asked(faults: Faults) -> None:
    faults.add("flood", method="sendMessage", chat=1001, times=2)
    calls = [("sendphoto", 1001), ("sendmessage", 1), *[("sendmessage", 1001)] * 3]
    assert hits(faults, *calls) == [None, None, "flood", "flood", None]
    assert faults.rules == []


def test_the_first_rule_that_matches(faults: Faults) -> None:
    faults.add("lost", skip=1)
    faults.add("slow", times=None)
    assert hits(faults, *[("getme", None)] * 3) == ["slow", "lost", "slow"]
    assert faults.rules[0].hits == 2
    faults.clear()
    assert faults.take("getme", None) is None


def test_an_unknown_fault_is_told_apart(faults: Faults) -> None:
    with pytest.raises(ValueError, match="unknown fault"):
        faults.add("earthquake")  # type: ignore[arg-type]
