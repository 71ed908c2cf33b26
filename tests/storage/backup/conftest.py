"""The database that is backed up."""

from __future__ import annotations

import pytest

from storage.engine import Database
from tests.storage.rows import file, people


@pytest.fixture
def serial(database: Database) -> Database:
    """With two tickets."""
    people(database)
    with database.unit() as unit:
        for draft in ("a", "b"):
            file(unit, draft)
    return database
