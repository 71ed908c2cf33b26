"""Whom the desk reaches, out of who came by which way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from bot.data.proofs import proofs
from bot.data.reach import bands
from bot.rules.proofs import Source, level
from bot.rules.reach import (
    Contact,
    ContactWay,
    Levels,
    OfficeNetwork,
    OtherReach,
    Personnel,
    Reach,
    level_of_coverage,
    reach,
)
from bot.words import reach as words

BANDS = bands()
NOVEMBER = date(2026, 11, 1)
AT = datetime(2026, 11, 2, tzinfo=UTC)
NETWORK = OfficeNetwork(date(2024, 11, 3), date(2026, 11, 2), 4)
OTHERS = OtherReach(
    guests=0,
    erased=False,
    trainings=(),
    news=0,
    news_arrived=0,
    surveys=0,
    survey_answers=0,
)


def found(*contacts: Contact, offices: dict[str, int] | None = None) -> Reach:
    listed = Personnel(offices, AT) if offices else None
    return reach(contacts, [NOVEMBER], listed, OTHERS, NETWORK)


def came(person: int, way: ContactWay = ContactWay.ASKED, office: str | None = "RSUD") -> Contact:
    return Contact(person, way, NOVEMBER, office, listed=False)


@pytest.mark.parametrize(
    ("begins", "reached"),
    [(BANDS.trainings, [0, 1, 2, 3, 3, 3]), (BANDS.offices, [0, 0, 1, 2, 2, 3])],
)
def test_a_level_begins_with_its_own_figure(begins: Levels, reached: list[int]) -> None:
    assert [level(count, begins) for count in range(6)] == reached


def test_nobody_served_reaches_no_level() -> None:
    assert [proofs().served_level(people) for people in (0, 1, 200, 201, 501)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize(
    ("percent", "reached"),
    [("4.99", 0), ("5", 1), ("20", 1), ("20.01", 2), ("50", 2), ("50.01", 3)],
)
def test_the_higher_levels_of_coverage_begin_above_theirs(percent: str, reached: int) -> None:
    assert level_of_coverage(Fraction(percent), BANDS) == reached


def test_whom_the_list_tells_no_office_of_are_no_office() -> None:
    of = found(came(1), offices={"": 7, "RSUD": 20, "bappeda": 3, "Camat": 2})
    assert of.never == ("bappeda", "Camat")
    assert words.never(of) == "bappeda; Camat"
    assert words.never(found(came(1), offices={"": 7, "RSUD": 20})) == "tidak ada"
    assert of.personnel is not None
    assert of.personnel.people == 32


def test_each_source_is_named_once_whichever_figure_is_from_it() -> None:
    of, held = found(came(1)), proofs()
    (known,) = [said for said in words.notes(of, BANDS, held) if said.startswith("Sumber: ")]
    trainings = {**BANDS.sources, "trainings": Source("surat lain", "")}
    other = replace(BANDS, sources=trainings)
    said = words.notes(of, other, held)
    assert said[-2:] == ("Sumber: surat lain.", known)
