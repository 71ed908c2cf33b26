"""What a database is asked, whichever way: the driver is listened to, below SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import event

from storage.engine import Database

OF_FTS = "'main'."
"""What SQLite's index of words asks its own tables."""


@contextmanager
def statements(database: Database, word: str = "") -> Iterator[list[str]]:
    """All with that word that connections are asked which are taken from the pool from now on."""
    asked: list[str] = []

    def keep(statement: str) -> None:
        if word in statement and not statement.startswith("--") and OF_FTS not in statement:
            asked.append(statement)

    class Cursor(psycopg.Cursor[Any]):
        def execute(self, query: Any, *given: Any, **more: Any) -> Any:
            keep(str(query))
            return super().execute(query, *given, **more)

        def executemany(self, query: Any, *given: Any, **more: Any) -> None:
            keep(str(query))
            super().executemany(query, *given, **more)

    def listen(connection: Any, *_record: object) -> None:
        if database.is_sqlite:
            connection.set_trace_callback(keep)
        else:
            connection.cursor_factory = Cursor

    def leave(connection: Any, *_record: object) -> None:
        if database.is_sqlite:
            connection.set_trace_callback(None)
        else:
            connection.cursor_factory = psycopg.Cursor

    event.listen(database.engine, "checkout", listen)
    event.listen(database.engine, "checkin", leave)
    try:
        yield asked
    finally:
        event.remove(database.engine, "checkout", listen)
        event.remove(database.engine, "checkin", leave)
