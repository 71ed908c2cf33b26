"""Whom the desk reaches, out of who came by which way."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.rules.reach import Contact, Others, Personnel, Reach, Way, reach
from bot.words import reach as words

NOVEMBER = date(2026, 11, 1)
OTHERS = Others(
    guests=0, erased=False, trainings=(), news=0, news_arrived=0, surveys=0, survey_answers=0
)


def found(*contacts: Contact, offices: dict[str, int] | None = None) -> Reach:
    listed = Personnel(offices, datetime(2026, 11, 2, tzinfo=UTC)) if offices else None
    return reach(contacts, [NOVEMBER], listed, OTHERS)


def came(
    person: int, way: Way = Way.ASKED, office: str | None = "RSUD", month: date = NOVEMBER
) -> Contact:
    return Contact(person, way, month, office, listed=False)


def test_whom_the_list_tells_no_office_of_are_no_office() -> None:
    of = found(came(1), offices={"": 7, "RSUD": 20, "bappeda": 3, "Camat": 2})
    assert of.never == ("bappeda", "Camat")
    assert words.never(of) == "bappeda; Camat"
    assert words.never(found(came(1), offices={"": 7, "RSUD": 20})) == "tidak ada"
    assert of.personnel is not None
    assert of.personnel.people == 32
