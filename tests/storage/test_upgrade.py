"""A database of the release before is upgraded with all its rows, and every state is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, select
from sqlmodel import select as select_rows

from bot.rules import closing as closing_rules
from bot.rules.closing import PeriodKind
from bot.rules.dialog import DialogKind
from bot.rules.purpose import OF_NO_TICKET, Purpose
from bot.rules.ticket import Channel, DeadlineClass, Deed, Priority, Result, Role, Status
from bot.rules.visibility import Visibility
from handlers.actions import reporter
from handlers.clock import closing, reminders, scrubbing, uptime
from handlers.clock.backup import failure_of
from storage.agenda import Once
from storage.albums import files_of
from storage.engine import Database
from storage.schema import changing, config, migrate
from storage.tables import AgendaKind, AgendaRow, HoldReason, OutboxStatus, Table
from storage.types import Word
from storage.unit import Unit
from tests.storage import seeded
from tests.storage.differences import differences
from tests.storage.rows import file, page_of
from tests.storage.seeded.delivery import MADE
from tests.storage.seeded.row import ANI, BUDI, CITRA, DESK, DEWI, EKO, NOW, Row
from tests.storage.seeded.tickets import STATUSES, TICKETS
from tests.support.databases import Make

INFO, RELAY = Purpose.INFO, Purpose.RELAY
# Enumerations of which columns or words came later, and what the old rows say in them.
ADDED: dict[type[StrEnum], set[object]] = {
    Channel: {Channel.TELEGRAM},
    Priority: {Priority.NORMAL},
    DeadlineClass: {DeadlineClass.COMPLAINT, DeadlineClass.INFORMATION},
    Result: set(),
    Purpose: {*Purpose}
    - {Purpose.CONFIRMED, Purpose.OWN_CARD, Purpose.OWN_COPY}
    - {Purpose.LINK, Purpose.OFFER, Purpose.FOLLOWED, Purpose.NOTED}
    - (OF_NO_TICKET - {Purpose.BOARD, Purpose.NEWS}),
    Role: {Role.ASKER, Role.OFFICER, Role.ADMIN},
    Visibility: {Visibility.OPEN},
    DialogKind: {*DialogKind}
    - {*(DialogKind.NOTING, DialogKind.RATING, DialogKind.CLINIC, DialogKind.SURVEY)}
    - {DialogKind.NIP, DialogKind.OFFER},
}


@pytest.fixture
def upgraded(database: Database, bring: Callable[[Make], None]) -> Database:
    bring(upgrade)
    return database


def upgrade(database: Database) -> None:
    """Made by the migrations up to BEFORE, filled, and then brought up to date."""
    with changing(database) as connection:
        command.downgrade(config(connection), "base")
        command.upgrade(config(connection), seeded.BEFORE)
        seeded.seed(connection)
        missing = set(seeded.reflected(connection)) - {row.table for row in seeded.ROWS}
        assert not missing, "tables without a row to upgrade"
    migrate(database)


def rows(connection: Connection) -> dict[str, list[Row]]:
    return {
        name: [dict(row._mapping) for row in connection.execute(select(table))]
        for name, table in seeded.reflected(connection).items()
    }


def alike(found: list[Row]) -> list[list[tuple[str, object]]]:
    """In one order of rows and columns, whatever the database's; SQLite keeps no zone."""
    return sorted(
        (
            [
                (name, _in_utc(value) if isinstance(value, datetime) else value)
                for name, value in sorted(row.items())
            ]
            for row in found
        ),
        key=str,
    )


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def test_every_row_is_still_there_and_says_the_same(upgraded: Database) -> None:
    with upgraded.engine.begin() as connection:
        assert differences(connection) == []
        for table, found in rows(connection).items():
            if table == "dialog":  # one row may become several: see test_dialogs_migrate.py
                continue
            wanted = [row.today for row in seeded.ROWS if row.table_today == table]
            assert alike(found) == alike(wanted), table


