"""Dialogs of one person: each a row, and what becomes of the others when one begins."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import text

from bot.rules.dialog import DialogKind
from storage.engine import Database
from storage.unit import Unit
from tests.storage.rows import ANI, BUDI, DEWI, NOW, file, people
from tests.storage.test_races import several, together
from tests.support.statements import statements

HOUR = timedelta(hours=1)
COMPLAINT, OFFICE, REPLY, LOOSE = (
    DialogKind.COMPLAINT,
    DialogKind.OFFICE,
    DialogKind.REPLY,
    DialogKind.LOOSE,
)


def opened(unit: Unit, at: datetime = NOW) -> dict[DialogKind, datetime]:
    return {kind: row.expires_at for kind, row in unit.dialogs.open(ANI, now=at).items()}


def test_each_is_kept_with_what_belongs_to_it(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        ticket = file(unit, "a")
        unit.dialogs.begin(ANI, LOOSE, now=NOW, draft="{}")
        unit.dialogs.begin(ANI, REPLY, now=NOW, ticket_id=ticket.id)
        unit.dialogs.begin(BUDI, COMPLAINT, now=NOW, step="kind", key="k", draft="{}")
    with database.reading() as unit:
        found = unit.dialogs.open(ANI, now=NOW)
        assert set(found) == {REPLY, LOOSE}
        assert found[REPLY].ticket_id == ticket.id
        assert found[LOOSE].draft == "{}"
        (report,) = unit.dialogs.open(BUDI, now=NOW).values()
        assert (report.step, report.key, report.draft, report.updated_at) == (
            "kind",
            "k",
            "{}",
            NOW,
        )


def test_each_ends_at_its_own_time(database: Database) -> None:
    with database.unit() as unit:
        unit.dialogs.begin(ANI, REPLY, now=NOW, until=NOW + 3 * HOUR)
        unit.dialogs.begin(ANI, OFFICE, now=NOW)
    with database.unit() as unit:
        assert set(opened(unit, NOW + HOUR - timedelta(seconds=1))) == {OFFICE, REPLY}
        assert set(opened(unit, NOW + HOUR)) == {REPLY}
        unit.dialogs.drop_expired(NOW + HOUR)
        assert set(opened(unit)) == {REPLY}


def test_what_begins_ends_or_prolongs_others_as_the_rule_says(database: Database) -> None:
    with database.unit() as unit:
        unit.dialogs.begin(ANI, LOOSE, now=NOW)
        unit.dialogs.begin(ANI, OFFICE, now=NOW)
        unit.dialogs.begin(ANI, REPLY, now=NOW, until=NOW + 3 * HOUR)
        unit.dialogs.begin(BUDI, OFFICE, now=NOW)
        assert opened(unit) == {REPLY: NOW + 3 * HOUR, LOOSE: NOW + 3 * HOUR}
        unit.dialogs.begin(ANI, REPLY, now=NOW, until=NOW + HOUR)
        assert opened(unit) == {REPLY: NOW + HOUR, LOOSE: NOW + 3 * HOUR}
        unit.dialogs.begin(ANI, COMPLAINT, now=NOW)
        assert set(opened(unit)) == {COMPLAINT}
        assert set(unit.dialogs.open(BUDI, now=NOW)) == {OFFICE}


def test_what_is_over_is_not_brought_back(database: Database) -> None:
    later = NOW + 2 * HOUR
    with database.unit() as unit:
        unit.dialogs.begin(ANI, LOOSE, now=NOW)
        unit.dialogs.begin(ANI, REPLY, now=later)
        assert set(opened(unit, later)) == {REPLY}


def test_only_what_is_named_ends(database: Database) -> None:
    with database.unit() as unit:
        for kind in (LOOSE, REPLY, OFFICE):
            unit.dialogs.begin(ANI, kind, now=NOW)
        unit.dialogs.end(ANI)
        unit.dialogs.end(ANI, REPLY, COMPLAINT)
        assert set(opened(unit)) == {OFFICE, LOOSE}


def test_a_batch_asks_once_who_has_any_and_once_for_those(database: Database) -> None:
    with database.unit() as unit:
        unit.dialogs.begin(ANI, LOOSE, now=NOW)
        unit.dialogs.begin(ANI, REPLY, now=NOW)
    with statements(database, "dialog") as said, database.unit() as unit:
        unit.dialogs.look_up([BUDI, DEWI])
        assert len(said) == 1
    with statements(database, "dialog") as said, database.unit() as unit:
        unit.dialogs.look_up([ANI, BUDI, DEWI])
        assert len(said) == 2
        assert set(opened(unit)) == {REPLY, LOOSE}
        assert unit.dialogs.open(BUDI, now=NOW) == unit.dialogs.open(DEWI, now=NOW) == {}
        assert len(said) == 2
        unit.dialogs.begin(BUDI, OFFICE, now=NOW)
        assert len(said) == 3
        assert set(unit.dialogs.open(BUDI, now=NOW)) == {OFFICE}


def test_what_is_undone_in_a_batch_is_not_remembered(database: Database) -> None:
    with database.unit() as unit:
        unit.dialogs.begin(ANI, REPLY, now=NOW)
    with database.unit() as unit:
        unit.dialogs.look_up([ANI])
        with suppress(InterruptedError), unit.savepoint():
            unit.dialogs.begin(ANI, COMPLAINT, now=NOW)
            assert set(opened(unit)) == {COMPLAINT}
            raise InterruptedError
        assert set(opened(unit)) == {REPLY}


def test_a_kind_of_a_later_release_harms_nobody(database: Database) -> None:
    with database.unit() as unit:
        unit.dialogs.begin(ANI, REPLY, now=NOW)
        unit.session.connection().execute(text("update dialog set kind = 'prophecy'"))
        unit.dialogs.look_up([ANI, BUDI])
        assert opened(unit) == {}


@pytest.mark.parametrize("first", [None, REPLY])
def test_a_report_is_not_lost_to_an_answer_begun_at_once(
    database: Database, database_url: str, first: DialogKind | None
) -> None:
    if first is not None:
        with database.unit() as unit:
            unit.dialogs.begin(ANI, first, now=NOW)
    start = Barrier(2)

    def begin(own: Database, kind: DialogKind) -> None:
        start.wait()
        for count in range(10):
            with own.unit() as unit:
                unit.dialogs.begin(ANI, kind, now=NOW, draft=str(count))

    with several(database_url, 2) as (one, two):
        together([lambda: begin(one, COMPLAINT), lambda: begin(two, REPLY)])
    with database.reading() as unit:
        assert unit.dialogs.open(ANI, now=NOW)[COMPLAINT].draft == "9"


def test_the_same_begun_by_two_at_once_is_one(database: Database, database_url: str) -> None:
    start = Barrier(2)

    def begin(own: Database, until: datetime) -> None:
        start.wait()
        for _ in range(10):
            with own.unit() as unit:
                unit.dialogs.begin(ANI, REPLY, now=NOW, until=until)

    times = [NOW + HOUR, NOW + 2 * HOUR]
    with several(database_url, 2) as (one, two):
        together([lambda: begin(one, times[0]), lambda: begin(two, times[1])])
    with database.reading() as unit:
        assert opened(unit)[REPLY] in times
