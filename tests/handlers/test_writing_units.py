"""Nothing a person or the clock can ask for works long in a writing transaction.

Work is counted in instructions of SQLite's own machine, which read and write rows: the same on
every computer, however busy.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from bot.simulator.world import accounts
from handlers.resources import Resources
from storage.engine import Database, open_database
from storage.forgetting import MOST
from tests.bench.large.build import build
from tests.bench.large.past import Size
from tests.bench.large.walk import Walk
from tests.support.databases import SqliteFiles

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
FEW, MANY = 100, 800  # tickets; of messages both have more than are deleted in one unit
EACH = 100  # instructions between two looks
SPARE = 4_000  # instructions that a few rows more may cost


class Counted(Database):
    """Counts what its connections do."""

    def __init__(self, url: str) -> None:
        super().__init__(open_database(url).engine)
        self.worked = 0
        event.listen(self.engine, "connect", self._watch)

    def _watch(self, connection: object, _record: object) -> None:
        connection.set_progress_handler(self._count, EACH)  # type: ignore[attr-defined]

    def _count(self) -> int:
        self.worked += EACH
        return 0


@pytest.fixture
def walks(sqlite_files: SqliteFiles, resources: Resources) -> list[dict[str, int]]:
    found = []
    for tickets in (FEW, MANY):
        with sqlite_files.fresh() as url:
            database = Counted(url)
            size = replace(Size().scaled(tickets), sent=2 * MOST + 2 * tickets)
            build(database, size, desk=accounts.HELPDESK, until=NOW)
            walk = Walk(database, until=NOW, resources=resources, meter=lambda: database.worked)  # noqa: B023
            found.append({cost.name: int(cost.held) for cost in walk.all()})
            database.close()
    return found


def test_what_a_writing_unit_does_stays_the_same_as_the_database_grows(
    walks: list[dict[str, int]],
) -> None:
    small, large = walks
    assert small.keys() == large.keys()
    grown = {
        name: (small[name], large[name]) for name in small if large[name] > 2 * small[name] + SPARE
    }
    assert grown == {}
