"""Dialogs as schema 0003 kept them, one a person with others inside, are gone on with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from alembic import command
from sqlalchemy import text

from bot.rules.complaint import Draft, File, ReportContent, Step
from bot.rules.dialog import DialogKind
from bot.rules.ticket import Deed, Kind, Status
from storage import drafts
from storage.engine import Database
from storage.schema import changing, config, migrate
from storage.tables import DialogRow
from tests.storage.rows import ANI, NOW, file, people
from tests.support.databases import Make

COMPLAINT, OFFICE, REPLY, LOOSE = (
    DialogKind.COMPLAINT,
    DialogKind.OFFICE,
    DialogKind.REPLY,
    DialogKind.LOOSE,
)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
PHOTO = {"kind": "photo", "file_id": "a", "unique_id": "A", "group_id": None}
WAITS: dict[str, Any] = {
    "kind": None,
    "category": None,
    "story": "layar saya",
    "story_message": 7,
    "added": [[8, "ini"]],
    "files": [PHOTO],
    "question": None,
}
TOLD = ReportContent("layar saya", 7, ((8, "ini"),), (File("photo", "a", "A"),))
REPORT = {**WAITS, "kind": "complaint", "category": "Lainnya", "question": 3}


def went_back(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        _, closed = file(unit, "a"), file(unit, "b")
        unit.tickets.move(
            closed,
            Deed.CONFIRM,
            to=Status.CLOSED,
            now=NOW,
            actor_id=ANI,
            clock=closed.clock,
        )
    with changing(database) as connection:
        command.downgrade(config(connection), "0003")


class Old:
    """A database of that schema, with two tickets, of which the second is closed."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.reading() as unit:
            numbers = text("select id from ticket order by id")
            self.open, self.closed = unit.session.connection().execute(numbers).scalars()

    def had(
        self,
        kind: str,
        step: str,
        draft: object,
        *,
        key: str = "",
        expires_at: datetime | None = NOW + HOUR,
    ) -> Old:
        with self.database.unit() as unit:
            unit.session.connection().execute(
                text(
                    "insert into dialog (person_id, kind, step, key, draft, updated_at,"
                    " expires_at) values (:person, :kind, :step, :key, :draft, :at, :until)"
                ),
                {
                    "person": ANI,
                    "kind": kind,
                    "step": step,
                    "key": key,
                    "draft": draft if isinstance(draft, str) else json.dumps(draft),
                    "at": self._stored(NOW),
                    "until": self._stored(expires_at),
                },
            )
        return self

    def _stored(self, at: datetime | None) -> object:
        """SQLite keeps moments as words, without their zone."""
        if at is None or not self.database.is_sqlite:
            return at
        return at.replace(tzinfo=None).isoformat(" ", "microseconds")

    @contextmanager
    def now(self, at: datetime = NOW) -> Iterator[dict[DialogKind, DialogRow]]:
        migrate(self.database)
        with self.database.reading() as unit:
            yield dict(unit.dialogs.open(ANI, now=at))


@pytest.fixture
def old(database: Database, bring: Callable[[Make], None]) -> Old:
    bring(went_back)
    return Old(database)


def before(kind: str, step: object, until: datetime | None) -> dict[str, object]:
    moment = until and until.isoformat()
    return {"before": {"kind": kind, "step": str(step), "key": "", "until": moment}}


@pytest.mark.parametrize("step", Step)
def test_a_report_at_any_step(old: Old, step: Step) -> None:
    with old.had("complaint", step, REPORT, key="k", expires_at=NOW + 2 * HOUR).now() as now:
        row = now.pop(COMPLAINT)
        assert not now
    assert (row.step, row.key, row.ticket_id) == (step, "k", None)
    assert (row.updated_at, row.expires_at) == (NOW, NOW + 2 * HOUR)
    assert drafts.read_draft(row.draft) == Draft(
        **vars(TOLD), kind=Kind.COMPLAINT, category="Lainnya", question=3
    )


def test_a_report_that_was_unreadable_is_so_still(old: Old) -> None:
    with old.had("complaint", "prophecy", "{").now() as now:
        assert (now[COMPLAINT].step, now[COMPLAINT].draft) == ("prophecy", "{")


