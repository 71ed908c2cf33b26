"""The evidence pack in each form: it opens without complaint, and says what it was given."""

from __future__ import annotations

import csv
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.papers.evidence.lapor import lapor_xlsx
from bot.papers.evidence.pack import Pack, cells
from bot.papers.evidence.pdf import alone_pdf, proofs_pdf, samples_pdf
from bot.papers.evidence.proofs import Proof
from bot.papers.evidence.record import digest, mark_on, packed, unpacked
from bot.papers.evidence.ruled import Ruled
from bot.papers.paper_format import PaperFormat
from bot.papers.published import published
from bot.rules.letters import harmless
from bot.rules.ticket import DeadlineClass
from bot.words import papers as words
from bot.words.dates import date_of, read_date
from bot.words.figures import number, percent, read_number, read_percent
from handlers.actions.evidence import draw
from tests.papers.packs import HOSTILE, pack
from tests.support import office

CLOSED_AT = datetime(2026, 12, 1, tzinfo=UTC)
MANY = 60
ON_A_LINE = 24  # letters of a cell, which else goes on below, among those beside it
SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
"""Each sheet as text, with what its cells show."""


@pytest.fixture(scope="module", autouse=True)
def _an_office() -> None:
    office.found_or_installed()


def squeezed(text: str) -> str:
    """Wherever a line was broken."""
    return re.sub(r"\s", "", text)


def test_each_form_opens_in_an_office_and_shows_text_as_text(tmp_path: Path) -> None:
    packs = {count: pack(count) for count in (0, 1, MANY)}
    made: dict[tuple[int, PaperFormat], Path] = {}
    for count, given in packs.items():
        for form in PaperFormat:
            paper = draw(given, form)
            made[count, form] = tmp_path / f"{count}.{form}"
            made[count, form].write_bytes(
                office.uncomputed(paper) if form is PaperFormat.XLSX else paper
            )
    for form in (PaperFormat.DOCX, PaperFormat.XLSX):
        (tmp_path / form).mkdir()
    office.convert([made[count, PaperFormat.DOCX] for count in packs], "pdf", tmp_path / "docx")
    for count, given in packs.items():
        _says_it_all(given, tmp_path / "docx" / f"{count}.pdf")
        _says_it_all(given, made[count, PaperFormat.PDF])
        assert office.pages_drawn(made[count, PaperFormat.PDF], tmp_path)
    office.convert([made[count, PaperFormat.XLSX] for count in packs], SHEETS, tmp_path / "xlsx")
    for count, given in packs.items():
        _is_a_row_a_ticket(given, _sheet(tmp_path / "xlsx", count, words.ROWS_SHEET))
        _computes_the_ratio(given, _sheet(tmp_path / "xlsx", count, words.SUM_SHEET))


def _says_it_all(given: Pack, paper: Path) -> None:
    said = squeezed(office.text_of(paper))
    assert squeezed(words.formula(given.recap)) in said
    assert "Halaman1dari" in said
    assert "NIP(diisiBKPSDM)" in said
    for row in given.rows[:12]:
        assert row.number in said
    if len(given.rows) > len(HOSTILE) * 3:
        for text in HOSTILE:
            if text.isascii() and text.isprintable() and len(text) < ON_A_LINE:
                assert squeezed(text) in said, (text, paper)
        assert said.count("Nomortiket") > 1, "the list's head stands on each page"


