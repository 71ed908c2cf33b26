"""The rows behind the reach: nobody's name, and no more of a hidden report than its page tells."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.papers.evidence.reach import rows_xlsx
from bot.rules.reach import Contact, ContactWay
from tests.rules.test_reach import AT, came, found

OFFICE = 3  # its column


def rows(*contacts: Contact) -> list[tuple[object, ...]]:
    sheet = load_workbook(BytesIO(rows_xlsx(found(*contacts), AT))).worksheets[0]
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_a_person_has_one_number() -> None:
    told = rows(came(9), came(9, ContactWay.ATTENDED), came(4, office="Bappeda"))
    assert [(row[0], row[OFFICE]) for row in told] == [(1, "Bappeda"), (2, "RSUD"), (2, "RSUD")]
    told = rows(came(9, office=None), came(9, ContactWay.FILED, None))
    assert [row[0] for row in told] == [1, 1]


def test_no_number_ties_a_hidden_report_to_an_office() -> None:
    hidden = came(9, ContactWay.FILED, None)._replace(shown=False)
    told = rows(came(9), hidden, came(9, ContactWay.ATTENDED))
    assert [(row[0], row[OFFICE]) for row in told] == [
        (1, "RSUD"),
        (1, "RSUD"),
        (2, "tidak disebut"),
    ]


def test_a_sheet_that_is_full_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.papers.evidence.reach.MOST_ROWS", 3)
    contacts = [came(person) for person in range(1, 8)]
    book = load_workbook(BytesIO(rows_xlsx(found(*contacts), AT)))
    assert [sheet.max_row for sheet in book.worksheets] == [4, 4, 2]
    assert {sheet["A1"].value for sheet in book.worksheets} == {"Orang ke-"}
    told = [row[0].value for sheet in book.worksheets for row in sheet.iter_rows(min_row=2)]
    assert told == [*range(1, 8)]


@pytest.mark.parametrize("name", ["<b>R&D</b>", "=1+1", 'Dinas "A"', "_x0041_", "X\x07Y", "5"])
def test_an_office_is_written_as_it_is_called(name: str) -> None:
    """Wherever its row stands. Excel takes the sign that keeps "_x0041_" from being an "A" away,
    openpyxl leaves it."""
    shown = name.replace("\x07", "").replace("_x", "_x005F_x")
    told = rows(*(came(person, office=name) for person in (1, 2, 3)))
    assert [row[OFFICE] for row in told] == [shown] * 3


def test_of_nobody_there_are_headings() -> None:
    assert rows() == []
