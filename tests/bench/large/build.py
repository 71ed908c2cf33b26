"""A database as years of a busy desk leave it, written in bulk."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, insert, text
from sqlmodel import col, select

from storage.engine import Database
from storage.tables import (
    AgendaRow,
    InboxRow,
    MessageRef,
    OutboxRow,
    Person,
    Question,
    Table,
    Ticket,
    TicketEvent,
    TicketSeries,
)
from tests.bench.large.past import Past, Row, Size

AT_ONCE = 5_000


def build(database: Database, size: Size, *, desk: int, until: datetime) -> None:
    """Into an empty, migrated database, all of it before `until`."""
    dice = random.Random(size.tickets)
    past = Past(size, dice, desk, until)
    with database.engine.begin() as connection:
        for table, rows in (
            (Person, past.people()),
            (Ticket, past.tickets()),
            (TicketEvent, iter(past.events)),
            (TicketSeries, past.series()),
            (MessageRef, past.refs()),
            (AgendaRow, past.agenda()),
            (Question, past.questions()),
            (OutboxRow, past.outbox()),
            (InboxRow, past.inbox()),
        ):
            _write(connection, table, rows)
        if not database.is_sqlite:
            _number_on(connection)
    _settle(database)


def index_words(database: Database) -> None:
    """For /cari, as the bot would have by now."""
    with database.reading() as unit:
        ids = list(unit.session.exec(select(Ticket.id).order_by(col(Ticket.id))))
    for first in range(0, len(ids), AT_ONCE):
        with database.unit(flushed=False) as unit:
            unit.search.index(ids[first : first + AT_ONCE])
    _settle(database)


def _write(connection: Connection, table: type[Table], rows: Iterable[Row]) -> None:
    rest = iter(rows)
    while some := list(islice(rest, AT_ONCE)):
        connection.execute(insert(table), some)


def _number_on(connection: Connection) -> None:
    """Rows that came with a number of their own moved no sequence."""
    for table in ("ticket", "ticket_event", "question", "outbox", "inbox"):
        key = "seq" if table == "inbox" else "id"
        connection.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('{table}', '{key}'),"
                f" (SELECT max({key}) FROM {table}))"
            )
        )


def _settle(database: Database) -> None:
    """As a server's own vacuum would have left it by now; SQLite has none."""
    if not database.is_sqlite:
        with database.engine.connect() as connection:
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            alone.execute(text("VACUUM ANALYZE"))