def test_down_and_up_again_changes_nothing(upgraded: Database) -> None:
    with changing(upgraded) as connection:
        before = rows(connection)
        command.downgrade(config(connection), seeded.BEFORE)
        command.upgrade(config(connection), "head")
        assert {name: alike(found) for name, found in rows(connection).items()} == {
            name: alike(found) for name, found in before.items()
        }


def test_every_row_is_understood(upgraded: Database) -> None:
    """And of every enumeration that the old schema had, there is a row for each word."""
    read: dict[type[StrEnum], set[object]] = {}
    with upgraded.reading() as unit:
        for table in Table.metadata.sorted_tables:
            for row in unit.session.execute(select(table)):
                for column in table.columns:
                    if isinstance(column.type, Word):
                        read.setdefault(column.type.kind, set()).add(row._mapping[column])
    assert {Role, Status, Deed, Purpose, OutboxStatus, HoldReason} <= set(read)
    for words, found in read.items():
        assert found - {None} == ADDED.get(words, {*words})


def test_what_waited_goes_out_as_what_it_was(upgraded: Database) -> None:
    with upgraded.reading() as unit:
        calls = unit.outbox.due(NOW, busy=(), limit=50)
    assert [(call.id, call.method, call.purpose, call.prompted_id) for call in calls] == [
        (3, "sendMessage", None, None),
        (4, "sendMessage", Purpose.CARD, None),
        (5, "sendMessage", Purpose.CARD_BELOW, None),
        (6, "sendMessage", Purpose.CLOSING, BUDI),
        (8, "sendMessage", None, None),
        (9, "sendMessage", Purpose.RELAY, None),
        (12, "sendMessage", Purpose.RELAY, None),
        (15, "sendMessage", None, None),
    ]


def test_what_was_held_goes_out_when_its_reason_is_over(upgraded: Database) -> None:
    for chat, reason, message in (
        (CITRA, HoldReason.UNREACHABLE, 10),
        (DESK, HoldReason.NO_FILES, 14),
    ):
        with upgraded.unit() as unit:
            unit.outbox.release(chat, reason)
            due = unit.outbox.due(NOW, busy=(), limit=50)
            assert [call.id for call in due if call.chat_id == chat] == [message]


def test_a_prompt_knows_whom_it_asks_and_is_retired(upgraded: Database) -> None:
    with upgraded.unit() as unit:
        assert asks(unit) == [(Purpose.CLOSING, None), (Purpose.CLOSING, BUDI), (INFO, DEWI)]
        unit.refs.retire_prompts(2)
    with upgraded.unit() as unit:
        assert asks(unit) == [(RELAY, None), (RELAY, BUDI), (RELAY, DEWI)]
        for who, purpose in ((BUDI, Purpose.CLOSING), (DEWI, INFO)):
            assert prompted(unit, purpose, who)
        assert not prompted(unit, INFO, BUDI)


def asks(unit: Unit) -> list[tuple[Purpose, int | None]]:
    refs = [unit.refs.get(DESK, message_id) for message_id in (81, 82, 83)]
    return [(ref.purpose, ref.prompted_id) for ref in refs if ref is not None]


def prompted(unit: Unit, purpose: Purpose, who: int) -> bool:
    return unit.outbox.prompted_since(
        NOW - timedelta(days=1), ticket_id=2, purposes=[purpose], prompted_id=who
    )


def test_albums_that_were_coming_in_are_answers_to_what_they_answered(upgraded: Database) -> None:
    with upgraded.reading() as unit:
        assert [
            (row.group_id, row.purpose, row.prompted_id, len(files_of(row)))
            for row in sorted(unit.albums.quiet(NOW), key=lambda row: row.group_id)
        ] == [("88", Purpose.CARD, None, 1), ("89", Purpose.CLOSING, BUDI, 1)]


