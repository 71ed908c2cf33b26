"""What lies in the tables, as it lies there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, text

ANSWERS = {"reply", "ask_info", "resolve", "out_of_scope", "resolve_by_merge"}
ANSWERS |= {"resolve_by_incident"}
OPEN = {"open", "verified", "taken", "waiting", "deferred"}
RESOLVED = {"resolved", "closed", "lapsed"}
RUNNING = {"open", "verified", "taken"}


def read(connection: Connection, query: str) -> list[Any]:
    return list(connection.execute(text(query)))


def moment(told: Any) -> datetime:
    """SQLite has text, in UTC."""
    if isinstance(told, str):
        return datetime.fromisoformat(told).replace(tzinfo=UTC)
    return datetime.fromtimestamp(told.timestamp(), UTC)
