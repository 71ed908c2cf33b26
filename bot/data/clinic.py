"""Reads how Coaching Clinic goes: clinic.toml."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.data.data_file import HERE, DataError, read_toml, sourced
from bot.rules.clinic import ClinicRules
from bot.rules.clinic_needs import NeedRules

_CLINIC = (
    *("usual_minutes", "code_before_minutes", "code_after_minutes", "tries", "tries_minutes"),
    *("rated_after_minutes", "helped_after_days", "news_after_minutes"),
    *("compared_days", "compared_least", "compared_least_people"),
    *("needs_days", "needs_least", "needs_least_people"),
)
MOST_OF_CLINIC = 10_000


def clinic(path: Path = HERE / "clinic.toml") -> ClinicRules:
    """Raises DataError for a figure that is missing or out of reason."""
    data = read_toml(path)
    row = data.raw.get("session")
    if not isinstance(row, dict):
        raise DataError(f"{path.name}:1: write the figures under [session]")
    for name in _CLINIC:
        if type(row.get(name)) is not int or not 0 < row[name] <= MOST_OF_CLINIC:
            where = data.at(rf"{name}\b")
            raise DataError(f"{where}: {name} needs a whole number, 1 to {MOST_OF_CLINIC}")
    sourced(row, data.at(r"\[\s*session"))
    minutes = {name: timedelta(minutes=row[name]) for name in _CLINIC}
    return ClinicRules(
        usual_length=minutes["usual_minutes"],
        code_before=minutes["code_before_minutes"],
        code_after=minutes["code_after_minutes"],
        tries=row["tries"],
        tries_within=minutes["tries_minutes"],
        rated_after=minutes["rated_after_minutes"],
        helped_after=timedelta(days=row["helped_after_days"]),
        news_after=minutes["news_after_minutes"],
        compared=timedelta(days=row["compared_days"]),
        compared_least=row["compared_least"],
        compared_least_people=row["compared_least_people"],
        needs=NeedRules(
            within=timedelta(days=row["needs_days"]),
            least=row["needs_least"],
            least_people=row["needs_least_people"],
        ),
    )
