from __future__ import annotations

from collections.abc import Iterator

import pytest

from handlers.resources import Resources
from storage.engine import opened
from tests.support.databases import SqliteFiles
from tests.support.still_clock import StillClock
from tests.wire.telegram import BEGINS, Durable, Telegram


@pytest.fixture(autouse=True)
def of_ptbs_next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else PTB's own making of a 429 warns of its next version."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def clock() -> StillClock:
    return StillClock(BEGINS)


@pytest.fixture
def telegram(clock: StillClock) -> Telegram:
    return Telegram(clock)


@pytest.fixture
def durable(
    sqlite_files: SqliteFiles, resources: Resources, clock: StillClock
) -> Iterator[Durable]:
    with sqlite_files.fresh() as url, opened(url) as database:
        yield Durable(database, resources, clock)
