"""How fast we may speak: 30 a second in all, 1 a second in a chat, 20 a minute in a group."""

from __future__ import annotations

import itertools

import pytest

from bot.wire.pace import CHATS_REMEMBERED, Pace

PERSON, GROUP = 1001, -100_1001


def sent(pace: Pace, chats: list[int], seconds: float) -> list[float]:
    """When a message went, of somebody who tries each chat in turn every hundredth of a second."""
    went = []
    for step in range(round(seconds * 100)):
        now = step / 100
        went += [now for chat in chats if pace.take(chat, now) == 0.0]
    return went


def most_within(went: list[float], seconds: float) -> int:
    return max(sum(start <= at < start + seconds for at in went) for start in went)


def test_a_person_hears_a_short_burst_and_then_one_a_second() -> None:
    went = sent(Pace(), [PERSON], 20)
    assert went[:3] == [0, 0.01, 0.02]
    assert len(went) == 3 + 19
    gaps = [later - sooner for sooner, later in itertools.pairwise(went[4:])]
    assert min(gaps) == pytest.approx(1, abs=0.011)


def test_a_group_hears_twenty_a_minute() -> None:
    went = sent(Pace(), [GROUP], 300)
    assert len(went) == pytest.approx(75 + 1, abs=1)
    assert most_within(went, 60) <= 20


def test_after_a_pause_a_group_hears_no_more_in_any_minute() -> None:
    pace = Pace()
    went = [
        at / 100
        for at in range(60_000)
        if at < 100 or at > 30_000
        if not pace.take(GROUP, at / 100)
    ]
    assert most_within(went, 60) <= 20
    again = [600 + at for at in sent(Pace(), [GROUP], 60)]  # after a restart
    assert most_within([at for at in went if at > 540] + again, 60) <= 20


def test_all_chats_together_hear_thirty_a_second() -> None:
    went = sent(Pace(), list(range(1, 61)), 10)
    assert len(went) == pytest.approx(30 + 30 * 10, abs=1)
    assert most_within([at for at in went if at >= 1], 1) <= 30 + 1


def test_it_says_how_long_to_wait() -> None:
    pace = Pace()
    assert pace.take(GROUP, 0) == 0
    wait = pace.take(GROUP, 0)
    assert wait == pytest.approx(4)
    assert pace.take(GROUP, wait - 0.1) > 0
    assert pace.take(GROUP, wait + 0.001) == 0


def test_who_must_wait_takes_nothing_from_the_others() -> None:
    pace = Pace()
    for _ in range(1000):
        pace.take(PERSON, 0)
    others = [chat for chat in range(2000, 2100) if pace.take(chat, 0) == 0]
    assert len(others) == 30 - 3


def test_a_clock_that_stands_still_lets_nobody_through() -> None:
    pace = Pace()
    assert sum(pace.take(PERSON, 7.0) == 0 for _ in range(50)) == 3


def test_only_the_latest_chats_are_remembered() -> None:
    pace = Pace()
    for _ in range(4):
        pace.take(PERSON, 0)
    for chat in range(2000, 2000 + CHATS_REMEMBERED - 1):
        pace.take(chat, 0)
    assert pace.take(PERSON, 0.5) > 0
    for chat in range(20_000, 20_000 + CHATS_REMEMBERED):
        pace.take(chat, 0.5)
    assert pace.take(PERSON, 0.9) == 0
