"""A batch with something wrong in it: its neighbours are served, at once or a little later."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import col, func, select

from bot.rules.limits import MOST_STORED
from bot.simulator.world import accounts
from handlers import serve
from handlers.group_commit import GroupCommit
from handlers.live_book import LiveBook
from handlers.resources import Resources
from storage.engine import Database
from storage.tables import InboxRow, InboxStatus, OutboxRow
from tests.support.malformed import KINDS, STRANGE, Json, places
from tests.support.still_clock import StillClock

BEGINS = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
NEIGHBOUR = 300_000
TOGETHER = 40
"""So many bad updates in a batch with one neighbour."""


def test_whatever_stands_anywhere_harms_no_neighbour(
    database: Database, resources: Resources
) -> None:
    bad = list(every_place())
    assert len(bad) > len(KINDS) * len(STRANGE)
    clock, number = StillClock(BEGINS), 0
    commit = GroupCommit(database, LiveBook(resources), clock)
    for start in range(0, len(bad), TOGETHER):
        number += 1
        part = [*bad[start : start + TOGETHER], {"message": greeting(NEIGHBOUR + number)}]
        updates = [{"update_id": start + at, **one} for at, one in enumerate(part)]
        committed = commit(updates, ())
        for _ in range(3):  # a failing one is tried three times, half a second in all
            while committed.more:
                committed = commit((), ())
            clock.advance(timedelta(seconds=1))
            committed = commit((), ())
    with database.reading() as unit:
        waiting = unit.session.exec(
            select(InboxRow.raw).where(col(InboxRow.status) == InboxStatus.WAITING)
        ).all()
        answered = set(unit.session.exec(select(OutboxRow.chat_id)))
    assert waiting == []
    assert answered >= {NEIGHBOUR + 1 + at for at in range(number)}


def test_a_batch_ends_when_others_have_waited_long_enough(
    database: Database, resources: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest waits in the inbox, counts once, and is served in its order."""
    monkeypatch.setattr(serve, "HELD", 0.0)
    few = replace(resources, limits=replace(resources.limits, turns_a_minute=3))
    commit = GroupCommit(database, LiveBook(few), StillClock(BEGINS))
    said = [greeting(NEIGHBOUR) | {"message_id": at, "text": f"/id {at}"} for at in range(3)]
    committed = commit([{"update_id": at, "message": one} for at, one in enumerate(said)], ())
    calls, rounds = list(committed.calls), 1
    while committed.more:
        committed = commit((), ())
        calls += committed.calls
        rounds += 1
    assert rounds == len(said)
    assert [call.chat_id for call in calls] == [NEIGHBOUR] * 3
    with database.reading() as unit:
        assert set(unit.session.exec(select(InboxRow.status))) == {InboxStatus.DONE}


POISON = "racun"
REFUSES = {
    True: f"""CREATE TRIGGER refuses BEFORE INSERT ON question WHEN NEW.text LIKE '%{POISON}%'
        BEGIN SELECT RAISE(ABORT, 'refused'); END""",
    False: f"ALTER TABLE question ADD CONSTRAINT refuses CHECK (text NOT LIKE '%{POISON}%')",
}


def test_a_row_that_the_database_will_not_take_harms_no_neighbour(
    database: Database, resources: Resources
) -> None:
    """Though rows are written together, and late."""
    clock = StillClock(BEGINS)
    commit = GroupCommit(database, LiveBook(resources), clock)
    with database.engine.begin() as connection:
        connection.execute(text(REFUSES[database.is_sqlite]))
    asked = ["lupa kata sandi", f"apa itu {POISON} tikus", "cara mengisi skp"]
    committed = commit(
        [
            {"update_id": at, "message": greeting(NEIGHBOUR + at) | {"text": words}}
            for at, words in enumerate(asked)
        ],
        (),
    )
    assert {call.chat_id for call in committed.calls} == {NEIGHBOUR, NEIGHBOUR + 2}
    assert committed.resting
    for _ in range(3):
        clock.advance(timedelta(seconds=1))
        committed = commit((), ())
    assert not committed.resting
    with database.reading() as unit:
        assert unit.session.exec(select(InboxRow.status).order_by(col(InboxRow.seq))).all() == [
            InboxStatus.DONE,
            InboxStatus.DEAD,
            InboxStatus.DONE,
        ]
        waiting = {call.chat_id for call in unit.outbox.due(clock.now(), busy=(), limit=9)}
        told = {NEIGHBOUR + at for at in range(3)} | {resources.helpdesk_chat_id}
        assert waiting == told, "who asked it hears of the trouble, and so does the desk"


def every_place() -> Iterator[Json]:
    """Each from somebody who was never seen before."""
    dice, people = random.Random(5), itertools.count(500_000)
    for kind in map(json.dumps, KINDS):
        for at in range(len(places(json.loads(kind)))):
            for strange in STRANGE:
                update = json.loads(kind.replace(str(accounts.ANI), str(next(people))))
                holder, key = places(update)[at]
                holder[key] = strange(dice)
                yield update


def greeting(number: int) -> Json:
    who = {"id": number, "is_bot": False, "first_name": "Tetangga"}
    chat = {"id": number, "type": "private", "first_name": "Tetangga"}
    return {"message_id": 1, "from": who, "chat": chat, "date": 1_700_000_000, "text": "/bantuan"}


def test_what_is_beyond_all_limits_of_one_persons_flood_is_not_even_written_down(
    database: Database, resources: Resources
) -> None:
    """A group's is: there it may be an officer's answer to a card."""
    commit = GroupCommit(database, LiveBook(resources), StillClock(BEGINS))
    group = resources.helpdesk_chat_id
    for start in range(0, MOST_STORED + 200, 100):
        commit.store(
            [{"update_id": start + at, "message": greeting(NEIGHBOUR)} for at in range(100)]
        )
    for start in range(10_000, 10_000 + MOST_STORED + 200, 100):
        commit.store(
            [
                {"update_id": start + at, "message": greeting(7) | {"chat": {"id": group}}}
                for at in range(100)
            ]
        )
    commit.store([{"update_id": 20_000, "message": greeting(NEIGHBOUR + 1)}])
    with database.reading() as unit:
        query = select(InboxRow.lane, func.count()).group_by(col(InboxRow.lane))
        kept = dict(unit.session.exec(query).all())
    assert kept == {NEIGHBOUR: MOST_STORED, group: MOST_STORED + 200, NEIGHBOUR + 1: 1}
