"""The head's page about a month or a year: the weekly one's sister, beside the period before."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.rules.period_page import PeriodPage
from bot.rules.report_days import Span
from bot.words import dates, head_page, report_days
from bot.words.edition import named
from bot.words.figures import number
from bot.words.head_page import Chapters
from bot.words.html import Html, bold, esc, italic, lines, paragraphs
from bot.words.indicator import may_fail, medians, needed, ratio, share
from bot.words.report_days import as_at

TITLES = {
    Span.MONTH: "Laporan bulanan pengaduan e-Kinerja",
    Span.YEAR: "Laporan tahunan pengaduan e-Kinerja",
}
QUIET = "Tidak ada pengaduan dalam bulan-bulan ini"
EACH_MONTH = "tiap bulan"


class Cut(NamedTuple):
    """How much is shown of what gives way when the page is too long for a caption."""

    oldest: int
    categories: int
    year_before: bool = True
    ends: bool = True
    took: bool = True
    beside: bool = True
    edition: bool = True  # it stands in the picture as well


CUTS = (
    *(Cut(5, 5), Cut(3, 5), Cut(2, 3), Cut(1, 3), Cut(1, 3, ends=False), Cut(0, 3, ends=False)),
    *(Cut(0, 2, ends=False), Cut(0, 1, ends=False)),
    Cut(0, 1, ends=False, year_before=False),
    Cut(0, 1, ends=False, year_before=False, took=False),
    Cut(0, 0, ends=False, year_before=False, took=False),
    Cut(0, 0, ends=False, year_before=False, took=False, beside=False),
    Cut(0, 0, ends=False, year_before=False, took=False, beside=False, edition=False),
)


def period_page(page: PeriodPage, *, zone: ZoneInfo, late: str | None = None) -> Html:
    """Short enough to stand under the chart. `late`: when it should have come."""
    return head_page.as_caption(_page(page, zone, kept, late=late) for kept in CUTS)


def whole(page: PeriodPage, *, zone: ZoneInfo, left_open: Chapters = ()) -> Html:
    """Nothing left out, as paper has room for it."""
    return paragraphs(_page(page, zone, CUTS[0], late=None), head_page.left_open(left_open))


def missed(months: int) -> Html:
    """After a downtime: one message for the pages that did not go out, each behind a button."""
    return paragraphs(
        bold("Laporan bulanan yang terlewat"),
        esc(
            f"Selama bot tidak berjalan, {months} laporan bulanan tidak terkirim."
            " Tekan bulannya untuk melihatnya."
        ),
    )


def _page(page: PeriodPage, zone: ZoneInfo, kept: Cut, *, late: str | None) -> Html:
    return paragraphs(
        lines(
            bold(TITLES[page.days.span]),
            esc(report_days.days(page.days)),
            esc(as_at(page.as_of, zone)),
            italic(f"Terlambat: seharusnya terkirim {late}.") if late else None,
        ),
        _compared(page),
        _own(page, kept),
        _year(page, zone),
        head_page.year_before(page.year_before, zone) if kept.year_before else None,
        head_page.categories(page.categories[: kept.categories]),
        head_page.oldest(page.oldest[: kept.oldest]),
        head_page.information(
            page.information_received, page.information_resolved, page.information_open
        ),
        head_page.beside(page.now.apart) if kept.beside else None,
        italic(named(page.year.edition)) if kept.edition else None,
    )


def _compared(page: PeriodPage) -> Html:
    """Each figure with the period before behind it."""
    now, was = page.now, page.before

    def both(count: int, before: int) -> str:
        return f"{bold(number(count))} [{number(before)}]"

    return lines(
        Html(
            f"{both(now.received, was.received)} masuk ·"
            f" {both(now.resolved, was.resolved)} selesai"
        ),
        Html(
            f"{both(now.answered, was.answered)} mendapat jawaban pertama ·"
            f" {both(now.reopened, was.reopened)} dibuka lagi"
        ),
        Html(
            f"{both(now.open, was.open)} masih terbuka,"
            f" {both(now.overdue, was.overdue)} lewat batas waktu"
        ),
        esc(f"Dalam kurung siku: {dates.days(was.first, was.last)}"),
    )


def _own(page: PeriodPage, kept: Cut) -> Html:
    """How those stand that came in these days; of a year that is the indicator itself."""
    summary = page.now.summary if kept.ends else replace(page.now.summary, states={})
    figures, was = summary.indicator, page.before.summary.indicator
    of_year = page.days.span is Span.YEAR
    return lines(
        bold(f"Yang masuk dalam {'tahun' if of_year else 'bulan'} ini"),
        Html(f"{ratio(figures)} [{esc(share(was))}]") if was.received else ratio(figures),
        head_page.settled(summary),
        medians(summary) if kept.took else None,
    )


def _year(page: PeriodPage, zone: ZoneInfo) -> Html:
    """What the indicator asks for counts by years."""
    ahead = (needed(page.year), may_fail(page.year))
    if page.days.span is Span.YEAR:
        return lines(*ahead)
    days = report_days.window_days(page.year.window, zone)
    return lines(bold(f"Tahun berjalan: {days}"), ratio(page.year), *ahead)
