"""However much there is to tell: every paper is made, and nothing of it runs off a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.platypus import Flowable, Table

from bot.data.letterhead import letterhead
from bot.data.proofs import proofs as held_against
from bot.data.reach import bands
from bot.papers.evidence.chat_picture import picture
from bot.papers.evidence.pack import Pack, Sample, SampleMessage, Side
from bot.papers.evidence.pdf import alone_pdf
from bot.papers.evidence.reach import MOST_BARS, MOST_MONTHS, ReachPaper, reach_page
from bot.papers.office_pdf import About, Block, Drawing, Styles, flowed, paragraph
from bot.papers.paper_format import PaperFormat
from bot.papers.pen import Pen
from bot.papers.published import published
from bot.papers.registry import SESSION_REPORT
from bot.papers.survey_docx import docx as survey_docx
from bot.papers.survey_pdf import pdf as survey_pdf
from bot.papers.survey_report import FollowUp
from bot.papers.survey_xlsx import xlsx as survey_xlsx
from bot.rules.companions import Compared
from bot.rules.handling import Facet, HandledGroup, InTime
from bot.rules.reach import ContactWay, MonthReach, OfficeReach, Personnel, Reach, reach
from handlers.actions.evidence import draw
from tests.papers.packs import pack
from tests.papers.test_clinic_papers import report as session
from tests.papers.test_survey_papers import report as survey
from tests.rules.test_reach import NETWORK, OTHERS
from tests.support import office
from tests.support.paper_bounds import within_its_pages

AT = datetime(2026, 12, 1, 2, tzinfo=UTC)
HUGE = 1_234_567_890
YEARS = [date(2016 + month // 12, month % 12 + 1, 1) for month in range(132)]
LONG = "Dinas Kependudukan dan Pencatatan Sipil " * 5
UNBROKEN = "Pertanggungjawaban" * 11
NAMES = tuple(f"{at:04d} {UNBROKEN if at % 2 else LONG}"[:200] for at in range(400))


def reached() -> Reach:
    """Eleven years of months, hundreds of offices with names of 200 letters."""
    found = reach((), YEARS, Personnel(dict.fromkeys(NAMES, HUGE), AT), OTHERS, NETWORK)
    return replace(
        found,
        people=HUGE,
        by_way=dict.fromkeys(ContactWay, HUGE),
        months=tuple(MonthReach(first, HUGE, HUGE) for first in YEARS),
        offices=tuple(OfficeReach(name, HUGE, HUGE, HUGE) for name in NAMES[:200]),
        never=NAMES[200:],
    )


def much() -> Pack:
    given = pack(60, date(2016, 1, 1), date(2026, 11, 30))
    page = reach_page(ReachPaper(reached(), bands(), held_against(), given.timezone))
    recap = replace(given.recap, categories=dict.fromkeys(NAMES[:150], HUGE))
    said = SampleMessage(Side.REPORTER, AT, f"{UNBROKEN} " * 40)
    sample = Sample("EK-2026-00007", AT, AT, (said,) * 6)
    assert given.companions is not None
    return replace(
        given,
        recap=recap,
        rows=tuple(replace(row, office=NAMES[at]) for at, row in enumerate(given.rows)),
        companions=_crowded(given.companions),
        corrections=NAMES[:60],
        samples=(sample,) * 3,
        proofs=(*given.proofs, page),
    )


def _crowded(found: Compared) -> Compared:
    told = InTime(HUGE, HUGE, HUGE)
    groups = tuple(HandledGroup(name, HUGE, HUGE, told, told, told) for name in NAMES)
    crowded = dict.fromkeys((Facet.CATEGORY, Facet.OFFICE), groups)
    handling = replace(found.now.handling, groups=found.now.handling.groups | crowded)
    return replace(found, now=replace(found.now, handling=handling))


def test_the_pack_of_many_years_with_everything_long() -> None:
    given = much()
    paper = draw(given, PaperFormat.PDF)
    within_its_pages(paper)
    said = "".join(
        "".join(each.extract_text() for each in PdfReader(BytesIO(paper)).pages).split()
    )
    for year in range(2016, 2027):
        assert f"Januari{year}" in said, "the table has every month"
    for told in (NAMES[0], NAMES[24], NAMES[200], NAMES[259], given.proofs[-1].notes[-1]):
        assert "".join(told.split()) in said, told
    assert draw(given, PaperFormat.XLSX)
    assert published(given)


def test_in_word_no_picture_is_longer_than_a_page(tmp_path: Path) -> None:
    office.found_or_installed()
    file = tmp_path / "much.docx"
    file.write_bytes(draw(much(), PaperFormat.DOCX))
    office.convert([file], "pdf", tmp_path)
    within_its_pages((tmp_path / "much.pdf").read_bytes())
    said = "".join(office.text_of(tmp_path / "much.pdf").split())
    for told in (NAMES[0], NAMES[200], NAMES[259]):
        assert "".join(told.split()) in said, told


def test_of_many_months_and_offices_the_charts_show_some_and_say_so() -> None:
    months, offices = reach_page(
        ReachPaper(reached(), bands(), held_against(), "Asia/Makassar")
    ).charts
    assert len(months.parts) == MOST_MONTHS
    assert months.parts[-1][0] == "Desember 2026"
    assert months.title.endswith("24 bulan terakhir")
    assert len(offices.parts) == MOST_BARS


@pytest.mark.parametrize("messages", [1, 2, 4, 6, 40])
def test_a_chat_of_long_messages_fits_on_a_page(messages: int) -> None:
    said = tuple(SampleMessage(Side.OFFICER, AT, UNBROKEN * 40) for _ in range(messages))
    drawn = picture(Sample("EK-2026-00007", AT, AT, said[:6]), pack(0).zone, width=465)
    assert drawn.height < 600


@pytest.mark.parametrize("rows", [1, 3])
def test_a_row_taller_than_a_page_goes_on_on_the_next(rows: int) -> None:
    counted = [f"kata-{at}" for at in range(1_500)]

    def flow(style: Styles, measure: float) -> list[Block]:
        cells: list[list[Flowable]] = [[paragraph("Judul", style.cell)]]
        cells += [[paragraph(" ".join(counted), style.cell)] for _ in range(rows)]
        return [Table(cells, colWidths=[measure], repeatRows=1)]

    said = _said(flow)
    for word in counted:
        assert said.count(f"{word} ") == rows, word


def test_a_drawing_taller_than_a_page_is_made_smaller() -> None:
    def tall(pen: Pen, _width: float, height: float) -> None:
        for y in (0, height - 12):
            pen.text(0, y, f"tinggi {y:.0f}", 10, "#000000")

    said = _said(lambda style, _: [paragraph("di atas", style.text), Drawing(tall, 3_000)])
    assert "tinggi 0" in said
    assert "tinggi 2988" in said


def _said(flow: object) -> str:
    about = About("Uji", "", "Uji", AT)
    paper = flowed(letterhead(), about, flow)  # type: ignore[arg-type]
    within_its_pages(paper)
    pages = PdfReader(BytesIO(paper)).pages
    return " ".join(" ".join(each.extract_text() for each in pages).split()) + " "


def test_a_survey_with_long_answers_and_many_testimonies(tmp_path: Path) -> None:
    long = f"{LONG * 20} {UNBROKEN}"
    told = tuple((f"{at} {long[:2_000]}", NAMES[at]) for at in range(25))
    given = replace(
        survey(long, answers=900),
        done=tuple(FollowUp(name, "2,60", long * 3) for name in NAMES[:9]),
        testimonies=told,
    )
    paper = survey_pdf(given)
    within_its_pages(paper)
    assert survey_docx(given)
    assert survey_xlsx(given)


def test_a_session_that_many_came_to() -> None:
    given = session(LONG, came=200)
    lines = "\n".join(f"{at}. {LONG}" for at in range(100))
    given = replace(given, offices="; ".join(NAMES[:60]), trainers=NAMES[1], questions=lines)
    paper = SESSION_REPORT.render(SESSION_REPORT.pack(given))
    within_its_pages(paper)
    said = "".join(each.extract_text() for each in PdfReader(BytesIO(paper)).pages)
    assert "Peserta 199" in said
    assert "99. Dinas" in said


def test_alone_a_page_of_reach_is_signed_below_its_last_words() -> None:
    page = reach_page(ReachPaper(reached(), bands(), held_against(), "Asia/Makassar"))
    paper = alone_pdf(page, letterhead(), "2016–2026", AT + timedelta(days=1))
    within_its_pages(paper)
    assert page.notes[-1][:40] in PdfReader(BytesIO(paper)).pages[-1].extract_text()
