"""The tickets behind a figure of a report. No words of people: the head reads them as well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.rules.indicator import Case
from bot.rules.ticket import OPEN_STATES
from bot.rules.weekly import Line
from bot.words import dates
from bot.words.html import Html, bold, code, esc, italic, lines, paragraphs
from bot.words.indicator import ENDS
from bot.words.labels import KINDS
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
}
AT_A_MOMENT = {Line.OPEN, Line.OVERDUE}  # whatever days the report is about


def rows(
    cases: Sequence[tuple[Case, bool]],
    *,
    line: Line,
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
            bold(f"{TITLES[line]}: {total}{shown}"),
            None if line in AT_A_MOMENT else esc(dates.days(*days)),
            italic(as_at(as_of, zone)),
        ),
        lines(*(_row(case, as_of, zone, hidden=hidden) for case, hidden in cases)),
    )


def _row(case: Case, as_of: datetime, zone: ZoneInfo, *, hidden: bool) -> Html:
    late = " · lewat batas" if case.overdue(as_of) else ""
    came = dates.short_date(case.received_at.astimezone(zone).date())
    stood = f"masuk {came} · {_state(case, zone)}{late}"
    if hidden:
        return esc(f"Jalur pengawasan, tanpa nomor · {stood}")
    return Html(f"{code(case.number)} {esc(f'{KINDS[case.kind]} · {case.category} · {stood}')}")


def _state(case: Case, zone: ZoneInfo) -> str:
    if case.resolved_at is None or case.status in OPEN_STATES:
        return STATUS[case.status]
    on = dates.short_date(case.resolved_at.astimezone(zone).date())
    return f"selesai {on}, {ENDS[case.status]}"