def test_files_that_wait(old: Old) -> None:
    with old.had("loose", "kind", WAITS, key="k").now() as now:
        assert set(now) == {LOOSE}
        assert drafts.read_told(now[LOOSE].draft) == TOLD
        assert now[LOOSE].expires_at == NOW + HOUR


@pytest.mark.parametrize("closed", [False, True])
def test_an_answer(old: Old, *, closed: bool) -> None:
    ticket = old.closed if closed else old.open
    with old.had("reply", str(ticket), "{}", key="EK-2026-00001").now() as now:
        assert set(now) == {REPLY}
        assert (now[REPLY].ticket_id, now[REPLY].expires_at) == (ticket, NOW + HOUR)
        assert (now[REPLY].step, now[REPLY].key) == (None, None)


def test_files_that_wait_beside_an_answer(old: Old) -> None:
    with old.had("reply", str(old.open), WAITS).now() as now:
        assert set(now) == {REPLY, LOOSE}
        assert drafts.read_told(now[LOOSE].draft) == TOLD
        assert now[LOOSE].expires_at == NOW + HOUR


def test_a_question_for_the_office_alone(old: Old) -> None:
    with old.had("office", (NOW + HOUR).isoformat(), "{}").now() as now:
        assert {kind: row.expires_at for kind, row in now.items()} == {OFFICE: NOW + HOUR}


def test_a_question_for_the_office_of_a_release_that_did_not_time_it_apart(old: Old) -> None:
    with old.had("office", "", before("reply", old.open, None)).now() as now:
        assert {kind: row.expires_at for kind, row in now.items()} == {
            OFFICE: NOW + HOUR,
            REPLY: NOW + HOUR,
        }


def test_what_a_question_for_the_office_interrupted(old: Old) -> None:
    inside = before("reply", old.open, NOW + 5 * HOUR)
    over = (NOW + HOUR).isoformat()
    with old.had("office", over, WAITS | inside, expires_at=NOW + 5 * HOUR).now() as now:
        assert {kind: row.expires_at for kind, row in now.items()} == {
            OFFICE: NOW + HOUR,
            REPLY: NOW + 5 * HOUR,
            LOOSE: NOW + 5 * HOUR,
        }
        assert now[REPLY].ticket_id == old.open
        assert drafts.read_told(now[LOOSE].draft) == TOLD


def test_files_that_a_question_for_the_office_interrupted(old: Old) -> None:
    inside = before("loose", "kind", NOW + MINUTE)
    over = (NOW + HOUR).isoformat()
    with old.had("office", over, WAITS | inside).now(NOW + 2 * MINUTE) as now:
        assert set(now) == {OFFICE, LOOSE}


def test_a_ticket_closed_during_the_question_for_the_office_is_not_talked_of_on(old: Old) -> None:
    inside = before("reply", old.closed, NOW + 5 * HOUR)
    with old.had("office", (NOW + HOUR).isoformat(), WAITS | inside).now() as now:
        assert set(now) == {OFFICE, LOOSE}


def test_what_is_over_is_over(old: Old) -> None:
    inside = before("reply", old.open, NOW - MINUTE)
    over = (NOW - HOUR).isoformat()
    with old.had("office", over, WAITS | inside, expires_at=NOW - MINUTE).now() as now:
        assert now == {}


def test_without_an_end_it_lasts_as_long_as_any(old: Old) -> None:
    with old.had("complaint", "kind", REPORT, expires_at=None).now() as now:
        assert now[COMPLAINT].expires_at == NOW + timedelta(days=7)


@pytest.mark.parametrize(
    ("kind", "step", "draft"),
    [
        *(("reply", "", "{}"), ("reply", "999", "{}"), ("reply", "prophecy", "nonsense")),
        *(("prophecy", "1", "{}"), ("reply", "999", "[]")),
    ],
)
def test_what_nobody_understands_is_left_behind(
    old: Old, kind: str, step: str, draft: str
) -> None:
    with old.had(kind, step, draft).now() as now:
        assert now == {}
