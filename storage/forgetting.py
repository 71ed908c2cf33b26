"""Deleting what is old, so many rows at a time: whoever deletes holds up all others."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete
from sqlmodel import Session, func, select

MOST = 500


def older_than(session: Session, key: Any, at: Any, moment: datetime) -> int:
    """The number below which all rows are older: they came in the order of their numbers.

    Looks through the old ones alone; for a reading connection all the same.
    """
    first = session.exec(select(key).where(at >= moment).order_by(key).limit(1)).first()
    if first is None:
        return int(session.exec(select(func.coalesce(func.max(key), 0))).one()) + 1
    return int(first)


def forget(session: Session, key: Any, *where: ColumnElement[bool] | bool) -> int:
    """Deletes the first of them; how many. Fewer than MOST: there are no more."""
    some = select(key).where(*where).order_by(key).limit(MOST)
    deleted = session.connection().execute(delete(key.class_).where(key.in_(some)))
    return deleted.rowcount
