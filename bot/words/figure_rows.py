"""The tickets behind a figure of a report. No words of people: the head reads them as well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.rules.figure_lines import Figure, Line, LineGroup
from bot.rules.indicator import MeasuredTicket
from bot.rules.report_days import Days
from bot.rules.ticket import OPEN_STATES
from bot.words import dates, report_days
from bot.words.figures import age_band, number
from bot.words.fit import NAME_SHOWN, cut
from bot.words.html import Html, bold, code, esc, italic, lines, paragraphs
from bot.words.indicator import ENDS
from bot.words.labels import KINDS, figure_group
from bot.words.report_days import as_at
from bot.words.ticket import STATUS

TITLES = {
    Line.RECEIVED: "Pengaduan yang masuk",
    Line.SETTLED: "Pengaduan yang diselesaikan",
    Line.ANSWERED: "Pengaduan yang mendapat jawaban pertama",
    Line.REOPENED: "Pengaduan yang dibuka lagi",
    Line.OPEN: "Pengaduan yang masih terbuka",
    Line.OVERDUE: "Pengaduan yang lewat batas waktu",
    Line.RESOLVED: "Pengaduan yang masuk dan sudah selesai",
    Line.UNRESOLVED: "Pengaduan yang masuk dan belum selesai",
    Line.CONFIRMED: "Pengaduan yang masuk dan dikonfirmasi pelapornya",
    Line.UNCONFIRMED: "Pengaduan yang masuk dan selesai tanpa tanggapan pelapor",
    Line.AWAITED: "Pengaduan yang masuk, selesai, dan menunggu konfirmasi pelapor",
    Line.OTHERWISE: "Pengaduan yang masuk dan berakhir tanpa penyelesaian",
    Line.UNHEARD: "Pengaduan yang masuk dan belum dijawab",
    Line.STILL_OPEN: "Pengaduan yang masuk dan masih terbuka",
    Line.ASKED: "Permintaan informasi yang masuk",
    Line.INFORMED: "Permintaan informasi yang diselesaikan",
    Line.ASKING: "Permintaan informasi yang masih terbuka",
    Line.CAUSE: "Pengaduan yang masuk tentang",
    Line.AGE: "Pengaduan yang masih terbuka, umurnya",
}
AT_A_MOMENT = {Line.OPEN, Line.OVERDUE, Line.ASKING, Line.AGE}  # whatever days the report is about
THIS_CAUSE = "hal ini"


def rows(
    cases: Sequence[tuple[MeasuredTicket, bool]],
    *,
    figure: Figure,
    days: tuple[date, date],
    first: int,
    total: int,
    as_of: datetime,
    zone: ZoneInfo,
) -> Html:
    """A page of them; what they were at the moment of the report, not what they are now.
    Each with whether its number is kept back: no group hears of it."""
    shown = f" (ke-{first} sampai {first + len(cases) - 1})" if len(cases) < total else ""
    return paragraphs(
        lines(
            bold(f"{_title(figure, cases)}: {number(total)}{shown}"),
            None if figure.line in AT_A_MOMENT else esc(dates.days(*days)),
            italic(as_at(as_of, zone)),
        ),
        lines(*(_row(case, as_of, zone, hidden=hidden) for case, hidden in cases)),
    )


def _title(figure: Figure, cases: Sequence[tuple[MeasuredTicket, bool]]) -> str:
    title = TITLES[figure.line]
    if figure.line is Line.AGE:
        return f"{title} {age_band(int(figure.of))}"
    if figure.line is Line.CAUSE:  # a button's data has no room for its name
        return f"{title} {cut(cases[0][0].category, NAME_SHOWN) if cases else THIS_CAUSE}"
    return title


def _row(case: MeasuredTicket, as_of: datetime, zone: ZoneInfo, *, hidden: bool) -> Html:
    late = " · lewat batas" if case.overdue(as_of) else ""
    came = dates.short_date(case.received_at.astimezone(zone).date())
    stood = f"masuk {came} · {_state(case, zone)}{late}"
    if hidden:
        return esc(f"Jalur pengawasan, tanpa nomor · {stood}")
    return Html(f"{code(case.number)} {esc(f'{KINDS[case.kind]} · {case.category} · {stood}')}")


def _state(case: MeasuredTicket, zone: ZoneInfo) -> str:
    if case.resolved_at is None or case.status in OPEN_STATES:
        return STATUS[case.status]
    on = dates.short_date(case.resolved_at.astimezone(zone).date())
    return f"selesai {on}, {ENDS[case.status]}"


def groups(days: Days, *, as_of: datetime, zone: ZoneInfo) -> Html:
    """The figures of a page that have no button below it, to choose from."""
    return paragraphs(
        lines(
            bold("Tiket di balik baris lain"),
            esc(report_days.days(days)),
            italic(as_at(as_of, zone)),
        ),
        esc("Pilih barisnya."),
    )


def group(chosen: LineGroup, days: Days, *, as_of: datetime, zone: ZoneInfo, empty: bool) -> Html:
    """Its figures stand on buttons."""
    name = figure_group(chosen, days.span, as_of.astimezone(zone).year)
    return paragraphs(
        lines(
            bold(f"Tiket di balik baris lain: {name}"),
            esc(report_days.days(days)),
            italic(as_at(as_of, zone)),
        ),
        esc("Tidak ada tiket di sini." if empty else "Tekan angkanya untuk melihat tiketnya."),
    )
