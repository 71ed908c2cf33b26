"""Noticing that a database is damaged or gone."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.damage import damage_of
from storage.engine import Database, opened
from storage.schema import migrate


def test_a_sound_one_stays_so(database: Database) -> None:
    damage = damage_of(database)
    with pytest.raises(DBAPIError), database.unit() as unit:
        unit.session.execute(text("SELECT * FROM nothing_of_that_name"))
    assert damage() is None


def test_pages_that_cannot_be_read(tmp_path: Path) -> None:
    """A disk that dies spares the beginning of the file."""
    file = tmp_path / "bot.sqlite3"
    with opened(f"sqlite:///{file}") as database:
        migrate(database)
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + os.urandom(len(whole) - 8192))
    with opened(f"sqlite:///{file}") as database:
        damage = damage_of(database)
        assert damage() is None
        with pytest.raises(DBAPIError), database.unit() as unit:
            unit.session.execute(text("SELECT count(*) FROM ticket, outbox, inbox, person"))
        assert str(damage()).startswith("the database is damaged: ")


def test_a_file_that_another_took_the_place_of(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    with opened(f"sqlite:///{file}") as database:
        migrate(database)
        damage = damage_of(database)
        assert damage() is None
        other = tmp_path / "other"
        sqlite3.connect(other).close()
        other.rename(file)
        assert damage() == f"the database file {file} was deleted or replaced"
        file.unlink()
        assert damage() is not None


def test_postgresql_tells_it_by_its_own_codes(database: Database) -> None:
    if database.is_sqlite:
        return
    assert psycopg.errors.DataCorrupted.sqlstate == "XX001"
    damage = damage_of(database)
    raising = "DO $$ BEGIN RAISE EXCEPTION 'invalid page' USING ERRCODE = 'XX001'; END $$"
    with pytest.raises(DBAPIError), database.unit() as unit:
        unit.session.execute(text(raising))
    assert damage() == "the database is damaged: invalid page"
