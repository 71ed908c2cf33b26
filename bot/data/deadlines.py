"""Reads how long things may take: deadlines.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.data.data_file import HERE, DataError, Toml, read_toml
from bot.rules.deadline import Terms
from bot.rules.ticket import Kind

MOST_DAYS = 366  # beyond, it is a slip of the finger


def deadlines(path: Path = HERE / "deadlines.toml") -> dict[Kind, int]:
    """Working days for each kind of report. Raises DataError for one missing or out of reason."""
    return _resolution(read_toml(path))


def _resolution(data: Toml) -> dict[Kind, int]:
    days = data.raw.get("working_days")
    if not isinstance(days, dict):
        raise DataError(f"{data.file}:1: write each kind's days under [working_days]")
    return {kind: _days(kind.value, days.get(kind.value), data) for kind in Kind}


def reopen_days(path: Path = HERE / "deadlines.toml") -> int:
    """For how many days an ended ticket may be opened again. Raises DataError."""
    data = read_toml(path)
    section = data.raw.get("reopening")
    days = section.get("reopen_days") if isinstance(section, dict) else None
    return _days("reopen_days", days, data)


def terms(path: Path = HERE / "deadlines.toml") -> Terms:
    """All that deadlines are made of. Raises DataError as `deadlines` does."""
    data = read_toml(path)
    days = data.raw.get("working_days")
    steps = data.raw.get("steps")
    if not isinstance(days, dict) or not isinstance(steps, dict):
        raise DataError(f"{path.name}:1: write [working_days] and [steps]")

    def step(name: str) -> int:
        return _days(name, steps.get(name), data)

    found = Terms(
        resolution=_resolution(data),
        supervisory=_days("supervisory", days.get("supervisory"), data),
        verified_days=step("verified_days"),
        answered_hours=step("answered_hours"),
        answered_days=step("answered_days"),
        again_days=step("again_days"),
        reporter_reminded_on_day=step("reporter_reminded_on_day"),
        silence_days=step("silence_days"),
        rating_reminded_days=step("rating_reminded_days"),
    )
    if found.reporter_reminded_on_day > found.silence_days:
        where = data.at("reporter_reminded_on_day")
        raise DataError(f"{where}: reporter_reminded_on_day must not be after silence_days")
    return found


def _days(kind: str, days: Any, data: Toml) -> int:
    if type(days) is not int or not 1 <= days <= MOST_DAYS:  # `true` is an int as well
        where = data.at(rf"[\"']?{kind}\b")
        raise DataError(f"{where}: {kind} needs a whole number, 1 to {MOST_DAYS}")
    return days
