"""A survey's report in its three forms, with friendly and with hostile words, and its workbook
computed by LibreOffice."""

from __future__ import annotations

import csv
import random
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from bot.data.letterhead import letterhead
from bot.data.survey import survey
from bot.papers.paper_format import PaperFormat
from bot.papers.survey_forms import survey_report
from bot.papers.survey_report import Before, FollowUp, SurveyReport
from bot.rules.survey import result
from bot.words import survey_papers as words
from tests.support import office

RULES = survey()
EDITION = RULES.editions[0]
NAMES = tuple(element.name for element in EDITION.elements)
FRIENDLY = "Loket ditambah satu."
HOSTILE = "=1+1 <b>&</b> \x07\u202e; , \\ 😭 " + "panjang " * 60
SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"


@pytest.fixture(scope="module", autouse=True)
def _an_office() -> None:
    office.found_or_installed()


def report(said: str = FRIENDLY, *, answers: int = 40, graded: bool = True) -> SurveyReport:
    by_chance = random.Random(answers)
    sheets = sorted("".join(by_chance.choices("1234", (1, 3, 8, 5), k=9)) for _ in range(answers))
    found = result(EDITION.keys, sheets)
    assert found is not None
    done = (FollowUp(NAMES[2], "2,60", said), FollowUp(NAMES[7], "2,60", ""))
    return SurveyReport(
        number=2,
        days="1 Juli – 31 Desember 2026",
        closed="8 Des 2026 00.00 WITA",
        edition=EDITION,
        names=NAMES,
        population=1_285,
        population_from="data pegawai, dibaca 1 Nov 2026 08.00",
        needed=RULES.sampling.size(1_285),
        invited=312,
        result=found,
        sheets=tuple(sheets),
        graded=graded,
        done=done if graded else (),
        as_low=(NAMES[0],) if graded else (),
        before=Before(1, "1 Januari – 30 Juni 2026", 77, done) if graded else None,
        testimonies=((said, "Ani"), (said, None)),
        letterhead=letterhead(),
        made=datetime(2026, 12, 9, 1, tzinfo=UTC),
        when_made="9 Des 2026 09.00 WITA",
    )


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("said", [FRIENDLY, HOSTILE])
@pytest.mark.parametrize("graded", [True, False])
def test_the_pdf_has_every_figure_with_its_n(said: str, *, graded: bool) -> None:
    paper = report(said, graded=graded)
    pages = PdfReader(BytesIO(survey_report(paper, PaperFormat.PDF))).pages
    text = squeezed("".join(page.extract_text() for page in pages))
    for row in paper.rows:
        assert squeezed("".join(row[1:-1])) in text
    for name, value in paper.totals:
        assert squeezed(name + value) in text
    assert (squeezed(words.LOWEST) in text) is graded
    assert (squeezed(words.TOO_FEW) in text) is not graded
    assert squeezed(letterhead().signer.position) in squeezed(pages[-1].extract_text())
    assert survey_report(paper, PaperFormat.PDF) == survey_report(paper, PaperFormat.PDF)


@pytest.mark.parametrize("said", [FRIENDLY, HOSTILE])
def test_word_and_pdf_say_the_same(said: str) -> None:
    paper = report(said)
    document = Document(BytesIO(survey_report(paper, PaperFormat.DOCX)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for row in paper.rows:
        assert f"{row[0]}. {row[1]}" in cells
        assert row[7] in cells
    assert document.tables[-1].cell(0, 0).text == "", "nobody else gets a copy"
    shown = " ".join(line.text for line in document.paragraphs)
    assert words.before(1, "1 Januari – 30 Juni 2026", 77) in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown


def test_libreoffice_computes_the_workbook_to_the_same(tmp_path: Path) -> None:
    papers = {count: report(HOSTILE, answers=count) for count in (30, 77, 296)}
    for count, paper in papers.items():
        (tmp_path / f"{count}.xlsx").write_bytes(
            office.uncomputed(survey_report(paper, PaperFormat.XLSX))
        )
    office.convert([tmp_path / f"{count}.xlsx" for count in papers], SHEETS, tmp_path / "out")
    for count, paper in papers.items():
        with (tmp_path / "out" / f"{count}-{words.SUMS}.csv").open(encoding="utf-8") as file:
            rows = list(csv.reader(file))
        for told in paper.rows:
            (shown,) = [row for row in rows if row[1] == told[1]]
            assert shown[2:7] == list(told[2:7])
            assert [_number(each) for each in shown[7:9]] == [_number(each) for each in told[7:9]]
            assert shown[9] == told[9]
        totals = dict(paper.totals)
        by_name = {row[1]: row[2] for row in rows}
        for name in (words.INDEX, words.SKM):
            assert _number(by_name[name]) == _number(totals[name])
        assert totals[words.QUALITY].startswith(f"{by_name[words.QUALITY]} (")
        with (tmp_path / "out" / f"{count}-{words.SHEETS}.csv").open(encoding="utf-8") as file:
            sheets = ["".join(row[1:10]) for row in list(csv.reader(file))[3:]]
        assert sheets == list(paper.sheets)


def _number(said: str) -> Decimal:
    return Decimal(said.replace(",", ".")).normalize()
