"""A survey's report as a workbook: a row a respondent, and a sheet that computes the result from
them. What people wrote stays text, also where it begins like a formula."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from bot.papers.survey_report import SurveyReport
from bot.rules.letters import harmless
from bot.rules.survey import PER_STEP, SCORES, rounded
from bot.words import survey_papers as words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

HEAD = {"bold": True, "bg_color": "#E6EDF2", "border": 1, "text_wrap": True, "valign": "top"}
FIRST_ROW = 3  # of the scores, from 0: above them stand a title, a note and the heads
HUNDREDTHS = 100
LINE = 120  # letters


def xlsx(report: SurveyReport) -> bytes:
    """The same bytes for the same values, whenever it is made."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes one pays for it

    held = BytesIO()
    book = Workbook(
        held,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": {
                "font_name": report.letterhead.font,
                "font_size": 10,
            },
        },
    )
    book.set_properties(
        {
            "title": f"{words.TITLE.capitalize()} {report.number}",
            "author": report.letterhead.agency,
            "created": report.made.astimezone(UTC).replace(tzinfo=None, microsecond=0),
        }
    )
    sums, sheets, done = (
        book.add_worksheet(name) for name in (words.SUMS, words.SHEETS, words.DONE)
    )
    for sheet in (sums, sheets, done):
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    _by_person(book, sheets, report)
    _Sums(book, sums, report).write()
    _what_was_done(book, done, report)
    book.close()
    return held.getvalue()


def _by_person(book: Workbook, sheet: Worksheet, report: SurveyReport) -> None:
    head = book.add_format(HEAD)
    sheet.write_string(0, 0, words.SHEETS, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, words.SORTED)
    for column, name in enumerate((words.RESPONDENT, *report.names)):
        sheet.write_string(FIRST_ROW - 1, column, harmless(name), head)
    sheet.set_column(0, len(report.names), 14)
    sheet.set_row(FIRST_ROW - 1, 42)
    for place, scores in enumerate(report.sheets):
        sheet.write_number(FIRST_ROW + place, 0, place + 1)
        for column, score in enumerate(scores, 1):
            sheet.write_number(FIRST_ROW + place, column, int(score))
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(FIRST_ROW - 1)


