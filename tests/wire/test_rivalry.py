"""Two processes with one token: the one that was first stays, the other ends after a minute."""

from __future__ import annotations

import pytest

from bot.wire.intake import CONTESTED, Poller
from bot.wire.rivalry import (
    ALONE,
    CALM,
    GAP,
    LEAST,
    SPREAD,
    AnotherBotServes,
    Contest,
    ContestState,
    Rivalry,
)
from bot.wire.trouble import AnotherBot, Trouble, WebhookTaken
from tests.wire.telegram import Durable, Telegram, client_of

STAYS, STANDS_BACK, GIVES_WAY = (
    ContestState.STAYS,
    ContestState.STANDS_BACK,
    ContestState.GIVES_WAY,
)
POLL = 25.0


class Process:
    def __init__(self, lot: float = 0.5) -> None:
        self.at = 5000.0
        self.rivalry = Rivalry(lambda: self.at, lambda: lot)

    def alone_for(self, seconds: float) -> None:
        for _ in range(int(seconds / POLL)):
            self.at += POLL
            self.rivalry.alone()

    def meets(self, times: int, every: float = 2.0) -> list[ContestState]:
        standings = []
        for _ in range(times):
            self.at += every
            standings.append(self.rivalry.met())
        return standings


def test_who_was_alone_before_stays_for_ever() -> None:
    process = Process()
    process.alone_for(ALONE + 2 * POLL)
    assert set(process.meets(200)) == {STAYS}
    assert not process.rivalry.stands_back


def test_who_comes_later_stands_back_and_ends_after_a_minute() -> None:
    process = Process(lot=0.0)
    process.rivalry.alone()
    assert process.meets(1) == [STAYS]
    assert not process.rivalry.stands_back, "once may be anybody's trial by hand"
    assert process.meets(29) == [STANDS_BACK] * 29
    assert process.rivalry.stands_back
    assert process.meets(2)[-1] is GIVES_WAY


def test_the_first_after_an_outage_is_the_first_no_more() -> None:
    """Meanwhile the other may have been alone for long."""
    process = Process()
    process.alone_for(2 * ALONE)
    process.at += GAP + ALONE
    assert process.meets(2) == [STAYS, STANDS_BACK]


def test_a_short_outage_changes_nothing() -> None:
    process = Process()
    process.alone_for(2 * ALONE)
    process.at += GAP - 10
    assert process.meets(2) == [STAYS, STAYS]


def test_no_two_can_both_have_been_first() -> None:
    """The later one is not alone for so long, unless the other was silent for as long."""
    assert ALONE > GAP


def test_of_two_that_began_together_one_goes_on() -> None:
    short, long = Process(lot=0.1), Process(lot=0.9)
    for process in (short, long):
        process.rivalry.alone()
    for _ in range(100):
        (first,), (second,) = short.meets(1), long.meets(1)
        if first is GIVES_WAY:
            break
    assert second is STANDS_BACK
    for _ in range(int(CALM / 2) + 1):
        long.at += 2
        long.rivalry.alone()
    assert not long.rivalry.stands_back
    long.alone_for(ALONE + 2 * POLL)
    assert long.meets(2) == [STAYS, STAYS]


def test_it_takes_a_minute_and_a_little() -> None:
    assert LEAST >= 60
    assert LEAST + SPREAD <= 120


async def test_a_later_poller_takes_nothing_from_the_first(
    telegram: Telegram, durable: Durable
) -> None:
    """What it stored, the real helpdesk would never see."""
    at, told = 5000.0, list[Trouble]()
    contest = Contest(told.append, Rivalry(lambda: at, lambda: 0.0))
    poller = Poller(client_of(telegram), durable.keep, contest)
    await poller.poll_once()
    telegram.fails("conflict", method="getUpdates", times=2)
    for _ in range(2):
        at += 2
        assert await poller.poll_once() == CONTESTED
    assert told == [AnotherBot(gives_way=True)]
    telegram.says(telegram.person(), "satu")
    assert await poller.poll_once() == CONTESTED
    assert durable.inbox() == []
    assert telegram.pending() == 1
    at += CALM + 1
    await poller.poll_once()
    assert len(durable.inbox()) == 1, "the other has gone"


async def test_a_later_poller_ends_with_one_line(telegram: Telegram, durable: Durable) -> None:
    at = 5000.0
    contest = Contest(lambda trouble: None, Rivalry(lambda: at, lambda: 0.0))
    poller = Poller(client_of(telegram), durable.keep, contest)
    telegram.fails("conflict", method="getUpdates", times=None)
    for _ in range(5):
        await poller.poll_once()
    at += LEAST
    with pytest.raises(AnotherBotServes, match="one bot a token"):
        await poller.poll_once()


async def test_the_first_poller_takes_a_webhook_away_again(
    telegram: Telegram, durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Trouble] = []
    client = client_of(telegram)
    poller = Poller(client, durable.keep, Contest(told.append))
    await poller.poll_once()
    await client.call("setWebhook", {"url": "https://example.org/theirs"})
    await poller.poll_once()
    assert (await client.call("getWebhookInfo", {}))["url"] == ""
    assert told == [WebhookTaken()]
    assert "action=webhook_taken how=set" in caplog.text


async def test_a_conflict_is_logged_once_and_then_by_what_comes_of_it(
    telegram: Telegram, durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    at = 5000.0
    contest = Contest(lambda trouble: None, Rivalry(lambda: at))
    poller = Poller(client_of(telegram), durable.keep, contest)
    for _ in range(20):
        await poller.poll_once()
        at += POLL
    telegram.fails("conflict", method="getUpdates", times=None)
    for _ in range(50):
        await poller.poll_once()
        at += 1
    assert caplog.text.count("action=poll_failed") == 1
    assert caplog.text.count("action=another_bot this_one=stays") == 1
