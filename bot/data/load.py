"""Reads the dated data files: thresholds per edition, deadlines, holidays."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

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
    by_name = {
        name: Edition(
            name=name,
            level2=Fraction(row["level2"]),
            level3=Fraction(row.get("level3") or row["level3_more_than"]),
            level3_exclusive="level3_more_than" in row,
            source=row["source"],
        )
        for name, row in raw["edition"].items()
    }
    return Editions(by_name[raw["default"]], by_name)


def deadlines(path: Path = HERE / "deadlines.toml") -> dict[Kind, int]:
    """Working days for each kind of report."""
    with path.open("rb") as file:
        days = tomllib.load(file)["working_days"]
    return {kind: int(days[kind.value]) for kind in Kind}


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
