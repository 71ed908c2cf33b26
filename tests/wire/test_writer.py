"""The one loop that writes: what goes in one commit, and what a failure keeps back."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.rules.purpose import Purpose, Subject
from bot.wire.ports import Committed, Ended
from bot.wire.writer import FULL_FETCH
from tests.support.waiting import until
from tests.wire.telegram import Durable, Telegram, sending


class Commits:
    """Counts them, and may make them fail."""

    def __init__(self, durable: Durable) -> None:
        self.updates: list[int] = []
        self.ended: list[int] = []
        self.fails = False
        self._real = durable.backend.commit
        durable.backend = replace(durable.backend, commit=self)

    def __call__(self, updates: Any, ended: Any) -> Committed:
        if self.fails:
            raise OSError
        self.updates.append(len(updates))
        self.ended.append(len(ended))
        return self._real(updates, ended)


def said(telegram: Telegram, count: int, *words: str) -> list[Any]:
    """Updates of so many people."""
    for person in telegram.people(count):
        for each in words:
            telegram.says(person, each)
    return telegram.updates()


def statuses(durable: Durable) -> list[str]:
    return [row.status.value for row in durable.inbox()]


async def test_what_comes_in_is_kept_served_and_said_in_one_commit(
    telegram: Telegram, durable: Durable
) -> None:
    updates = said(telegram, 3, "/bantuan")
    commits = Commits(durable)
    async with sending(telegram, durable) as at_work:
        await until(lambda: commits.updates)
        await at_work.writer.keep(updates)
        assert statuses(durable) == ["done"] * 3
        await until(lambda: not durable.unsent())
    assert [count for count in commits.updates if count] == [3]
    assert sum(commits.ended) == 3
    assert telegram.repeats() == 0


async def test_a_repeat_is_neither_kept_nor_served_twice(
    telegram: Telegram, durable: Durable
) -> None:
    updates = said(telegram, 1, "/bantuan")
    async with sending(telegram, durable) as at_work:
        for _ in range(3):
            await at_work.writer.keep(updates * 2)
        await until(lambda: not durable.unsent())
    assert statuses(durable) == ["done"]
    assert len(durable.outbox()) == 1


async def test_a_persons_answers_come_in_order_however_their_messages_came(
    telegram: Telegram, durable: Durable
) -> None:
    updates = said(telegram, 4, "/bantuan", "/start", "/jadwal", "/bantuan")
    people = [update["message"]["chat"]["id"] for update in updates[::4]]
    async with sending(telegram, durable) as at_work:
        for update in updates:
            await at_work.writer.keep([update])
        await until(lambda: not durable.unsent())
    for person in people:
        first, start, schedule, last = (
            words.partition("\n")[0] for words in telegram.heard(person)
        )
        assert len({first, start, schedule}) == 3
        assert first == last


async def test_a_flood_is_kept_before_anything_of_it_is_served(
    telegram: Telegram, durable: Durable
) -> None:
    updates = said(telegram, FULL_FETCH + 1, "/bantuan")
    commits = Commits(durable)
    async with sending(telegram, durable) as at_work:
        await until(lambda: commits.updates)
        await at_work.writer.keep(updates[:FULL_FETCH])
        assert len(durable.inbox()) == FULL_FETCH
        assert sum(commits.updates) == 0
        await at_work.writer.keep(updates[FULL_FETCH:])
        await until(lambda: set(statuses(durable)) == {"done"})
        await until(lambda: not durable.unsent())
    assert len(durable.outbox()) == FULL_FETCH + 1


async def test_a_flood_that_does_not_end_keeps_nobody_waiting_for_long(
    telegram: Telegram, durable: Durable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.wire.writer.FLOOD", 600.0)  # as if the next fetch always came
    updates = said(telegram, FULL_FETCH, "/bantuan")
    async with sending(telegram, durable) as at_work:
        await at_work.writer.keep(updates)
        await until(lambda: set(statuses(durable)) == {"done"})
    assert telegram.repeats() == 0


async def test_what_cannot_go_together_goes_apart(
    telegram: Telegram, durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    """A failing turn must not keep back what others sent, nor what became of other messages."""
    ani = telegram.person()
    durable.put(ani, "satu")
    commits = Commits(durable)
    updates = said(telegram, 2, "/bantuan")
    async with sending(telegram, durable) as at_work:
        await until(lambda: telegram.heard(ani))
        commits.fails = True
        await at_work.writer.keep(updates)
        assert statuses(durable) == ["waiting"] * 2
        await until(lambda: not durable.unsent())
        first = durable.inbox()[0].update_id
        assert f"action=batch_failed update={first} updates=2 " in caplog.text
        commits.fails = False
        await until(lambda: statuses(durable) == ["done"] * 2)


async def test_a_sending_whose_consequence_fails_keeps_back_no_other(
    telegram: Telegram, durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    """Else a chat's fault would hold a place for good, and sixteen of them everybody."""
    ani, budi = telegram.people(2)
    async with durable.without("board"), sending(telegram, durable) as at_work:
        durable.put(ani, "satu", subject=Subject(Purpose.BOARD))
        durable.put(ani, "dua")
        durable.put(budi, "tiga")
        at_work.news()
        await until(lambda: not durable.unsent())
    assert telegram.heard(ani) == ["satu", "dua"]
    assert telegram.repeats() == 0
    (line,) = re.findall("action=outbox_failed message=1 method=sendMessage .*", caplog.text)
    assert "storage/board.py:" in line


async def test_without_its_table_nothing_is_kept_and_whoever_brought_it_is_told(
    telegram: Telegram, durable: Durable
) -> None:
    updates = said(telegram, 1, "/bantuan")
    async with sending(telegram, durable) as at_work:
        async with durable.without("inbox"):
            with pytest.raises(Exception, match="inbox"):
                await at_work.writer.keep(updates)
        await at_work.writer.keep(updates)
        await until(lambda: statuses(durable) == ["done"])


async def test_what_was_sent_waits_to_share_a_commit_also_where_something_follows(
    telegram: Telegram, durable: Durable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.wire.writer.LINGER", 60.0)
    desk, commits = telegram.person(), Commits(durable)
    durable.put(desk, "kartu", coalesce="card:1")
    updates = said(telegram, 1, "/bantuan")
    async with sending(telegram, durable) as at_work:
        await until(lambda: telegram.heard(desk))
        await at_work.looked()
        assert sum(commits.ended) == 0
        await at_work.writer.keep(updates)
        assert [count for count in commits.ended if count] == [1]


async def test_what_another_process_put_in_is_found(
    telegram: Telegram, durable: Durable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.wire.writer.IDLE", 0.01)
    async with sending(telegram, durable):
        durable.backend.store(said(telegram, 1, "/bantuan"))
        await until(lambda: statuses(durable) == ["done"])


async def test_a_commit_under_way_is_finished_at_a_stop(
    telegram: Telegram, durable: Durable
) -> None:
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()
    real = durable.backend.commit

    def commit(updates: Sequence[object], ended: Sequence[Ended]) -> Committed:
        if updates:
            loop.call_soon_threadsafe(begun.set)
        return real(updates, ended)

    durable.backend = replace(durable.backend, commit=commit)
    updates = said(telegram, 1, "/bantuan")
    async with sending(telegram, durable) as at_work:
        keeping = asyncio.create_task(at_work.writer.keep(updates))
        await begun.wait()
    await keeping
    assert statuses(durable) == ["done"]
