"""A row as it was written, and what the migrations make of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
ANI, CITRA, BUDI, DEWI, EKO = 1001, 1003, 2001, 2002, 2003
DESK, REPORTS = -1001, -1002

Row = dict[str, object]
GONE = {("outbox", "file")}  # columns that no schema since has


@dataclass(frozen=True)
class Seeded:
    """A row as it was written, and what the migrations make of it where that is something else."""

    table: str
    was: Row
    now: Row = field(default_factory=dict)
    became: str | None = None
    """The table in which it stands today, with what `now` says alone; empty: it is gone."""

    @property
    def table_today(self) -> str:
        return self.table if self.became is None else self.became

    @property
    def today(self) -> Row:
        """The row after all migrations."""
        if self.became is not None:
            return self.now
        all_ = self.was | self.now
        return {name: value for name, value in all_.items() if (self.table, name) not in GONE}


def ago(**by: float) -> datetime:
    return NOW - timedelta(**by)


# Somebody who was asked, and a picture: in rows of several tables.
PHOTO: Row = {"kind": "photo", "file_id": "f9", "unique_id": "u9", "group_id": "88"}
ANYBODY: Row = {"prompted_id": None}


def asks(purpose: str, who: int) -> Row:
    return {"purpose": purpose, "prompted_id": who}
