"""The weekly summary and the indicator, for the head's phone, the group and the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot import utf16
from bot.rules.apart import Apart
from bot.rules.calendar import summary_due
from bot.rules.dates.report_days import Days, Span
from bot.rules.indicator import Edition, Indicator, Spent, Summary, Window
from bot.rules.ticket import SETTLED_STATES, SIDE_ENDS, Channel, Status
from bot.rules.weekly import Waiting, Weekly
from bot.words import dates
from bot.words.html import Html, as_text, bold, code, esc, italic, lines, paragraphs
from bot.words.ticket import CHANNEL

INDICATOR_NAME = "Penyelesaian layanan pengaduan"
NONE_YET = "Belum ada pengaduan"
FORMULA = "Rasio = selesai dengan jawaban ÷ semua yang diterima × 100 %"
DEFINITION = (
    "Definisi versi 1, 27 November 2026. Dihitung: keluhan, kritik, dan saran dari semua"
    " saluran, menurut tanggal diterima; permintaan informasi dicatat terpisah. Pembilang: yang"
    " selesai dengan jawaban petugas. Penyebut: semua yang diterima. Yang ditarik pelapor,"
    " digabung, di luar kewenangan, dilaporkan dua kali, atau masih terbuka tetap dihitung. Yang"
    " dibuka lagi dihitung belum selesai sampai diselesaikan lagi."
)
"""What the ratio counts, printed under it: nobody else has defined it to this end. Whoever changes
what is counted writes a new version."""
ENDS = {
    Status.CLOSED: "dikonfirmasi pelapor",
    Status.LAPSED: "tanpa tanggapan pelapor",
    Status.RESOLVED: "menunggu konfirmasi",
    Status.WITHDRAWN: "ditarik pelapor",
    Status.MERGED: "digabung",
    Status.OUT_OF_SCOPE: "di luar kewenangan",
    Status.SILENT: "pelapor tidak menjawab",
}
"""How it ended, in a report."""
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
NAME_SHOWN = 32
UNDER_WAY = ", masih berjalan"


def weekly(report: Weekly, *, zone: ZoneInfo, late: bool = False) -> Html:
    """The page the head reads: short enough to stand under the chart."""
    for cut in CUTS:
        shown = replace(
            report,
            oldest=report.oldest[: cut.oldest],
            categories=report.categories[: cut.categories],
            year=report.year if cut.ends else replace(report.year, states={}),
            year_before=report.year_before if cut.year_before else None,
            apart=report.apart if cut.beside else None,
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


def week(report: Weekly, zone: ZoneInfo) -> str:
    """A week that is not over must not look as if it were."""
    today = report.as_of.astimezone(zone).date()
    if today > report.sunday:
        return f"Pekan {dates.days(report.monday, report.sunday)}"
    return f"Pekan berjalan: {dates.days(report.monday, today)}"


ROMAN = ("I", "II", "III", "IV")


def days(window: Days) -> str:
    """Oktober 2026; Triwulan III 2026; and of what is under way, until when it goes."""
    return f"{_days(window)}{UNDER_WAY}" if window.under_way else _days(window)


def _days(window: Days) -> str:
    first, exactly = window.first, dates.days(window.first, window.last)
    match window.span:
        case Span.MONTH:
            return f"{dates.month(first)} ({exactly})"
        case Span.QUARTER:
            return f"Triwulan {ROMAN[(first.month - 1) // 3]} {first.year} ({exactly})"
        case Span.HALF:
            return f"Semester {1 + first.month // 7} {first.year} ({exactly})"
        case Span.YEAR:
            return f"Tahun {first.year} ({exactly})"
        case Span.WEEK:
            return f"Pekan {exactly}"
        case _:
            return exactly


def _late(report: Weekly, zone: ZoneInfo) -> Html:
    due = dates.stamp(summary_due(report.monday, zone), zone)
    return italic(f"Terlambat: seharusnya terkirim {due}.")


def as_at(moment: datetime, zone: ZoneInfo) -> str:
    return f"Keadaan per {dates.stamp(moment, zone)}"


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
        _ratio(summary.indicator),
        _settled(summary),
        needed(summary.indicator),
        may_fail(summary.indicator),
        _medians(summary),
    )


def _settled(summary: Summary) -> Html | None:
    parts = settled(summary)
    return esc(f"Yang selesai: {parts}.") if parts else None


def _year_before(figures: Indicator | None, zone: ZoneInfo) -> Html | None:
    if figures is None or not figures.received:
        return None
    year = figures.window.start.astimezone(zone).year
    return lines(bold(f"Tahun {year}, keadaan sekarang:"), _ratio(figures))


def _ratio(figures: Indicator) -> Html:
    if figures.ratio is None:
        return Html(f"{esc(NONE_YET)} · {bold(level(figures))}")
    return Html(f"{bold(percent(figures.ratio))} · {esc(share(figures))} · {bold(level(figures))}")


def share(figures: Indicator) -> str:
    return f"{number(figures.resolved)} dari {number(figures.received)} selesai"


def needed_text(figures: Indicator) -> str:
    return as_text(needed(figures))


def needed(figures: Indicator) -> Html:
    if figures.ratio is None:
        return esc("Selama belum ada pengaduan, indikator dinilai level 1.")
    if figures.still_needed == 0:
        return esc(f"Target {target(figures.edition)} tercapai.")
    return Html(
        f"Perlu {bold(number(figures.still_needed))} pengaduan lagi diselesaikan"
        f" untuk mencapai {esc(target(figures.edition))}."
    )


def may_fail(figures: Indicator) -> Html | None:
    if not figures.received:
        return None
    received, failing = number(figures.received), number(figures.may_fail)
    return esc(f"Dari {received}, paling banyak {failing} boleh tidak selesai.")


def _medians(summary: Summary) -> Html | None:
    """Half of the reports went quicker, half slower; and who is waiting still."""
    parts = [
        _spent("Jawaban pertama", summary.to_first_answer),
        _spent("Selesai", summary.to_resolution),
    ]
    return lines(*parts) if any(parts) else None


def _spent(what: str, spent: Spent) -> Html | None:
    if not spent.have and not spent.lack:
        return None
    if spent.median is None or spent.most is None:
        return esc(f"{what}: belum ada{_lacking(spent, '; ')}")
    took = f"tengah {dates.duration(spent.median)}, 9 dari 10 dalam {dates.duration(spent.most)}"
    return esc(f"{what}: {took} (dari {number(spent.have)}{_lacking(spent, '; ')})")


def _lacking(spent: Spent, before: str) -> str:
    if spent.longest is None:
        return ""
    return f"{before}{number(spent.lack)} belum, tertua {dates.span(spent.longest)}"


def _categories(most: tuple[tuple[str, int], ...]) -> Html | None:
    if not most:
        return None
    named = " · ".join(f"{_shortened(name)} {number(count)}" for name, count in most)
    return esc(f"Terbanyak tentang: {named}")


def _oldest(waiting: tuple[Waiting, ...]) -> Html | None:
    if not waiting:
        return None
    return lines(esc("Paling lama terbuka:"), *(_waiting(ticket) for ticket in waiting))


def _waiting(ticket: Waiting) -> Html:
    overdue = ", lewat batas" if ticket.overdue else ""
    return Html(f"{code(_shortened(ticket.number))} {esc(dates.span(ticket.age))}{overdue}")


def _apart(received: int, resolved: int, still_open: int) -> Html:
    return esc(
        f"Permintaan informasi (terpisah): {number(received)} masuk,"
        f" {number(resolved)} selesai, {number(still_open)} terbuka"
    )


def definition(edition: Edition) -> str:
    """In one line."""
    return (
        f"{named(edition)}:"
        " selesai dengan jawaban ÷ semua keluhan, kritik, dan saran yang diterima"
        " ×\N{NO-BREAK SPACE}100\N{NO-BREAK SPACE}%."
    )


def named(edition: Edition) -> str:
    """By its name: its number depends on whose list it is in."""
    return f"Indikator “{INDICATOR_NAME}”, edisi {_shortened(edition.name)}"


def numbered(edition: Edition) -> str:
    return f"Edisi {edition.name}" + (f"; nomor {edition.numbers}." if edition.numbers else ".")


def indicator(summary: Summary, *, zone: ZoneInfo, title: str | None = None) -> Html:
    """The longer form, with everything a reader needs to check the figure."""
    figures = summary.indicator
    return paragraphs(
        lines(
            bold(INDICATOR_NAME),
            esc(numbered(figures.edition)),
        ),
        lines(
            esc(
                f"Pengaduan yang diterima: {title}" if title else received_in(figures.window, zone)
            ),
            esc(as_at(figures.window.as_of, zone)),
        ),
        lines(_formula(figures), needed(figures), may_fail(figures), esc(bands(figures.edition))),
        _counts(summary),
        lines(_medians(summary), esc(apart(summary))),
        italic(source(figures.edition)),
        italic(DEFINITION),
    )


def _formula(figures: Indicator) -> Html:
    said = esc(FORMULA)
    if figures.ratio is None:
        return lines(said, _ratio(figures))
    cut = "" if _exact(figures.ratio) else " (dipotong dua angka, tidak dibulatkan)"
    return lines(
        said,
        Html(f"{esc(division(figures))} {bold(percent(figures.ratio))}{esc(cut)}"),
        bold(level(figures).capitalize()),
    )


def division(figures: Indicator) -> str:
    """29 ÷ 32 × 100 % ="""
    return f"{number(figures.resolved)} ÷ {number(figures.received)} × 100 % ="


def _late_of(summary: Summary) -> str:
    return "" if summary.overdue is None else f" (lewat batas: {number(summary.overdue)})"


def _counts(summary: Summary) -> Html:
    figures = summary.indicator
    return lines(
        esc(f"Diterima: {number(figures.received)}"),
        esc(f"Selesai: {number(figures.resolved)}{_among(settled(summary))}"),
        esc(f"Masih terbuka: {number(summary.open)}{_late_of(summary)}"),
        _ended(summary),
        _channels(summary),
        esc(f"Pernah dibuka lagi: {number(summary.reopened)}"),
        esc(
            f"Sudah mendapat jawaban: {number(summary.answered)} dari {number(figures.received)}"
            " (angka pembanding, tidak dipakai dalam rasio)"
        ),
    )


def _channels(summary: Summary) -> Html | None:
    """Where any came by another way than the bot itself."""
    came = summary.channels
    if all(channel is Channel.TELEGRAM for channel, _ in came):
        return None
    named = " · ".join(f"{CHANNEL[channel]} {number(count)}" for channel, count in came)
    return esc(f"Saluran: {named}")


def settled(summary: Summary) -> str:
    """How those that are resolved ended: only the first is what the reporter said."""
    return _by_state(summary, SETTLED_STATES)


def _ended(summary: Summary) -> Html | None:
    """What is counted as received and is neither open nor resolved."""
    count = sum(summary.states.get(state, 0) for state in SIDE_ENDS)
    if not count:
        return None
    ended = _by_state(summary, SIDE_ENDS)
    return esc(f"Berakhir tanpa penyelesaian: {number(count)} ({ended}; tetap dihitung)")


def _by_state(summary: Summary, states: Sequence[Status]) -> str:
    counted = ((state, summary.states.get(state, 0)) for state in states)
    return ", ".join(f"{ENDS[state]} {number(count)}" for state, count in counted if count)


def _among(parts: str) -> str:
    return f" ({parts})" if parts else ""


def apart(summary: Summary) -> str:
    return (
        f"Permintaan informasi: {number(summary.information_received)} masuk,"
        f" {number(summary.information_resolved)} selesai; tidak dihitung dalam rasio."
    )


def source(edition: Edition) -> str:
    return f"Sumber batas level: {edition.source}"


def quiet(weeks: int) -> str:
    return f"Tidak ada pengaduan dalam {weeks} pekan ini"


def bands(edition: Edition) -> str:
    """Level 2 mulai 51 %, level 3 mulai 91 % (menurut salinan …)."""
    begins = "di atas" if edition.level3_exclusive else "mulai"
    sure = f" ({edition.sure})" if edition.sure else ""
    level2, level3 = plain(edition.level2), plain(edition.level3)
    return f"Level 2 mulai {level2} %, level 3 {begins} {level3} %{sure}."


def target(edition: Edition) -> str:
    """What the top level asks: 91 %, or lebih dari 60 %."""
    more = "lebih dari " if edition.level3_exclusive else ""
    return f"{more}{plain(edition.level3)} %"


def top(edition: Edition) -> str:
    """The same, short enough for a mark in a chart: 91 %, > 60 %."""
    return f"{'> ' if edition.level3_exclusive else ''}{plain(edition.level3)} %"


def level(figures: Indicator) -> str:
    return f"level {figures.level} dari 3"


def number(count: int) -> str:
    """12.345"""
    return f"{count:,}".replace(",", ".")


def percent(ratio: Fraction) -> str:
    """Two decimals, cut and never rounded up: 90,999 is 90,99 %, still below 91."""
    whole, hundredths = divmod(int(ratio * 100), 100)
    return f"{number(whole)},{hundredths:02d} %"


def plain(figure: Fraction) -> str:
    """A threshold as the edition prints it: 91, 40,01."""
    return f"{float(figure):g}".replace(".", ",")


def _exact(ratio: Fraction) -> bool:
    return (ratio * 100).denominator == 1


def received_in(window: Window, zone: ZoneInfo) -> str:
    return f"Pengaduan yang diterima {window_days(window, zone)}"


def window_days(window: Window, zone: ZoneInfo) -> str:
    """The first to the last day inside; `end` itself is outside."""
    first = window.start.astimezone(zone).date()
    last = (window.end - timedelta(microseconds=1)).astimezone(zone).date()
    return dates.days(first, max(first, last))


def _shortened(text: str) -> str:
    return text if len(text) <= NAME_SHOWN else f"{text[: NAME_SHOWN - 1]}…"
