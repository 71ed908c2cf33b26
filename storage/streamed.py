"""Rows that are many, read a piece at a time: neither all of them in memory, nor each by itself,
which takes twice as long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

AT_ONCE = 5_000


def streamed(connection: Connection, query: Any) -> Iterator[Any]:
    options = {"yield_per": AT_ONCE}
    for some in connection.execute(query, execution_options=options).partitions():
        yield from some