class _Sums:
    """Each figure a formula over the scores, with its result beside it for readers that compute
    nothing."""

    def __init__(self, book: Workbook, sheet: Worksheet, report: SurveyReport) -> None:
        self._sheet, self._report = sheet, report
        self._head = book.add_format(HEAD)
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._bold = book.add_format({"bold": True})
        self._cut = book.add_format({"num_format": "0.00"})
        self._sum = book.add_format({"num_format": "0.00", "bold": True})
        self._last = FIRST_ROW + len(report.sheets)

    def write(self) -> None:
        report = self._report
        self._sheet.set_column(0, 0, 6)
        self._sheet.set_column(1, 1, 44)
        self._sheet.set_column(2, 9, 11)
        self._sheet.write_string(0, 0, words.TITLE, self._title)
        top = 1
        for name, value in report.about:
            self._sheet.write_string(top, 1, harmless(name), self._bold)
            top = self._lines(top, 2, value)
        top += 1
        heads = (
            *(words.NO, words.ELEMENT, *(words.scored(score) for score in SCORES)),
            *(words.COUNT, words.AVERAGE, words.CONVERTED, words.GRADE),
        )
        for column, name in enumerate(heads):
            self._sheet.write_string(top, column, name, self._head)
        for place in range(len(report.names)):
            self._element(top + 1 + place, place)
        self._totals(top + 1 + len(report.names))

    def _element(self, at: int, place: int) -> None:
        report, each = self._report, self._report.result.elements[place]
        row, scores = at + 1, self._range(place)
        self._sheet.write_number(at, 0, place + 1)
        self._sheet.write_string(at, 1, harmless(report.names[place]))
        for column, (score, count) in enumerate(zip(SCORES, each.counts, strict=True), 2):
            self._sheet.write_formula(at, column, f"=COUNTIF({scores},{score})", None, count)
        self._sheet.write_formula(at, 6, f"=COUNT({scores})", None, each.answers)
        average = _to_hundredths(f"SUM({scores})", f"G{row}")
        self._sheet.write_formula(at, 7, average, self._cut, float(rounded(each.average)))
        converted = _to_hundredths(f"{PER_STEP}*SUM({scores})", f"G{row}")
        self._sheet.write_formula(at, 8, converted, self._cut, float(rounded(each.converted)))
        if report.graded:
            letter = report.edition.grade(each.converted).letter
            self._sheet.write_formula(at, 9, self._letter(f"I{row}"), None, letter)

    def _totals(self, at: int) -> None:
        report, found = self._report, self._report.result
        column = chr(ord("A") + len(report.names))
        all_ = f"'{words.SHEETS}'!$B${FIRST_ROW + 1}:${column}${self._last}"
        figures: list[tuple[str, str, Any, Any]] = [
            (
                words.SUM_OF,
                f"=SUM({all_})",
                None,
                sum(int(s) for row in report.sheets for s in row),
            ),
            (
                words.INDEX,
                _to_hundredths(f"SUM({all_})", f"COUNT({all_})"),
                self._sum,
                float(rounded(found.index)),
            ),
            (
                words.SKM,
                _to_hundredths(f"{PER_STEP}*SUM({all_})", f"COUNT({all_})"),
                self._sum,
                float(rounded(found.converted)),
            ),
        ]
        if report.graded:
            grade = report.edition.grade(found.converted).letter
            letter = self._letter(f"C{at + 4}")
            figures.append((words.QUALITY, letter, self._bold, grade))
        for line, (name, formula, look, value) in enumerate(figures, at + 1):
            self._sheet.write_string(line, 1, name, self._bold)
            self._sheet.write_formula(line, 2, formula, look, value)
        notes = report.notes if report.graded else [words.TOO_FEW, *report.notes]
        line = at + len(figures) + 2
        for note in notes:
            line = self._lines(line, 1, note)

    def _lines(self, at: int, column: int, said: str) -> int:
        """Wrapped, for it runs over the columns beside it; returns the row below."""
        for line in wrap(harmless(said), LINE - 40 * (column > 1)) or [""]:
            self._sheet.write_string(at, column, line)
            at += 1
        return at

    def _range(self, place: int) -> str:
        column = chr(ord("B") + place)
        return f"'{words.SHEETS}'!${column}${FIRST_ROW + 1}:${column}${self._last}"

    def _letter(self, cell: str) -> str:
        """The best whose least value it reaches."""
        *better, worst = self._report.edition.grades
        formula = f'"{worst.letter}"'
        for grade in reversed(better):
            formula = f'IF({cell}>={float(grade.least)},"{grade.letter}",{formula})'
        return f"={formula}"


def _to_hundredths(sum_: str, count: str) -> str:
    """Half up, with whole numbers until the last step: ROUND would round what is not exact."""
    return f"=INT(({2 * HUNDREDTHS}*{sum_}+{count})/(2*{count}))/{HUNDREDTHS}"


def _what_was_done(book: Workbook, sheet: Worksheet, report: SurveyReport) -> None:
    bold, at = book.add_format({"bold": True}), 0
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 10)
    sheet.set_column(2, 2, 80)

    def title(said: str) -> None:
        nonlocal at
        sheet.write_string(at, 0, said, bold)
        at += 1

    def row(*cells: str) -> None:
        nonlocal at
        for column, cell in enumerate(cells):
            sheet.write_string(at, column, harmless(cell))
        at += 1

    title(words.LOWEST)
    for each in report.done:
        row(each.name, each.average, each.text or words.NOT_WRITTEN)
    if not report.graded:
        row(words.TOO_FEW)
    at += 1
    title(words.BEFORE)
    before = report.before
    row(
        words.before(before.number, before.days, before.answers)
        if before is not None
        else words.NO_SURVEY_BEFORE
    )
    for each in before.done if before is not None else ():
        row(each.name, each.average, each.text or words.NOT_WRITTEN)
    at += 1
    title(words.TESTIMONIES)
    for said, by in report.testimonies:
        row(said, "", by or words.UNNAMED)
