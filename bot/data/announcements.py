"""Reads when announcements may go out: announcements.toml."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path

from bot.data.data_file import HERE, DataError, read_toml, sourced
from bot.rules.announcement import NewsRules
from bot.rules.calendar import OfficeHours

_HOUR = re.compile(r"[0-2]\d:[0-5]\d")


def announcements(path: Path = HERE / "announcements.toml") -> NewsRules:
    """Raises DataError for hours that are none, or without a source."""
    data = read_toml(path)
    row = data.raw.get("hours")
    if not isinstance(row, dict):
        raise DataError(f"{path.name}:1: write from, until and source under [hours]")
    where = data.at(r"\[\s*hours")
    hours = []
    for name in ("from", "until"):
        said = str(row.get(name))
        try:
            hours.append(time.fromisoformat(said if _HOUR.fullmatch(said) else "-"))
        except ValueError:
            raise DataError(f'{where}: {name} needs an hour like "08:00"') from None
    if hours[0] >= hours[1]:
        raise DataError(f"{where}: from must be before until")
    sourced(row, f"{where}: hours")
    return NewsRules(OfficeHours(hours[0], hours[1]))
