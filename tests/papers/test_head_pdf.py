"""The head's page on paper: one sheet, however much there is to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

from pypdf import PdfReader

from bot.data.letterhead import letterhead
from bot.papers.chart import PeriodChart, WeeklyChart
from bot.papers.head_pdf import period_pdf, week_pdf
from bot.rules.weekly import Waiting, WeekTook
from tests.papers.packs import APART
from tests.rules.cases import WITA
from tests.words.test_report import months_page, summary, week

NAME = "Mutasi, kenaikan pangkat, dan kepegawaian"
CHAPTERS = [(f"{NAME} {place}", 1200 - place) for place in range(15)] + [(None, 7)]


def text_of(paper: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(paper)).pages]


def test_a_week_with_everything_stands_on_one_sheet() -> None:
    year = summary(10**5, 10**4)
    took = WeekTook(year.to_first_answer, year.to_resolution)
    waiting = Waiting("EK-2026-00012", timedelta(days=400), overdue=True, officer=NAME)
    report = replace(
        week(year),
        categories=((NAME, 10**5),) * 5,
        oldest=(waiting,) * 5,
        year_before=year.indicator,
        apart=APART,
        ages=(10**5,) * 4,
        took=took,
        before=took,
    )
    (said,) = text_of(week_pdf(WeeklyChart(report, (), str(WITA)), letterhead(), CHAPTERS))
    assert "Belum terjawab buku panduan, menurut bab:" in said
    assert "di luar bab mana pun 7" in said


def test_so_does_a_month_and_without_such_questions_nothing_is_said() -> None:
    page = months_page(summary(10**5, 10**4), NAME)
    page = replace(page, now=replace(page.now, apart=APART))
    (said,) = text_of(period_pdf(PeriodChart(page, (), str(WITA)), letterhead(), CHAPTERS))
    assert "menurut bab" in said
    (said,) = text_of(period_pdf(PeriodChart(page, (), str(WITA)), letterhead()))
    assert "menurut bab" not in said
