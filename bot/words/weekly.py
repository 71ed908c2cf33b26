"""The weekly page, for the head's phone, and what is said around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.rules.calendar import summary_due
from bot.rules.indicator import Summary
from bot.rules.weekly import Weekly, WeekTook
from bot.words import dates, head_page
from bot.words.edition import definition, named
from bot.words.figures import age_band, number
from bot.words.head_page import Chapters
from bot.words.html import Html, bold, esc, italic, lines, paragraphs
from bot.words.indicator import may_fail, medians, middle, needed, ratio
from bot.words.report_days import as_at, week, window_days


class Cut(NamedTuple):
    """How much is shown of what gives way when the page is too long for a caption."""

    oldest: int
    categories: int
    year_took: bool = False
    edition: bool = False  # it stands in the picture as well
    year_before: bool = True
    ends: bool = True
    beside: bool = True
    took: bool = True
    formula: bool = False  # behind the indicator's name; it stands on paper


WHOLE = Cut(5, 5, year_took=True, edition=True, formula=True)
CUTS = (
    *(WHOLE, WHOLE._replace(formula=False), Cut(5, 5, edition=True), Cut(5, 5)),
    *(Cut(3, 5), Cut(2, 5), Cut(1, 5), Cut(1, 3)),
    *(Cut(0, 5), Cut(0, 3), Cut(0, 1), Cut(0, 0)),
    *(Cut(0, 0, year_before=False), Cut(0, 0, year_before=False, ends=False)),
    Cut(0, 0, year_before=False, ends=False, beside=False),
    Cut(0, 0, year_before=False, ends=False, beside=False, took=False),
)


def whole(report: Weekly, *, zone: ZoneInfo, left_open: Chapters = ()) -> Html:
    """Nothing left out, as paper has room for it."""
    page = _weekly_page(report, zone, WHOLE, late=False)
    return paragraphs(page, head_page.left_open(left_open))


def weekly(report: Weekly, *, zone: ZoneInfo, late: bool = False) -> Html:
    """The page the head reads: short enough to stand under the chart."""
    return head_page.as_caption(
        _weekly_page(_shown(report, kept), zone, kept, late=late) for kept in CUTS
    )


def _shown(report: Weekly, kept: Cut) -> Weekly:
    return replace(
        report,
        oldest=report.oldest[: kept.oldest],
        categories=report.categories[: kept.categories],
        year=report.year if kept.ends else replace(report.year, states={}),
        year_before=report.year_before if kept.year_before else None,
        apart=report.apart if kept.beside else None,
        took=report.took if kept.took else None,
    )


def missed(weeks: int) -> Html:
    """After a downtime: one message for the pages that did not go out, each behind a button."""
    return paragraphs(
        bold("Ringkasan yang terlewat"),
        esc(
            f"Selama bot tidak berjalan, {weeks} ringkasan mingguan tidak terkirim."
            " Tekan pekannya untuk melihatnya."
        ),
    )


def making_toast() -> str:
    return "Sebentar, sedang dibuat."


def not_made() -> Html:
    """To whoever asked for figures, or for a page of /faq."""
    return esc(
        "Maaf, ada gangguan di pihak kami, sehingga yang Anda minta belum bisa dibuat."
        " Mohon coba lagi nanti."
    )


def page_delayed(*, of_month: bool = False) -> Html:
    """To the desk: something the clock brings cannot be made."""
    page = "Laporan bulanan" if of_month else "Ringkasan mingguan"
    return esc(f"⚠️ {page} belum bisa dibuat. Bot mencobanya terus; mohon beri tahu pengelola bot.")


def _weekly_page(report: Weekly, zone: ZoneInfo, kept: Cut, *, late: bool) -> Html:
    edition = report.year.indicator.edition
    return paragraphs(
        lines(
            bold("Ringkasan pengaduan e-Kinerja"),
            esc(week(report, zone)),
            esc(as_at(report.as_of, zone)),
            _late(report, zone) if late else None,
        ),
        _week(report),
        _took(report.took, report.before) if report.took else None,
        _year(report.year, zone, took=kept.year_took),
        head_page.year_before(report.year_before, zone),
        head_page.categories(report.categories),
        head_page.oldest(report.oldest),
        head_page.information(
            report.information_received, report.information_resolved, report.information_open
        ),
        head_page.beside(report.apart),
        italic(definition(edition) if kept.formula else named(edition)) if kept.edition else None,
    )


def _late(report: Weekly, zone: ZoneInfo) -> Html:
    due = dates.stamp(summary_due(report.monday, zone), zone)
    return italic(f"Terlambat: seharusnya terkirim {due}.")


def _week(report: Weekly) -> Html:
    return lines(
        Html(f"{bold(number(report.received))} masuk · {bold(number(report.resolved))} selesai"),
        Html(
            f"{bold(number(report.answered))} mendapat jawaban pertama ·"
            f" {bold(number(report.reopened))} dibuka lagi"
        ),
        Html(
            f"{bold(number(report.open))} masih terbuka,"
            f" {bold(number(report.overdue))} lewat batas waktu"
        ),
        esc(f"Umurnya: {_ages(report.ages)}") if report.open and report.ages else None,
    )


def _ages(counts: Sequence[int]) -> str:
    """Of what is open, in the bands of AGES."""
    return " · ".join(f"{age_band(band)} {number(n)}" for band, n in enumerate(counts) if n)


def _took(now: WeekTook, was: WeekTook | None) -> Html | None:
    """Of what came in the week, with the week before behind it."""
    first, last = (was.to_first_answer, was.to_resolution) if was else (None, None)
    parts = [
        middle("Pekan ini dijawab", now.to_first_answer, first),
        middle("Pekan ini selesai", now.to_resolution, last),
    ]
    if not any(parts):
        return None
    return lines(*parts, esc("Dalam kurung siku: pekan sebelumnya") if was else None)


def _year(summary: Summary, zone: ZoneInfo, *, took: bool) -> Html:
    return lines(
        bold(f"Tahun berjalan: {window_days(summary.indicator.window, zone)}"),
        ratio(summary.indicator),
        head_page.settled(summary),
        needed(summary.indicator),
        may_fail(summary.indicator),
        medians(summary) if took else None,
    )


def quiet(weeks: int) -> str:
    return f"Tidak ada pengaduan dalam {weeks} pekan ini"
