"""What is open is true within a batch, too."""

from __future__ import annotations

from storage.engine import Database
from tests.storage.rows import BUDI, NOW, people


def test_an_incident_that_begins_is_open_at_once(database: Database) -> None:
    """Though that none was open is remembered."""
    people(database)
    with database.unit() as unit:
        assert unit.incidents.open() == []
        begun = unit.incidents.begin("server mati", by=BUDI, now=NOW)
        assert [row.id for row in unit.incidents.open()] == [begun.id]
        unit.incidents.close(begun, "sudah pulih", by=BUDI, now=NOW)
        assert unit.incidents.open() == []
