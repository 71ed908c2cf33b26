"""Rows of a query, a piece at a time: a report's list may have 100,000 and more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlmodel import Session

AT_ONCE = 5_000


def streamed(session: Session, query: Any) -> Iterator[Any]:
    """By whole pieces: to fetch each row alone calls as often."""
    options = {"yield_per": AT_ONCE}
    for some in session.connection().execute(query, execution_options=options).partitions():
        yield from some
