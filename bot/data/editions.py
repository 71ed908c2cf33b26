"""Reads the indicator's thresholds, year by year: editions.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from bot.data.data_file import HERE, DataError, read_toml
from bot.rules.indicator import Edition
from bot.text_file import shown

PERCENT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,6})?")


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
    """Raises DataError for an edition that cannot be used, or no default among them."""
    data = read_toml(path)
    rows = data.raw.get("edition")
    if not isinstance(rows, dict) or not rows:
        raise DataError(f"{path.name}:1: write each edition's thresholds under [edition.…]")
    by_name = {
        name: _edition(name, row, data.at(rf"\[\s*edition\s*\.\s*[\"']?{re.escape(name)}\b"))
        for name, row in rows.items()
    }
    default = str(data.raw.get("default"))
    if default not in by_name:
        known = shown(", ".join(sorted(by_name)))
        where = data.at(r"default\s*=")
        raise DataError(f'{where}: write at its top default = "…", with one of: {known}')
    return Editions(by_name[default], by_name)


def _edition(name: str, row: Any, place: str) -> Edition:
    where = f"{place}: edition {shown(name)}"
    try:
        exclusive = "level3_more_than" in row
        level2 = _threshold(row["level2"])
        level3 = _threshold(row["level3_more_than" if exclusive else "level3"])
        source, sure = str(row["source"]).strip(), str(row["sure"]).strip()
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(
            f"{where}: write level2, level3, source and sure"
            f" ({type(error).__name__}: {shown(str(error))})"
        ) from None
    if exclusive and "level3" in row:
        raise DataError(f"{where}: write level3 or level3_more_than, not both")
    if not source or not sure:
        raise DataError(f"{where}: write its source, and how sure it is")
    if not 0 < level2 < level3 <= 100:
        raise DataError(f"{where}: level2 must be below level3, both ≤ 100")
    numbers = str(row.get("numbers", "")).strip()
    return Edition(
        name, level2, level3, source, level3_exclusive=exclusive, sure=sure, numbers=numbers
    )


def _threshold(value: object) -> Fraction:
    """By way of text: 40.01 written without quotes would be a float, and not exactly 40.01."""
    written = str(value)
    if not PERCENT.fullmatch(written):
        raise ValueError(f"{written} is no percentage like 40 or 40.01")
    return Fraction(written)
