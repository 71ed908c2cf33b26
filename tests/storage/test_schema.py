"""The schema on either database: migrated is declared, and a newer one is not touched."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from alembic import command
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Column, Connection, String, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateIndex
from sqlmodel import col, select

from storage.engine import Database, DatabaseError, open_database, opened
from storage.lock import only_one
from storage.schema import changing, config, fit_for_reading, is_current, migrate
from storage.tables import Question, Table
from tests.storage.differences import differences
from tests.storage.rows import ANI, BUDI, NOW, file, people, question
from tests.support.databases import ONLY_POSTGRESQL


def test_the_migrated_schema_is_the_declared_one(database: Database) -> None:
    with database.engine.begin() as connection:
        assert differences(connection) == []
    assert is_current(database)


def test_partial_indexes_are_over_the_rows_that_are_declared(database: Database) -> None:
    """A new end state, or deed that opens again, else leaves them over the rows of before."""
    if database.engine.dialect.name != "sqlite":
        return
    declared = {
        str(index.name): condition(str(CreateIndex(index).compile(database.engine)))
        for table in Table.metadata.sorted_tables
        for index in table.indexes
    }
    assert "status NOT IN" in declared["ticket_open"]
    with database.engine.connect() as connection:
        made = connection.execute(text("select name, sql from sqlite_master where type = 'index'"))
        migrated = {row.name: condition(row.sql) for row in made if row.sql}
    assert migrated == declared


def condition(index: str) -> str:
    return " ".join(index.partition(" WHERE ")[2].split())


def test_what_buttons_name_is_numbered_once_in_the_database_too(database: Database) -> None:
    declared = {
        table.name
        for table in Table.metadata.sorted_tables
        if table.dialect_options["sqlite"]["autoincrement"]
    }
    assert {"template", "roster_claim", "clinic_seat"} <= declared
    if database.engine.dialect.name != "sqlite":
        return
    with database.engine.connect() as connection:
        of_tables = text("select name from sqlite_master where sql like '%AUTOINCREMENT%'")
        assert {*connection.execute(of_tables).scalars()} == declared


def test_migrating_twice_changes_nothing(database: Database) -> None:
    migrate(database)
    assert is_current(database)


def test_a_newer_schema_is_refused_and_left_alone(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(DatabaseError, match=r"newer schema 9999.*update the bot"):
        migrate(database)
    assert version(database) == "9999"


def version(database: Database) -> object:
    with database.engine.begin() as connection:
        return connection.execute(text("select version_num from alembic_version")).scalar()


def test_reading_refuses_an_older_schema_and_leaves_it_alone(database: Database) -> None:
    fit_for_reading(database)
    with database.engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = '0001'"))
    with pytest.raises(DatabaseError, match=r"older schema 0001; stop the bot.*main\.py migrate"):
        fit_for_reading(database)
    assert version(database) == "0001"


def test_reading_an_empty_database_makes_it_fit(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path}/bot.sqlite3") as database:
        fit_for_reading(database)
        assert is_current(database)


def test_what_older_reviews_taught_is_found_by_who_and_when(database: Database) -> None:
    people(database)
    later = NOW + timedelta(minutes=1)
    with database.unit() as unit:
        taught = unit.learned.add(entry_id="x", question="apa", by=BUDI, now=NOW)
        unit.questions.review([question(unit)], by=BUDI, now=NOW, taught=taught)
        unit.questions.review([question(unit)], by=BUDI, now=later)
    with changing(database) as connection:
        command.downgrade(config(connection), "0002")
    migrate(database)
    with database.reading() as unit:
        found = unit.session.exec(select(Question.learned_id).order_by(col(Question.id)))
        assert list(found) == [taught.id, None]


@ONLY_POSTGRESQL
def test_a_function_that_was_left_behind_is_no_hindrance(database: Database) -> None:
    """An older backup's tables take the place of ours, put back by the release before or by hand;
    what is no table stays."""
    with changing(database) as connection:
        command.downgrade(config(connection), "0031")
        connection.execute(
            text(
                "CREATE FUNCTION ticket_words_of(who text, words text) RETURNS tsvector"
                " LANGUAGE sql IMMUTABLE AS 'SELECT NULL::tsvector'"
            )
        )
    migrate(database)
    cost = text("SELECT procost FROM pg_proc WHERE proname = 'ticket_words_of'")
    with database.engine.begin() as connection:
        assert list(connection.execute(cost).scalars()) == [2000]


def with_phone(connection: Connection) -> Operations:
    """`person` with a column more; SQLite is told to make the whole table anew."""
    op = Operations(MigrationContext.configure(connection))
    anew: Literal["always", "never"] = "always" if connection.dialect.name == "sqlite" else "never"
    with op.batch_alter_table("person", recreate=anew) as person:
        person.add_column(Column("phone", String))
    return op


def test_a_table_that_others_refer_to_may_be_made_anew(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        file(unit, "a")
    with changing(database) as connection:
        with_phone(connection)
    with database.unit() as unit:
        assert [ticket.reporter_id for ticket in unit.open_tickets.oldest()] == [ANI]
        assert unit.session.connection().execute(text("select phone from person")).all() == [
            (None,),
            (None,),
            (None,),
        ]
    with pytest.raises(IntegrityError), database.unit() as unit:
        unit.session.connection().execute(text("delete from person"))


def test_a_migration_that_breaks_a_reference_changes_nothing(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        file(unit, "a")
    before = persons(database)
    with pytest.raises((DatabaseError, IntegrityError), match=r"person"):
        without_ani(database)
    assert persons(database) == before


def without_ani(database: Database) -> None:
    with changing(database) as connection:
        with_phone(connection)
        connection.execute(text(f"delete from person where id = {ANI}"))


def persons(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as unit:
        found = unit.session.connection().execute(text("select * from person order by id"))
        return [tuple(row) for row in found]


def test_only_one_bot_a_database(database: Database, database_url: str) -> None:
    def start(other: Database) -> None:
        with only_one(other):
            """Serving."""

    with opened(database_url) as other:
        with only_one(database), pytest.raises(DatabaseError, match="another bot already runs"):
            start(other)
        start(other)  # let go of by the first


def test_an_address_nobody_understands_is_one_line() -> None:
    for address in (
        "mongodb://nowhere",
        "mysql://a/b",
        "postgresql+asyncpg://a/b",
        "postgresql://a:port/b",
        "postgresql://[::1/b",
        "sqlite://data/bot.sqlite3",
        "sqlite:///data/bot.sqlite3?timeout=long",
        "nonsense",
    ):
        with pytest.raises(DatabaseError, match=r"not understood; .* or postgresql://user"):
            open_database(address)
    for address in ("sqlite://", "sqlite:///:memory:", "sqlite:///data/"):
        with pytest.raises(DatabaseError, match="names no file"):
            open_database(address)


def test_postgresql_may_be_named_without_its_driver() -> None:
    for address in ("postgres://bot@127.0.0.1:9/none", "postgresql://bot@127.0.0.1:9/none"):
        with opened(address) as database:
            assert database.engine.url.drivername == "postgresql+psycopg"


def test_a_server_that_is_not_there_is_one_line() -> None:
    with (
        opened("postgresql+psycopg://nobody@127.0.0.1:9/none") as database,
        pytest.raises(DatabaseError, match="does not open"),
    ):
        migrate(database)


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseError, match="cannot write in the data folder"):
        open_database(f"sqlite:///{tmp_path}/file/bot.sqlite3")