def test_nothing_that_was_done_once_is_done_again(upgraded: Database) -> None:
    """Asked for as those do who do it."""
    day = "2026-11-23"
    rows: list[dict[str, Any]] = [row.today for row in seeded.ROWS if row.table_today == "agenda"]
    told = [
        reporter.reminder(4, 16),
        closing.once(closing_rules.holding(date(2026, 11, 18), PeriodKind.WEEK)),
        scrubbing.once(3),
        failure_of("bot-2026-11-22.sqlite3"),
        failure_of(""),
        reminders.LOOKED,
        uptime.LAST,
        Once(AgendaKind.SECRET_CAUTIONED, chat_id=ANI, subject_id=71),
        Once(AgendaKind.NIP_TRIED, chat_id=CITRA, about_id=ANI, period=day),
        *(
            Once(AgendaKind(row["kind"]), *(row[name] for name in Once._fields[1:]))
            for row in rows
        ),
    ]
    with upgraded.unit() as unit:
        assert unit.agenda.made(told) == {*told}
        assert not any(unit.agenda.claim(once, now=NOW) for once in told)
        assert unit.agenda.claim(reporter.reminder(4, 17), now=NOW)
        assert unit.agenda.installed() == MADE


def test_tries_and_downtimes_count_on(upgraded: Database) -> None:
    day, tried = timedelta(days=1), AgendaKind.CLINIC_CODE_TRIED
    with upgraded.unit() as unit:
        assert unit.agenda.count_since(tried, ANI, NOW - day) == 1
        unit.agenda.done_again(tried, ANI, now=NOW)
        assert unit.agenda.count_since(tried, ANI, NOW - day) == 2
        assert unit.agenda.count_since(tried, ANI, NOW - 2 * day) == 4
        assert unit.agenda.count_since(tried, CITRA, NOW - day) == 1
        watched = unit.apart.of(NOW - 9 * day, NOW, as_of=MADE).watched
        assert (watched.down, watched.times) == (timedelta(), 0), "they are before it is known"
        assert unit.downtimes.ended_since(NOW - 9 * day) == [(NOW - 4 * day, NOW - 3 * day)]


def test_who_is_forgotten_leaves_nothing_that_was_done_before(upgraded: Database) -> None:
    with upgraded.unit() as unit:
        before = [*unit.session.exec(select_rows(AgendaRow))]
        theirs = {row.kind for row in before if ANI in (row.chat_id, row.about_id)}
        assert {AgendaKind.NIP_TRIED, AgendaKind.UNSENT_SOON, AgendaKind.CLINIC_DAY} <= theirs
        count = len([row for row in before if ANI in (row.chat_id, row.about_id)])
        unit.agenda.forget_person(ANI)
        unit.last_spoken.forget_person(ANI)
    with upgraded.engine.begin() as connection:
        found = rows(connection)
        assert len(found["agenda"]) == len(before) - count, "nobody else's"
        for table in ("agenda", "last_spoken"):
            assert not any(ANI in row.values() for row in found[table])
        assert [row["chat_id"] for row in found["last_spoken"]] == [CITRA]


def test_an_answer_that_was_held_back_waits_for_its_writer(upgraded: Database) -> None:
    with upgraded.unit() as unit:
        row = unit.held_answers.get(DESK, 95)
        assert row is not None
        assert (row.person_id, row.purpose, row.prompted_id) == (DEWI, Purpose.CLOSING, BUDI)
        unit.held_answers.let_go(row)
        assert unit.held_answers.get(DESK, 95) is None


def test_the_bot_goes_on_in_it(upgraded: Database) -> None:
    """New rows find numbers that are free, and refer to old ones."""
    with upgraded.unit() as unit:
        assert [row.update_id for row in unit.inbox.due(NOW, limit=9)] == [504]
        ticket = file(unit, "anew")
        assert str(ticket.number) == f"EK-2026-{len(TICKETS) + 1:05d}"
        unit.refs.put(DESK, 99, ticket_id=ticket.id, purpose=Purpose.INFO, prompted_id=EKO)
        unit.outbox.add(ANI, "sendMessage", {"text": "Halo"}, now=NOW)
    with upgraded.unit() as unit:
        assert not unit.agenda.claim(page_of("2026-W47"), now=NOW)
        assert unit.chats.current_id(-5) == DESK
        cases = unit.figures.cases(
            as_of=NOW + timedelta(seconds=1), since=NOW - timedelta(days=365)
        )
        assert [case.status for case in cases] == [*STATUSES, Status.OPEN]
