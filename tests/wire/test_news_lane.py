"""What goes to many goes behind all else, at a pace that leaves room for replies."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable

import pytest

from bot.wire.pace import NEWS_UP_TO, NewsPace
from bot.wire.sender import IN_DOUBT, LEFT_TO_REPLIES
from tests.wire.telegram import Durable, Sending, Telegram, sending


async def passing(at_work: Sending, true: Callable[[], object]) -> None:
    """Waits while time goes on, without which no pace lets anything go."""
    while not true():
        at_work.passes(seconds=0.05)
        await asyncio.sleep(0.005)


async def test_a_reply_goes_before_the_news_of_its_own_chat(
    telegram: Telegram, durable: Durable
) -> None:
    ani, burhan = telegram.people(2)
    for person in (ani, burhan):
        durable.put(person, "pengumuman", announcement_id=1)
    durable.put(ani, "jawaban", "jawaban lagi")
    async with sending(telegram, durable) as at_work:
        await passing(at_work, lambda: not durable.unsent())
    assert telegram.heard(ani) == ["jawaban", "jawaban lagi", "pengumuman"]
    assert telegram.heard(burhan) == ["pengumuman"]


async def test_places_are_left_to_replies(
    telegram: Telegram, durable: Durable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However slow Telegram is with the news."""
    monkeypatch.setattr("bot.wire.sender.SLOW_AFTER", 3_600.0)
    people = telegram.people(IN_DOUBT)
    ani = telegram.person()
    telegram.hold(*people)
    for person in people:
        durable.put(person, "pengumuman", announcement_id=1)
    async with sending(telegram, durable) as at_work:
        most = IN_DOUBT - LEFT_TO_REPLIES
        await passing(at_work, lambda: sum(telegram.tries.values()) == most)
        durable.put(ani, "jawaban")
        at_work.news()
        await passing(at_work, lambda: telegram.heard(ani) == ["jawaban"])
        assert sum(telegram.tries[person] for person in people) == most
        telegram.let_go()
        await passing(at_work, lambda: not durable.unsent())
    assert telegram.repeats() == 0


NEARLY = 1e-9  # seconds that floats are out by


def test_an_album_takes_as_much_as_its_files() -> None:
    pace, now = NewsPace(), 0.0
    sent: list[tuple[float, int]] = []
    for messages in (10, 1, 10, 3, 10) * 20:
        now += pace.wait(now, messages)
        pace.sent(now, news=True, messages=messages)
        sent.append((now, messages))
    for place, (at, _) in enumerate(sent):
        assert (
            sum(each for when, each in sent[: place + 1] if when > at - 1 + NEARLY) <= NEWS_UP_TO
        )
    assert now < 20 * 34 / NEWS_UP_TO + 20


def test_the_pace_takes_what_replies_leave() -> None:
    pace, dice, now = NewsPace(), random.Random(1), 0.0
    sent: list[tuple[float, bool]] = []
    while now < 60.0:
        if dice.random() < 0.05:  # a reply, which asks nobody
            pace.sent(now, news=False)
            sent.append((now, False))
        elif not pace.wait(now):
            pace.sent(now, news=True)
            sent.append((now, True))
        now += 0.01
    for place, (at, news) in enumerate(sent):
        if news:
            before = [each for each, _ in sent[: place + 1] if each > at - 1.0]
            assert len(before) <= NEWS_UP_TO
    assert sum(news for _, news in sent) > 60 * (NEWS_UP_TO - 8)
