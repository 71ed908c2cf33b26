"""Reads how long what is kept, and when erasures are due: privacy.toml."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.data.data_file import HERE, DataError, Toml, read_toml, sourced
from bot.rules.privacy.retention import Kept, Privacy

MOST_HOURS = 366 * 24
MOST_KEPT = 36_525  # a hundred years


def privacy(path: Path = HERE / "privacy.toml") -> Privacy:
    """Raises DataError for a period that is missing, without a source or out of reason."""
    data = read_toml(path)
    erasure, rows = data.raw.get("erasure"), data.raw.get("keep")
    if not isinstance(erasure, dict) or not isinstance(rows, list):
        raise DataError(f"{path.name}:1: write [erasure], and [[keep]] for each period")
    where = data.at(r"\[\s*erasure")
    within, before = (_erasure(name, erasure, where) for name in ("hours", "remind_hours"))
    sourced(erasure, f"{where}: erasure")
    if before >= within:
        raise DataError(f"{where}: remind_hours must be fewer than hours")
    return Privacy(within, before, {what: _kept(what, rows, data) for what in Kept})


def _erasure(name: str, erasure: dict[str, Any], where: str) -> timedelta:
    hours = erasure.get(name)
    if type(hours) is not int or not 0 < hours <= MOST_HOURS:
        raise DataError(f"{where}: erasure needs {name}, a whole number")
    return timedelta(hours=hours)


def _kept(what: Kept, rows: list[Any], data: Toml) -> timedelta:
    """The period that was set last."""
    where = data.at(rf"what\s*=\s*[\"']{what.value}[\"']")
    named = [row for row in rows if isinstance(row, dict) and row.get("what") == what.value]
    if not named or any(type(row.get("from")) is not date for row in named):
        raise DataError(f'{where}: write a [[keep]] with what = "{what.value}" and from')
    row = max(named, key=lambda row: row["from"])
    days = row.get("days")
    if type(days) is not int or not 1 <= days <= MOST_KEPT:
        raise DataError(f"{where}: {what.value} needs whole days, 1 to {MOST_KEPT}")
    sourced(row, f"{where}: {what.value}")
    return timedelta(days=days)
