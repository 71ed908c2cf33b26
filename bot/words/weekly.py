"""The weekly page, for the head's phone, and what is said around it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot import utf16
from bot.rules.apart import Apart
from bot.rules.calendar import summary_due
from bot.rules.indicator import Indicator, Summary
from bot.rules.weekly import Waiting, Weekly
from bot.words import dates
from bot.words.edition import definition
from bot.words.figures import number, percent
from bot.words.fit import NAME_SHOWN, cut
from bot.words.html import Html, as_text, bold, code, esc, italic, lines, paragraphs
from bot.words.indicator import may_fail, medians, needed, ratio, settled
from bot.words.report_days import as_at, week, window_days

CAPTION = 1024  # Telegram counts UTF-16 units after entities


class Cut(NamedTuple):
    """How much is shown of what gives way when the page is too long for a caption."""

    oldest: int
    categories: int
    year_before: bool = True
    ends: bool = True
    beside: bool = True


CUTS = (
    *(Cut(5, 3), Cut(3, 3), Cut(3, 2), Cut(2, 1), Cut(1, 1), Cut(0, 1)),
    *(Cut(0, 0), Cut(0, 0, year_before=False), Cut(0, 0, year_before=False, ends=False)),
    Cut(0, 0, year_before=False, ends=False, beside=False),
)


def weekly(report: Weekly, *, zone: ZoneInfo, late: bool = False) -> Html:
    """The page the head reads: short enough to stand under the chart."""
    for kept in CUTS:
        shown = replace(
            report,
            oldest=report.oldest[: kept.oldest],
            categories=report.categories[: kept.categories],
            year=report.year if kept.ends else replace(report.year, states={}),
            year_before=report.year_before if kept.year_before else None,
            apart=report.apart if kept.beside else None,
        )
        page = _weekly_page(shown, zone, late=late)
        if utf16.length(as_text(page)) <= CAPTION:
            break
    return page


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


def page_delayed() -> Html:
    """To the desk: something the clock brings cannot be made."""
    return esc(
        "⚠️ Ringkasan mingguan belum bisa dibuat. Bot mencobanya terus;"
        " mohon beri tahu pengelola bot."
    )


def _weekly_page(report: Weekly, zone: ZoneInfo, *, late: bool) -> Html:
    return paragraphs(
        lines(
            bold("Ringkasan pengaduan e-Kinerja"),
            esc(week(report, zone)),
            esc(as_at(report.as_of, zone)),
            _late(report, zone) if late else None,
        ),
        _week(report),
        _year(report.year, zone),
        _year_before(report.year_before, zone),
        _categories(report.categories),
        _oldest(report.oldest),
        _apart(report.information_received, report.information_resolved, report.information_open),
        _beside(report.apart),
        italic(definition(report.year.indicator.edition)),
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
    )


def _year(summary: Summary, zone: ZoneInfo) -> Html:
    return lines(
        bold(f"Tahun berjalan: {window_days(summary.indicator.window, zone)}"),
        ratio(summary.indicator),
        _settled(summary),
        needed(summary.indicator),
        may_fail(summary.indicator),
        medians(summary),
    )


def _settled(summary: Summary) -> Html | None:
    parts = settled(summary)
    return esc(f"Yang selesai: {parts}.") if parts else None


def _year_before(figures: Indicator | None, zone: ZoneInfo) -> Html | None:
    if figures is None or not figures.received:
        return None
    year = figures.window.start.astimezone(zone).year
    return lines(bold(f"Tahun {year}, keadaan sekarang:"), ratio(figures))


def _categories(most: tuple[tuple[str, int], ...]) -> Html | None:
    if not most:
        return None
    named = " · ".join(f"{cut(name, NAME_SHOWN)} {number(count)}" for name, count in most)
    return esc(f"Terbanyak tentang: {named}")


def _oldest(waiting: tuple[Waiting, ...]) -> Html | None:
    if not waiting:
        return None
    return lines(esc("Paling lama terbuka:"), *(_waiting(ticket) for ticket in waiting))


def _waiting(ticket: Waiting) -> Html:
    overdue = ", lewat batas" if ticket.overdue else ""
    return Html(f"{code(cut(ticket.number, NAME_SHOWN))} {esc(dates.span(ticket.age))}{overdue}")


def _apart(received: int, resolved: int, still_open: int) -> Html:
    return esc(
        f"Permintaan informasi (terpisah): {number(received)} masuk,"
        f" {number(resolved)} selesai, {number(still_open)} terbuka"
    )


def quiet(weeks: int) -> str:
    return f"Tidak ada pengaduan dalam {weeks} pekan ini"


def _beside(apart: Apart | None) -> Html | None:
    """Kept out of the ratio; the rest of it stands behind "Rincian"."""
    if apart is None:
        return None
    asked, satisfied, watched = apart.questions, apart.satisfaction, apart.watched
    judged = f", tuntas {number(asked.deflected)} dari {number(asked.judged)} yang sudah 7 hari"
    told = (
        f"Dijawab buku: {number(asked.answered)}, tanpa tiket {number(asked.without_ticket)}"
        f"{judged if asked.judged else ''}"
        if asked.answered
        else None,
        f"Dilayani: {number(apart.served.people)} orang, {number(apart.served.offices)} kantor"
        if apart.served.people
        else None,
        f"Kepuasan: {percent(satisfied.index).removesuffix(' %')} dari {number(satisfied.answers)}"
        " jawaban"
        if satisfied.index is not None
        else None,
        f"Bot tidak berjalan: {dates.hours(watched.down)}" if watched.times else None,
    )
    said = [esc(line) for line in told if line]
    return lines(*said) if said else None
