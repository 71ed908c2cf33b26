"""Reads the dated data files: thresholds per edition, deadlines, holidays."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from bot.rules.indicator import Edition
from bot.rules.ticket import Kind

HERE = Path(__file__).parent


class DataError(Exception):
    """One line: which file, what is wrong, how to mend it."""


@dataclass(frozen=True)
class Editions:
    default: Edition
    by_name: dict[str, Edition]

    def get(self, name: str | None) -> Edition:
        """Raises DataError for an edition whose thresholds are not known."""
        if name is None:
            return self.default
        if name not in self.by_name:
            known = ", ".join(sorted(self.by_name))
            raise DataError(
                f"edition {name}: thresholds not known (known: {known});"
                " add them to bot/data/editions.toml with their source"
            )
        return self.by_name[name]


def editions(path: Path = HERE / "editions.toml") -> Editions:
    with path.open("rb") as file:
        raw = tomllib.load(file)
    by_name = {name: _edition(name, row) for name, row in raw["edition"].items()}
    return Editions(by_name[raw["default"]], by_name)


def _edition(name: str, row: dict[str, Any]) -> Edition:
    """By way of text: 40.01 written without quotes would be a float, and not exactly 40.01."""
    exclusive = "level3_more_than" in row
    try:
        level2 = Fraction(str(row["level2"]))
        level3 = Fraction(str(row["level3_more_than" if exclusive else "level3"]))
        source = str(row["source"])
    except (KeyError, ValueError) as error:
        raise DataError(
            f"editions.toml, edition {name}: write level2, level3 and source"
            f" ({type(error).__name__}: {error})"
        ) from None
    if not 0 < level2 < level3 <= 100:
        raise DataError(f"editions.toml, edition {name}: level2 must be below level3, both ≤ 100")
    return Edition(name, level2, level3, source, level3_exclusive=exclusive)


def deadlines(path: Path = HERE / "deadlines.toml") -> dict[Kind, int]:
    """Working days for each kind of report. Raises DataError for one missing or below 1."""
    with path.open("rb") as file:
        days = tomllib.load(file)["working_days"]
    for kind in Kind:
        if not isinstance(days.get(kind.value), int) or days[kind.value] < 1:
            raise DataError(
                f"deadlines.toml: {kind.value} needs a whole number of days, 1 or more"
            )
    return {kind: days[kind.value] for kind in Kind}


def holidays(path: Path) -> frozenset[date]:
    """Raises DataError with file and line when a row cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"HOLIDAYS_FILE: cannot read {path} ({type(error).__name__})") from None
    days = set()
    for line, row in enumerate(rows, start=2):
        try:
            days.add(date.fromisoformat((row.get("date") or "").strip()))
        except ValueError:
            raise DataError(f"{path}:{line}: write the date like 2026-12-25") from None
    return frozenset(days)
