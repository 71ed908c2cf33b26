"""What all tests may ask for: a migrated database of either kind, and the resources of a turn."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.simulator.world import accounts
from bot.wire.memory import trim_after_start
from handlers.resources import Resources, load_resources
from storage.engine import Database
from tests.support.databases import Make, PostgresServer, SqliteFiles, engine_at
from tests.support.postgres import NoPostgres, cluster


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--restart",
        "--restart-everywhere",
        dest="restart",
        action="store_true",
        help="talks: the bot forgets all it holds in memory between any two steps",
    )
    parser.addoption(
        "--update-said", action="store_true", help="words: write tests/words/said.md anew"
    )
    parser.addoption("--slow", action="store_true", help="also what takes minutes")


@pytest.fixture(scope="session")
def sqlite_files() -> Iterator[SqliteFiles]:
    ram = "/dev/shm"
    where = ram if os.access(ram, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="bot-sqlite-", dir=where) as folder:
        yield SqliteFiles(Path(folder))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Without PostgreSQL the tests fail: skipping would leave half of the promise unproven."""
    given = os.environ.get("TEST_DATABASE_URL")
    try:
        if given:
            server = PostgresServer(given)
            yield server
            server.close()
        else:
            with cluster() as address:
                server = PostgresServer(address)
                yield server
                server.close()
    except NoPostgres as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty, migrated database; the test runs once on each kind."""
    server: SqliteFiles | PostgresServer = request.getfixturevalue(
        "sqlite_files" if request.param == "sqlite" else "postgres_server"
    )
    with server.fresh() as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(engine_at(database_url))
    yield database
    database.close()


@pytest.fixture
def bring(request: pytest.FixtureRequest, database: Database) -> Callable[[Make], None]:
    """The empty database to where a function of it leads, which runs once for all tests."""
    server: SqliteFiles | PostgresServer = request.getfixturevalue(
        "sqlite_files" if database.is_sqlite else "postgres_server"
    )
    return lambda make: server.bring(make, database)


@pytest.fixture(scope="session")
def resources() -> Resources:
    """As main.py builds it for the simulator; the matcher takes a second, so once for all."""
    settings = Settings(
        helpdesk_chat_id=accounts.HELPDESK,
        report_chat_id=accounts.REPORTS,
        admin_ids=(accounts.BUDI,),
    )
    loaded = load_resources(settings).named(accounts.BOT_USERNAME)
    trim_after_start()  # as the bot does it: else each look for garbage goes through the book
    # Whatever year the tests play in: that holidays run out is a matter of tests of its own.
    return replace(loaded, calendar=replace(loaded.calendar, known_until=date.max))
