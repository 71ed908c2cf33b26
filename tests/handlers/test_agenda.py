"""A second's look is cheap: what is due by the minute is looked for once in each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import event

from handlers.clock.agenda import AT_EACH_LOOK, Agenda
from handlers.resources import Resources
from storage.engine import Database

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
FEW = len(AT_EACH_LOOK) + 1  # transactions


class Looks:
    """Counts the transactions that a look takes."""

    def __init__(self, database: Database, resources: Resources) -> None:
        self._agenda = Agenda(database, resources)
        self._begun = 0
        event.listen(database.engine, "begin", self._begin)

    def _begin(self, _connection: object) -> None:
        self._begun += 1

    def at(self, moment: datetime) -> int:
        before = self._begun
        self._agenda.run_due(moment)
        return self._begun - before


def settled(looks: Looks) -> datetime:
    """The first second in which nothing was made any more."""
    moment = NOW
    while looks.at(moment) > FEW:
        moment += SECOND
    return moment


def test_once_a_minute_everything_is_looked_for(database: Database, resources: Resources) -> None:
    looks = Looks(database, resources)
    moment = settled(looks)
    assert moment < NOW + timedelta(minutes=1)
    assert looks.at(moment + SECOND) <= FEW
    assert looks.at(NOW + timedelta(minutes=1)) > 2 * FEW


def test_after_a_look_that_failed_everything_is_looked_for_again(
    database: Database, resources: Resources
) -> None:
    looks = Looks(database, resources)
    moment = settled(looks)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE board RENAME TO board_hidden")
    assert looks.at(NOW + timedelta(minutes=1)) > 2 * FEW
    assert looks.at(NOW + timedelta(minutes=1, seconds=1)) > 2 * FEW
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE board_hidden RENAME TO board")
    assert moment < NOW + timedelta(minutes=1)
