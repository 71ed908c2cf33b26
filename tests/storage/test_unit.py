"""One transaction: everything of it, or nothing; and what a savepoint undoes alone."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.purpose import Purpose
from storage.engine import Database, opened
from storage.tables import InboxRow, InboxStatus, OutboxRow, Person, Question, Ticket
from tests.storage.rows import ANI, NOW, arrival, file, people, question
from tests.support.databases import ONLY_POSTGRESQL, SqliteFiles


def test_an_exception_undoes_rows_messages_and_marks(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        unit.inbox.add([arrival(1)], NOW)
    with suppress(InterruptedError), database.unit() as unit:
        (row,) = unit.inbox.due(NOW, limit=9)
        file(unit, "a")
        unit.outbox.add(ANI, "sendMessage", {"text": "Halo"}, now=NOW)
        unit.inbox.done(row)
        raise InterruptedError
    with database.unit() as unit:
        assert unit.open_tickets.oldest() == []
        assert unit.outbox.due(NOW, busy=(), limit=9) == []
        assert len(unit.inbox.due(NOW, limit=9)) == 1


@ONLY_POSTGRESQL
def test_postgresql_starts_no_helping_processes_for_us(database_url: str) -> None:
    with opened(database_url) as database, database.reading() as unit:
        connection = unit.session.connection()
        helpers = connection.exec_driver_sql("SHOW max_parallel_workers_per_gather").scalar()
    assert helpers == "0"


def test_only_marks_are_spared_the_wait_for_the_disk(database: Database) -> None:
    """SQLite: 2 is FULL, 1 NORMAL (its page on pragmas). PostgreSQL: as the server is set up."""
    asked = "PRAGMA synchronous" if database.is_sqlite else "SHOW synchronous_commit"
    with database.engine.connect() as connection:
        always = connection.exec_driver_sql(asked).scalar_one()
    levels = {True: always, False: 1 if database.is_sqlite else "off"}
    for flushed in (True, False, True):
        with database.unit(flushed=flushed) as unit:
            level = unit.session.connection().exec_driver_sql(asked).scalar_one()
        assert level == levels[flushed]
    assert always == 2 or not database.is_sqlite


def test_a_toy_never_waits_for_the_disk(sqlite_files: SqliteFiles) -> None:
    with sqlite_files.fresh() as url, opened(url) as toy:
        toy.without_fsync()
        for flushed in (True, False):
            with toy.unit(flushed=flushed) as unit:
                connection = unit.session.connection()
                assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 0


def test_a_savepoint_is_undone_alone(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        file(unit, "before")
        unit.outbox.add(ANI, "sendMessage", {"text": "before"}, now=NOW)
        with suppress(InterruptedError), unit.savepoint():
            file(unit, "inside")
            unit.outbox.add(ANI, "sendMessage", {"text": "inside"}, now=NOW)
            unit.people.seen(ANI, name="<inside>", username=None, now=NOW)
            raise InterruptedError
        file(unit, "after")
        unit.outbox.add(ANI, "sendMessage", {"text": "after"}, now=NOW)
    with database.reading() as unit:
        tickets = unit.open_tickets.oldest()
        assert [ticket.draft_key for ticket in tickets] == ["before", "after"]
        assert [ticket.serial for ticket in tickets] == [1, 2]
        assert unit.session.get_one(Person, ANI).name == "Ani"
        texts = unit.session.exec(select(OutboxRow.payload).order_by(col(OutboxRow.id)))
        assert [eval_text(text) for text in texts] == ["before", "after"]


def eval_text(payload: str) -> str:
    return payload.removeprefix('{"text": "').removesuffix('"}')


def test_a_message_rewritten_in_a_failed_savepoint_keeps_its_words(database: Database) -> None:
    with database.unit() as unit:
        unit.outbox.add(
            ANI, "sendMessage", {"text": "first"}, now=NOW, coalesce=coalesce_key(Waiting.BOARD)
        )
        with suppress(InterruptedError), unit.savepoint():
            unit.outbox.add(
                ANI,
                "sendMessage",
                {"text": "second"},
                now=NOW,
                coalesce=coalesce_key(Waiting.BOARD),
            )
            raise InterruptedError
    with database.reading() as unit:
        (call,) = unit.outbox.due(NOW, busy=(), limit=9)
        assert call.params["text"] == "first"


def test_what_is_held_back_is_undone_with_its_savepoint_and_kept_with_its_unit(
    database: Database,
) -> None:
    """Also where a reading inside wrote what was held back before."""
    people(database)
    with database.unit() as unit:
        first = question(unit)
        ani = unit.people.get(ANI)
        assert ani is not None
        unit.people.remember_topic(ani, "lupa-password", now=NOW)
        with suppress(InterruptedError), unit.savepoint():
            second = question(unit)
            assert unit.questions.newest(ANI, since=NOW).id == second  # type: ignore[union-attr]
            unit.people.remember_topic(ani, "skp", now=NOW)
            raise InterruptedError
        assert unit.people.topic(ani) == ("lupa-password", NOW)
        third = question(unit)
    with database.reading() as unit:
        kept = unit.session.exec(select(Question.id).order_by(col(Question.id))).all()
        assert kept == [first, third]
        assert unit.session.get_one(Person, ANI).last_entry == "lupa-password"


def test_reading_keeps_nothing(database: Database) -> None:
    people(database)
    with database.reading() as unit:
        unit.session.get_one(Person, ANI).name = "Anonim"
    with database.reading() as unit:
        assert unit.session.get_one(Person, ANI).name == "Ani"


def test_reading_sees_one_moment(database: Database, database_url: str) -> None:
    """A report's figures come from several queries; what is committed between them is not in."""
    people(database)
    with opened(database_url) as other, database.reading() as unit:
        assert unit.open_tickets.oldest() == []
        with other.unit() as writing:
            file(writing, "meanwhile")
        assert unit.open_tickets.oldest() == []
        assert unit.figures.cases(as_of=NOW + timedelta(days=1), since=NOW) == []
    with database.reading() as unit:
        assert len(unit.open_tickets.oldest()) == 1
    with database.unit() as unit:
        file(unit, "and writing goes on")