def _sheet(folder: Path, count: int, name: str) -> list[list[str]]:
    with (folder / f"{count}-{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _is_a_row_a_ticket(given: Pack, sheet: list[list[str]]) -> None:
    head, *rows = sheet
    assert head == [*words.HEADS, *words.MORE_HEADS]
    rows = [row for row in rows if row[1]]
    assert [row[1] for row in rows] == [row.number for row in given.rows]
    for shown, row in zip(rows, given.rows, strict=True):
        told = [*cells(row, given.zone)]
        expected = [harmless(text) for text in told]
        assert shown[5:7] == expected[4:6], "category and office, letter for letter"
        assert shown[2] == told[1].replace(".", ":"), "a date, in the order of days"


def _computes_the_ratio(given: Pack, sheet: list[list[str]]) -> None:
    """By LibreOffice: the results that we wrote beside the formulas were taken out before."""
    found = {row[0]: row[1] for row in sheet if row[0]}
    recap = given.recap
    assert found[words.RECEIVED] == str(recap.received)
    assert found[words.RESOLVED] == str(recap.resolved)
    assert found[words.ANSWERED] == str(recap.answered)
    assert found[words.REOPENED] == str(recap.reopened)
    assert found[words.LEVEL] == str(given.level)
    ratio = found[words.RATIO_PERCENT].replace(".", ",")
    assert ratio == ("" if recap.ratio is None else percent(recap.ratio).removesuffix(" %"))
    for category, count in recap.categories.items():
        assert found[category] == str(count)


def test_only_the_second_sheet_has_formulas() -> None:
    with zipfile.ZipFile(BytesIO(draw(pack(MANY), PaperFormat.XLSX))) as workbook:
        assert b"<f>" not in workbook.read("xl/worksheets/sheet1.xml")
        assert b"<f>" in workbook.read("xl/worksheets/sheet2.xml")
        assert not [name for name in workbook.namelist() if "externalLink" in name]


@pytest.mark.parametrize("form", PaperFormat)
def test_a_closed_periods_paper_is_always_the_same_bytes_and_bears_its_mark(
    form: PaperFormat,
) -> None:
    record, mark = packed(pack(MANY))
    kept = unpacked(record, closed_at=CLOSED_AT, mark=mark)
    paper = draw(kept, form)
    again = draw(unpacked(record, closed_at=CLOSED_AT, mark=mark), form)
    assert digest(paper) == digest(again)
    assert mark_on(paper) == mark
    assert mark_on(draw(pack(1), form)) is None
    other = replace(kept, rows=kept.rows[1:])
    assert draw(other, form) != paper


def test_a_record_holds_nobodys_words_and_a_changed_one_is_noticed() -> None:
    given = pack(MANY)
    record, mark = packed(given)
    assert unpacked(record, closed_at=CLOSED_AT, mark=mark).samples == ()
    assert tuple(unpacked(record, closed_at=CLOSED_AT, mark=mark).rows) == given.rows
    other, _ = packed(replace(given, last=date(2026, 11, 29)))
    with pytest.raises(ValueError, match="changed"):
        unpacked(other, closed_at=CLOSED_AT, mark=mark)


def test_the_published_page_names_nobody_and_the_list_for_lapor_is_text() -> None:
    given = pack(MANY)
    page = published(given).decode()
    assert words.formula(given.recap) in page
    assert not re.search(r"EK-\d{4}|Panjang|<script|Ani", page)
    assert "&lt;b&gt;" not in page, "no office stands in it"
    assert words.FROM_ROWS not in page, "nor does the list"
    with zipfile.ZipFile(BytesIO(lapor_xlsx(given))) as workbook:
        assert b"<f>" not in workbook.read("xl/worksheets/sheet1.xml")


def test_of_a_report_of_abuse_no_paper_says_which_it_is() -> None:
    """It is counted; who may read such reports finds it in the bot."""
    given = pack(1)
    (row,) = given.rows
    one = replace(
        row,
        number="EK-2026-09876",
        office="Kantor Rahasia",
        master="EK-2026-09875",
        lapor_number="LAPOR-54321",
        deadline_class=DeadlineClass.SUPERVISORY,
    )
    hidden = replace(given, rows=(one,))
    papers = [draw(hidden, form) for form in (PaperFormat.XLSX, PaperFormat.DOCX)] + [
        lapor_xlsx(hidden)
    ]
    said = " ".join([*cells(one, given.zone), *map(all_text, papers)])
    assert words.NO_NUMBER in said
    assert words.KEPT_BACK in said
    named = (one.number, one.office, one.master, one.lapor_number)
    assert not [each for each in named if str(each) in said]


def all_text(paper: bytes) -> str:
    with zipfile.ZipFile(BytesIO(paper)) as parts:
        return " ".join(parts.read(name).decode(errors="replace") for name in parts.namelist())


def test_the_workbook_has_the_other_proofs_as_figures() -> None:
    given = pack(1)
    book = load_workbook(BytesIO(draw(given, PaperFormat.XLSX)))
    f02, others = book[words.F02_SHEET], book[words.PROOFS_SHEET]
    counted = {row[0].value: (row[1].value, row[2].value) for row in f02.iter_rows(max_col=3)}
    assert counted["Pengaduan diterima"] == (given.recap.received, 1)
    titles = [row[0].value for row in others.iter_rows(max_col=1)]
    assert [title for title in titles if title in {proof.title for proof in given.proofs}] == [
        proof.title for proof in given.proofs[1:]
    ]


@pytest.mark.parametrize("count", [0, 7, 999, 1000, 1_234_567])
def test_figures_are_read_as_they_were_written(count: int) -> None:
    assert read_number(number(count)) == count
    assert read_percent(percent(Fraction(count, 100))) == Fraction(count, 100)
    assert read_number(f"{number(count)} orang") is None
    day = date(2000, 1, 1) + timedelta(days=count % 10_000)
    assert read_date(date_of(day)) == day


def test_whoever_reads_the_first_page_has_read_the_ratio() -> None:
    given = pack(250)
    first = PdfReader(BytesIO(draw(given, PaperFormat.PDF))).pages[0].extract_text()
    assert words.formula(given.recap) in first
    body = Document(BytesIO(draw(given, PaperFormat.DOCX))).element.body
    said = "".join(part.text or "" for part in body.iter())
    assert said.index(words.formula(given.recap)) < said.index(words.COUNTS)


def test_each_other_proof_has_a_page_of_its_own(tmp_path: Path) -> None:
    given = pack(1)
    paper = tmp_path / "proofs.pdf"
    paper.write_bytes(proofs_pdf(given))
    said = squeezed(office.text_of(paper))
    assert f"Halaman{len(given.proofs)}dari{len(given.proofs)}" in said
    assert said.count("(diisiBKPSDM)") > len(given.proofs)


def foots(paper: bytes, expected: str) -> list[bool]:
    return [expected in page.extract_text() for page in PdfReader(BytesIO(paper)).pages]


def test_the_foot_says_which_paper_it_is() -> None:
    given = pack(2)
    reach = Proof("Jangkauan", (Ruled(("A",), (("satu",),), (1.0,)),), ())
    alone = alone_pdf(reach, given.letterhead, given.period, CLOSED_AT)
    papers = {
        "Rekap pengaduan": draw(given, PaperFormat.PDF),
        "Contoh penanganan pengaduan": samples_pdf(given),
        "Bukti lain dan PEKPPP F-02": proofs_pdf(given),
        "Jangkauan": alone,
    }
    for title, paper in papers.items():
        found = foots(paper, f"{title}, {given.period}")
        assert found == [True] * len(found), title
    with zipfile.ZipFile(BytesIO(lapor_xlsx(given))) as workbook:
        assert f"Untuk SP4N-LAPOR!, {given.period}".encode() in workbook.read(
            "xl/worksheets/sheet1.xml"
        )


def test_no_paper_is_signed_on_a_bare_page() -> None:
    """However full the page before is."""
    office_head, said = pack(1).letterhead, "Catatan di atas tanda tangan."
    pages_needed = set()
    for rows in range(20, 50):
        table = Ruled(("A", "B"), (("satu", "dua"),) * rows, (0.5, 0.5))
        proof = Proof("Bukti", (table,), (said,))
        pages = PdfReader(BytesIO(alone_pdf(proof, office_head, "2026", CLOSED_AT))).pages
        signed = [text for page in pages if words.NIP in (text := page.extract_text())]
        assert [said in text for text in signed] == [True]
        pages_needed.add(len(pages))
    assert pages_needed == {1, 2}
