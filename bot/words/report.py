"""The weekly summary and the indicator, for the head's phone, the group and the terminal."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot import utf16
from bot.rules.calendar import summary_due
from bot.rules.indicator import Edition, Indicator, Summary, Window
from bot.rules.weekly import Waiting, Weekly
from bot.words import dates
from bot.words.html import Html, as_text, bold, code, esc, italic, lines, paragraphs

INDICATOR_NAME = "Penyelesaian layanan pengaduan"
NONE_YET = "Belum ada pengaduan"
FORMULA = "Rasio = selesai dengan jawaban ÷ semua yang diterima × 100 %"
CAPTION = 1024  # Telegram counts UTF-16 units after entities
# What gives way when the page is too long for a caption: (oldest tickets, categories) shown.
CUTS = ((5, 3), (3, 3), (3, 2), (2, 1), (1, 1), (0, 1), (0, 0))
NAME_SHOWN = 40


def weekly(report: Weekly, *, zone: ZoneInfo, late: bool = False) -> Html:
    """The page the head reads: short enough to stand under the chart."""
    for oldest, categories in CUTS:
        page = _weekly_page(report, zone, late=late, oldest=oldest, categories=categories)
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


def _weekly_page(
    report: Weekly, zone: ZoneInfo, *, late: bool, oldest: int, categories: int
) -> Html:
    return paragraphs(
        lines(
            bold("Ringkasan pengaduan e-Kinerja"),
            esc(f"Pekan {dates.days(report.monday, report.sunday)}"),
            esc(as_at(report.as_of, zone)),
            _late(report, zone) if late else None,
        ),
        _week(report),
        _year(report.year, zone),
        _categories(report.categories[:categories]),
        _oldest(report.oldest[:oldest]),
        _apart(report.information_received, report.information_resolved, report.information_open),
        italic(definition(report.year.indicator.edition)),
    )


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
        needed(summary.indicator),
        _medians(summary),
    )


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


def _medians(summary: Summary) -> Html | None:
    """Half of the reports went quicker, half slower."""
    parts = [
        f"{what} {dates.duration(length)}"
        for what, length in (
            ("jawaban pertama", summary.to_first_answer),
            ("selesai", summary.to_resolution),
        )
        if length is not None
    ]
    return esc(f"Waktu tengah (median): {', '.join(parts)}.") if parts else None


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
    """In one line. The number alone would mislead: lists count this indicator differently."""
    return (
        f"{named(edition)}:"
        " selesai dengan jawaban ÷ semua keluhan, kritik, dan saran yang diterima"
        " ×\N{NO-BREAK SPACE}100\N{NO-BREAK SPACE}%."
    )


def named(edition: Edition) -> str:
    return f"Indikator 13 “{INDICATOR_NAME}”, edisi {_shortened(edition.name)}"


def indicator(summary: Summary, *, zone: ZoneInfo) -> Html:
    """The longer form, with everything a reader needs to check the figure."""
    figures = summary.indicator
    return paragraphs(
        lines(
            bold(INDICATOR_NAME),
            esc(f"Indikator 13, edisi {figures.edition.name}. Nomornya berbeda menurut edisi."),
        ),
        lines(
            esc(received_in(figures.window, zone)),
            esc(as_at(figures.window.as_of, zone)),
        ),
        lines(_formula(figures), needed(figures), esc(bands(figures.edition))),
        _counts(summary),
        lines(_medians(summary), esc(apart(summary))),
        italic(source(figures.edition)),
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


def _counts(summary: Summary) -> Html:
    figures = summary.indicator
    return lines(
        esc(f"Diterima: {number(figures.received)}"),
        esc(f"Selesai: {number(figures.resolved)}"),
        esc(f"Masih terbuka: {number(summary.open)} (lewat batas: {number(summary.overdue)})"),
        _ended(summary.ended),
        esc(f"Pernah dibuka lagi: {number(summary.reopened)}"),
        esc(
            f"Sudah mendapat jawaban: {number(summary.answered)} dari {number(figures.received)}"
            " (angka pembanding, tidak dipakai dalam rasio)"
        ),
    )


def _ended(count: int) -> Html | None:
    """What is counted as received and is neither open nor resolved."""
    if not count:
        return None
    return esc(
        f"Berakhir tanpa penyelesaian: {number(count)} (ditarik, digabung, di luar kewenangan,"
        " atau pelapor tidak menjawab; tetap dihitung sebagai diterima)"
    )


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
    """Level 2 mulai 51 %, level 3 mulai 91 %."""
    begins = "di atas" if edition.level3_exclusive else "mulai"
    return f"Level 2 mulai {plain(edition.level2)} %, level 3 {begins} {plain(edition.level3)} %."


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
