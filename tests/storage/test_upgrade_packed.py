"""What the release before kept in one string, in tables that were not there at schema 0003."""

from __future__ import annotations

from alembic import command
from sqlalchemy import text
from sqlmodel import select

from storage.engine import Database
from storage.schema import changing, config, migrate
from storage.tables import JobRow, Question, RosterEntry, Survey
from tests.storage.rows import ANI, BUDI, people

BEFORE = "0038"
ROWS = (
    (
        "INSERT INTO job (kind, key, arguments, chat_id, asked_at, status, attempts) VALUES"
        " ('reporter', 'reporter:1001:True', '{}', -5, '2026-11-24', 'done', 0),"
        " ('reporter', 'blocked:1001:False', '{}', -5, '2026-11-24', 'waiting', 0),"
        " ('pass_on', 'pass_on:2001:2026-11-24T01:30', '{}', -5, '2026-11-24', 'done', 0),"
        " ('cards', 'cards:-5', '{}', -5, '2026-11-24', 'done', 0)"
    ),
    (
        "INSERT INTO roster_import (id, at, people, is_current, is_gone)"
        " VALUES (1, '2026-11-24', 2, true, false)"
    ),
    (
        "INSERT INTO roster_entry (import_id, nip, name, phone, state) VALUES"
        " (1, '198701012006011001', 'Ani', '6281234567890 6289999999999', 'active'),"
        " (1, '199005052023212003', 'Rusmini', NULL, 'active')"
    ),
    (
        "INSERT INTO question (asker_id, at, text, outcome, score, runner_up_score, offered)"
        " VALUES (1001, '2026-11-24', 'otp', 'suggestions', 0.5, 0.5, 'otp-lama otp')"
    ),
    (
        "INSERT INTO survey (status, edition, elements, days, by_id, made_at) VALUES"
        " ('draft', 'x', 'time manners', 7, 2001, '2026-11-24')"
    ),
)


def upgrade(database: Database) -> None:
    people(database)
    with changing(database) as connection:
        command.downgrade(config(connection), BEFORE)
        for rows in ROWS:
            connection.execute(text(rows.replace(":", "\\:")))
    migrate(database)


def test_a_job_says_whom_it_is_about(database: Database) -> None:
    upgrade(database)
    with database.reading() as unit:
        found = unit.session.exec(select(JobRow.key, JobRow.about_id))
        assert {key.partition(":")[0]: about for key, about in found} == {
            "reporter": ANI,
            "blocked": ANI,
            "pass_on": BUDI,
            "cards": None,
        }


def test_several_of_a_kind_are_several(database: Database) -> None:
    upgrade(database)
    with database.reading() as unit:
        assert list(unit.session.exec(select(RosterEntry.phone).order_by(RosterEntry.nip))) == [
            ("6281234567890", "6289999999999"),
            None,
        ]
        assert list(unit.session.exec(select(Question.offered))) == [("otp-lama", "otp")]
        assert list(unit.session.exec(select(Survey.elements))) == [("time", "manners")]