def test_naive_times_have_no_place(database: Database) -> None:
    with pytest.raises(Exception, match="naive"), database.unit() as unit:
        unit.people.seen(7, name="Tujuh", username=None, now=NOW.replace(tzinfo=None))


def test_times_come_back_aware_and_the_same(database: Database) -> None:
    people(database)
    with database.reading() as unit:
        assert unit.session.get_one(Person, ANI).first_seen == NOW


def test_a_resting_lane_rests_and_the_others_go_on(database: Database) -> None:
    with database.unit() as unit:
        unit.inbox.add([arrival(1, lane=5), arrival(2, lane=6), arrival(3, lane=5)], NOW)
    with database.unit() as unit:
        first = unit.inbox.due(NOW, limit=9)[0]
        unit.inbox.retry(first, at=NOW + timedelta(seconds=1), error="x")
    with database.unit() as unit:
        assert [row.update_id for row in unit.inbox.due(NOW, limit=9)] == [2]
        later = NOW + timedelta(seconds=1)
        assert [row.update_id for row in unit.inbox.due(later, limit=9)] == [1, 2, 3]


def test_what_was_done_long_ago_is_forgotten_and_the_dead_in_their_time(
    database: Database,
) -> None:
    with database.unit() as unit:
        unit.inbox.add([arrival(1), arrival(2)], NOW)
        one, two = unit.inbox.due(NOW, limit=9)
        unit.inbox.done(one)
        unit.inbox.bury(two, error="x")
    with database.unit() as unit:
        first, second = unit.session.exec(select(InboxRow.seq).order_by(col(InboxRow.seq))).all()
        assert unit.inbox.older_than(NOW) == first
        all_ = unit.inbox.older_than(NOW + timedelta(days=8))
        assert unit.inbox.forget(InboxStatus.DONE, below=all_) == 1
        rows = unit.session.exec(select(InboxRow)).all()
        assert [(row.update_id, row.status) for row in rows] == [(2, InboxStatus.DEAD)]
        assert unit.inbox.forget(InboxStatus.DEAD, below=second) == 0
        assert len(unit.session.exec(select(InboxRow)).all()) == 1
        assert unit.inbox.forget(InboxStatus.DEAD, below=all_) == 1
        assert unit.session.exec(select(InboxRow)).all() == []


def test_a_moved_chat_is_moved_everywhere(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        ticket = file(unit, "a")
        unit.tickets.place_card(ticket.id, chat_id=-5, message_id=9)
        unit.refs.put(-5, 9, ticket_id=ticket.id, purpose=Purpose.CARD)
        unit.refs.put(-7, 9, ticket_id=ticket.id, purpose=Purpose.RELAY)
        unit.outbox.add(-5, "sendMessage", {"text": "Halo"}, now=NOW)
    with database.unit() as unit:
        assert unit.chats.moved(-5, -1005)
        assert not unit.chats.moved(-5, -1005)
        assert not unit.chats.moved(-1005, -1005)
    with database.unit() as unit:
        assert unit.open_tickets.elsewhere(-1005) == [ticket.id]
        assert unit.refs.get(-1005, 9) is None
        assert unit.outbox.due(NOW, busy=(), limit=9)[0].chat_id == -1005
        assert unit.chats.moved(-1005, -2005)
        assert unit.chats.current_id(-5) == -2005
        assert unit.chats.current_id(-1005) == -2005
        assert unit.chats.current_id(-7) == -7


def test_hostile_words_are_kept_letter_for_letter(database: Database) -> None:
    people(database)
    words = "'; DROP TABLE ticket; -- <b>& 😀 \u202e %s :name"
    with database.unit() as unit:
        ticket = file(unit, words)
        ticket.story = words
    with database.reading() as unit:
        found = unit.session.exec(select(Ticket).where(col(Ticket.draft_key) == words)).one()
        assert found.story == words
