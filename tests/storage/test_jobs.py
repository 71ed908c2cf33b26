"""What takes longer than a turn may: asked for once, ended once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from storage.engine import Database, opened
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow, JobStatus
from storage.unit import Unit
from tests.storage.rows import BUDI, NOW

DESK = -1001
LATER = NOW + timedelta(seconds=1)


def ask(unit: Unit, key: str, *, now: datetime = NOW, **arguments: object) -> None:
    unit.jobs.ask(JobKind.FIGURES, key, chat_id=DESK, asker_id=BUDI, arguments=arguments, now=now)


def next_of(database: Database, now: datetime = NOW) -> JobRow | None:
    with database.reading() as unit:
        return unit.jobs.next(now)


def must(job: JobRow | None) -> JobRow:
    assert job is not None
    return job


def test_of_a_key_one_waits_at_a_time(database: Database) -> None:
    with database.unit() as unit:
        ask(unit, "a", first=1)
        ask(unit, "b")
        ask(unit, "a", first=2)
    job = must(next_of(database))
    assert (job.key, arguments_of(job)) == ("a", {"first": 1})
    with database.unit() as unit:
        assert unit.jobs.done(job)
        ask(unit, "a", now=LATER)
    assert must(next_of(database)).key == "b"
    with database.reading() as unit:
        assert unit.jobs.asked_since(NOW, "a")
        assert not unit.jobs.asked_since(NOW, "b")
        assert not unit.jobs.asked_since(LATER, "a")


def test_one_ends_it(database: Database) -> None:
    with database.unit() as unit:
        ask(unit, "a")
    job = must(next_of(database))
    with database.unit() as unit:
        assert unit.jobs.done(job)
    with database.unit() as unit:
        assert not unit.jobs.done(job)
        assert not unit.jobs.bury(job, error="x")
        unit.jobs.retry(job, at=LATER, error="x")
    assert next_of(database, LATER) is None


def test_what_failed_rests_and_the_next_is_made(database: Database) -> None:
    with database.unit() as unit:
        ask(unit, "a")
        ask(unit, "b")
    with database.unit() as unit:
        unit.jobs.retry(must(next_of(database)), at=LATER, error="KeyError")
    assert must(next_of(database)).key == "b"
    job = must(next_of(database, LATER))
    assert (job.key, job.attempts, job.error) == ("a", 1, "KeyError")
    with database.unit() as unit:
        assert unit.jobs.bury(job, error="KeyError")
    assert must(next_of(database, LATER)).key == "b"


def test_whoever_makes_them_is_woken_after_the_commit(database: Database) -> None:
    seen: list[object] = []
    database.when_asked = lambda: seen.append(next_of(database))
    with database.unit() as unit:
        unit.people.seen(BUDI, name="Budi", username=None, now=NOW)
    assert seen == []
    with database.unit() as unit:
        ask(unit, "a")
    assert len(seen) == 1
    assert seen[0] is not None


def test_they_are_forgotten_in_their_time(database: Database) -> None:
    with database.unit() as unit:
        ask(unit, "a")
        ask(unit, "b", now=LATER)
        for job in unit.session.exec(select(JobRow)).all():
            assert unit.jobs.done(job)
    with database.unit() as unit:
        below = unit.jobs.older_than(LATER)
        assert unit.jobs.forget(JobStatus.DEAD, below=below) == 0
        assert unit.jobs.forget(JobStatus.DONE, below=below) == 1
        assert [row.key for row in unit.session.exec(select(JobRow))] == ["b"]


def test_one_that_waits_takes_more_until_it_is_ended(database: Database) -> None:
    with database.unit() as unit:
        ask(unit, "a", numbers=[1])
    job = must(next_of(database))
    with database.unit() as unit:
        unit.jobs.change(must(unit.jobs.waiting("a")), {"numbers": [1, 2]})
    with database.unit() as unit:
        assert unit.jobs.done(job)
        assert arguments_of(unit.jobs.get(job.id)) == {"numbers": [1, 2]}
        assert unit.jobs.waiting("a") is None


def test_what_is_added_while_another_ends_it_is_waited_for(
    database: Database, database_url: str
) -> None:
    """On SQLite one writes at a time; on PostgreSQL the row is held."""
    with database.unit() as unit:
        ask(unit, "a", numbers=[1])
    job = must(next_of(database))
    with opened(database_url) as other, ThreadPoolExecutor(1) as thread:

        def end() -> object:
            with other.unit() as unit:
                assert unit.jobs.done(job)
                return arguments_of(unit.jobs.get(job.id))

        with database.unit() as unit:
            unit.jobs.change(must(unit.jobs.waiting("a")), {"numbers": [1, 2]})
            ended = thread.submit(end)
            with pytest.raises(TimeoutError):
                ended.result(0.2)
        assert ended.result(10) == {"numbers": [1, 2]}


def test_pictures_are_made_beside_all_else(database: Database) -> None:
    with database.unit() as unit:
        for key in ("a", "b"):
            unit.jobs.ask(JobKind.PICTURE, key, chat_id=BUDI, asker_id=BUDI, now=NOW)
        ask(unit, "figures")
    assert must(next_of(database)).key == "figures"
    with database.reading() as unit:
        first = must(unit.jobs.next_read(NOW, ()))
        second = must(unit.jobs.next_read(NOW, {first.id}))
        assert (first.key, second.key) == ("a", "b")
        assert unit.jobs.next_read(NOW, {first.id, second.id}) is None
        assert unit.jobs.asked_by(BUDI, JobKind.PICTURE, since=NOW - timedelta(days=1)) == 2
        assert unit.jobs.asked_by(BUDI, JobKind.PICTURE, since=NOW) == 0
