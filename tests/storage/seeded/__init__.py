"""A database as the release before left it: rows of every table, in every state they can have.

They are written to the tables as they were at schema BEFORE, so no class of ours is used here.
The modules are named like those of `storage/tables`. Whoever changes a table again adds what
becomes of its rows (`now`), or rows of a new state.
"""

from __future__ import annotations

from sqlalchemy import Connection, MetaData, Table, text

from tests.storage.seeded.book import LEARNED, QUESTIONS
from tests.storage.seeded.delivery import AGENDA, ALIAS, INBOX, OUTBOX
from tests.storage.seeded.people import DIALOGS, PEOPLE
from tests.storage.seeded.tickets import ALBUMS, ATTACHMENTS, EVENTS, REFS, SERIES, TICKETS

BEFORE = "0003"
# In the order of their foreign keys.
ROWS = [
    *PEOPLE,
    *INBOX,
    *OUTBOX,
    *AGENDA,
    ALIAS,
    SERIES,
    *TICKETS,
    *EVENTS,
    *ATTACHMENTS,
    *REFS,
    *ALBUMS,
    *LEARNED,
    *QUESTIONS,
    *DIALOGS,
]


def seed(connection: Connection) -> None:
    """Into empty tables of schema BEFORE."""
    tables = reflected(connection)
    for row in ROWS:
        connection.execute(tables[row.table].insert().values(row.was))
    if connection.dialect.name == "postgresql":  # SQLite counts on from the last row by itself
        for table in tables.values():
            for column in table.primary_key.columns:
                if column.autoincrement is True:
                    _count_on(connection, table.name, column.name)


def _count_on(connection: Connection, table: str, column: str) -> None:
    sequence = f"pg_get_serial_sequence('{table}', '{column}')"
    connection.execute(text(f"SELECT setval({sequence}, max({column})) FROM {table}"))


def reflected(connection: Connection) -> dict[str, Table]:
    """The tables as they are in the database just now."""
    metadata = MetaData()
    metadata.reflect(connection)
    return {name: table for name, table in metadata.tables.items() if not _made(name)}


def _made(name: str) -> bool:
    """Out of other rows: see storage.search."""
    return name in {"alembic_version", "ticket_search"} or name.startswith("ticket_words")
