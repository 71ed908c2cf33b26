"""Reads what a survey asks and how it is graded: survey.toml."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from bot.data.data_file import HERE, DataError, Toml, read_toml
from bot.rules.survey import (
    PER_STEP,
    SCORES,
    Element,
    Grade,
    Questionnaire,
    Sampling,
    SurveyRules,
)

KEY = re.compile(r"[a-z]{3,16}")
DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,4})?")
MOST_ELEMENTS = 12
LONGEST = 160
LONGEST_ANSWER = 40
MOST = 1_000


def survey(path: Path = HERE / "survey.toml") -> SurveyRules:
    """Raises DataError with the place and what to write there."""
    data = read_toml(path)
    rows = data.raw.get("edition")
    if not isinstance(rows, list) or not rows:
        raise DataError(f"{path.name}:1: write each edition under [[edition]]")
    editions = sorted((_edition(row, data) for row in rows), key=lambda each: each.since)
    house, sample = _table("house", data), _table("sample", data)
    days = house.get("days")
    if not isinstance(days, list) or not days or not all(_is_number(each) for each in days):
        raise DataError(f"{data.at('days')}: write days = [7, 14]")
    rules = SurveyRules(
        editions=tuple(reversed(editions)),
        sampling=Sampling(
            chi_square=_decimal("chi_square", sample, data),
            proportion=_decimal("proportion", sample, data),
            margin=_decimal("margin", sample, data),
            source=_line("source", sample, data.at(r"\[\s*sample")),
        ),
        shown_from=_number("shown_from", house, data),
        claimed_from=_number("claimed_from", house, data),
        days=tuple(days),
        invited_at_once=_number("invited_at_once", house, data),
    )
    _line("source", house, data.at(r"\[\s*house"))
    if rules.claimed_from < rules.shown_from:
        raise DataError(f"{data.at('claimed_from')}: claimed_from must not be below shown_from")
    return rules


def _edition(row: Any, data: Toml) -> Questionnaire:
    name = row.get("name") if isinstance(row, dict) else None
    where = data.at(rf"name\s*=\s*[\"']{re.escape(str(name))}")
    if not isinstance(row, dict) or type(row.get("from")) is not date:
        raise DataError(f"{where}: edition: write name, and from as a date like 2017-01-01")
    elements = tuple(_element(each, where) for each in row.get("element") or ())
    grades = tuple(_grade(each, where) for each in row.get("grade") or ())
    if not 1 <= len(elements) <= MOST_ELEMENTS or len({e.key for e in elements}) < len(elements):
        raise DataError(f"{where}: write 1 to {MOST_ELEMENTS} [[edition.element]], no key twice")
    least = [grade.least for grade in grades]
    if not grades or least != sorted(set(least), reverse=True) or least[-1] > PER_STEP:
        raise DataError(f"{where}: write each [[edition.grade]], the best first, down to 25")
    return Questionnaire(
        name=_line("name", row, where),
        since=row["from"],
        source=_line("source", row, where),
        sure=_line("sure", row, where),
        elements=elements,
        grades=grades,
    )


def _element(row: Any, where: str) -> Element:
    if not isinstance(row, dict) or not KEY.fullmatch(str(row.get("key"))):
        raise DataError(f"{where}: an element needs a key of 3 to 16 small letters")
    named = f"{where}: element {row['key']}"
    answers = row.get("answers")
    if (
        not isinstance(answers, list)
        or len(answers) != len(SCORES)
        or not all(isinstance(each, str) and each.strip() for each in answers)
        or max(map(len, answers)) > LONGEST_ANSWER
    ):
        raise DataError(f"{named}: write four answers of at most {LONGEST_ANSWER} letters")
    return Element(
        row["key"], _line("name", row, named), _line("question", row, named), tuple(answers)
    )


def _grade(row: Any, where: str) -> Grade:
    if not isinstance(row, dict) or not DECIMAL.fullmatch(str(row.get("least"))):
        raise DataError(f'{where}: a grade needs its letter, its name and least = "88.31"')
    return Grade(
        _line("letter", row, where), _line("name", row, where), Fraction(str(row["least"]))
    )


def _table(name: str, data: Toml) -> dict[str, Any]:
    table = data.raw.get(name)
    if not isinstance(table, dict):
        raise DataError(f"{data.file}:1: write [{name}], as it came with the bot")
    return table


def _decimal(name: str, table: dict[str, Any], data: Toml) -> Fraction:
    value = table.get(name)
    if not isinstance(value, str) or not DECIMAL.fullmatch(value) or Fraction(value) <= 0:
        raise DataError(f'{data.at(name)}: write {name} = "0.05", a number in quotes')
    return Fraction(value)


def _number(name: str, table: dict[str, Any], data: Toml) -> int:
    value = table.get(name)
    if not _is_number(value):
        raise DataError(f"{data.at(name)}: {name} needs a whole number, 1 to {MOST}")
    assert isinstance(value, int)
    return value


def _is_number(value: object) -> bool:
    return type(value) is int and 1 <= value <= MOST


def _line(name: str, table: dict[str, Any], where: str) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not 1 <= len(value.strip()) <= LONGEST:
        raise DataError(f'{where}: write {name} = "…", 1 to {LONGEST} letters')
    return value.strip()
