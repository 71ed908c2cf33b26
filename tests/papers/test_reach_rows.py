"""The rows behind the reach: nobody's name, and no more of a hidden report than its page tells."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from bot.papers.evidence.reach import rows_xlsx
from bot.rules.reach import Contact, Way
from tests.rules.test_reach import AT, came, found

OFFICE = 3  # its column


def rows(*contacts: Contact) -> list[tuple[object, ...]]:
    sheet = load_workbook(BytesIO(rows_xlsx(found(*contacts), AT))).worksheets[0]
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_a_person_has_one_number() -> None:
    told = rows(came(9), came(9, Way.ATTENDED), came(4, office="Bappeda"))
    assert [(row[0], row[OFFICE]) for row in told] == [(1, "Bappeda"), (2, "RSUD"), (2, "RSUD")]
    told = rows(came(9, office=None), came(9, Way.FILED, None))
    assert [row[0] for row in told] == [1, 1]


def test_no_number_ties_a_hidden_report_to_an_office() -> None:
    hidden = came(9, Way.FILED, None)._replace(shown=False)
    told = rows(came(9), hidden, came(9, Way.ATTENDED))
    assert [(row[0], row[OFFICE]) for row in told] == [
        (1, "RSUD"),
        (1, "RSUD"),
        (2, "tidak disebut"),
    ]
