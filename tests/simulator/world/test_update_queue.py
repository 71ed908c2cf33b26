from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.simulator.text.refusal import ApiError
from bot.simulator.world.update_queue import FIRST_ID, LIFETIME, UpdateQueue

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.fixture
def queue() -> UpdateQueue:
    queue = UpdateQueue()
    for number in range(3):
        queue.put({"message": {"text": str(number)}}, 1001, NOW)
    return queue


def numbers(queue: UpdateQueue) -> list[int]:
    return [update["update_id"] - FIRST_ID for update in queue.batch(100)]


@pytest.mark.parametrize(
    ("offset", "left"),
    [(FIRST_ID + 2, [2]), (0, [0, 1, 2]), (-1, [2]), (-5, [0, 1, 2]), (FIRST_ID + 99, [0, 1, 2])],
)
def test_an_offset_confirms_what_came_before(
    queue: UpdateQueue, offset: int, left: list[int]
) -> None:
    queue.confirm(offset)
    assert numbers(queue) == left


def test_some_kinds_come_only_to_a_bot_that_asks(queue: UpdateQueue) -> None:
    assert queue.put({"message_reaction": {}}, 1001, NOW) == 0
    queue.allowed = ["message_reaction"]
    assert queue.put({"message_reaction": {}}, 1001, NOW) == FIRST_ID + 3
    assert queue.put({"message": {}}, 1001, NOW) == 0


def test_what_is_too_old_goes(queue: UpdateQueue) -> None:
    queue.put({"message": {}}, 1001, NOW + timedelta(hours=1))
    queue.expire(NOW + LIFETIME + timedelta(seconds=1))
    assert numbers(queue) == [3]


async def test_waiting_ends_with_an_update_of_another_thread() -> None:
    queue = UpdateQueue()
    waiting = asyncio.create_task(queue.wait(60))
    await asyncio.sleep(0)
    await asyncio.to_thread(queue.put, {"message": {}}, 1001, NOW)
    await waiting
    assert len(queue.pending) == 1


async def test_only_one_may_wait() -> None:
    queue = UpdateQueue()
    first = asyncio.create_task(queue.wait(60))
    await asyncio.sleep(0)
    second = asyncio.create_task(queue.wait(60))
    with pytest.raises(ApiError) as refusal:
        await first
    assert refusal.value.code == 409
    queue.release()
    await second
