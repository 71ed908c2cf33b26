"""What the desk is reminded of: lists, never a message a ticket."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.deadline import DeadlineState, ReminderKind, Terms, TicketClock
from bot.rules.ticket import Number
from bot.words import deadline
from bot.words.fit import cut
from bot.words.html import Address, Html, bold, esc, lines, paragraphs
from bot.words.queue import named

SHOWN = 5  # of each sort


@dataclass(frozen=True)
class ReminderLine:
    number: Number
    card: Address | None
    officer: str | None
    clock: TicketClock


def to_desk(
    owed: Sequence[tuple[ReminderKind, Sequence[ReminderLine]]],
    terms: Terms,
    now: datetime,
    zone: ZoneInfo,
) -> Html:
    return paragraphs(
        bold("⏰ Perlu perhatian"),
        *(_section(owing, rows, terms, now, zone, named_too=True) for owing, rows in owed),
        _all_of_them(owing for owing, _ in owed),
    )


def _all_of_them(owed: Iterable[ReminderKind]) -> Html:
    """Where the queue shows those that the list is about, and others only where it must."""
    late = all(owing in {ReminderKind.LATE, ReminderKind.LATE_AGAIN} for owing in owed)
    return Html("Lengkapnya: /antrian lewat" if late else "Lengkapnya: /antrian")


def to_officer(
    name: str,
    owed: Sequence[tuple[ReminderKind, Sequence[ReminderLine]]],
    terms: Terms,
    now: datetime,
    zone: ZoneInfo,
) -> Html:
    """With the name: where they cannot be reached, the group reads it."""
    return paragraphs(
        Html(f"⏰ {bold(name)}, tiket yang Anda pegang:"),
        *(_section(owing, rows, terms, now, zone, named_too=False) for owing, rows in owed),
    )


def to_supervisor(
    owed: Sequence[tuple[ReminderKind, Sequence[ReminderLine]]],
    terms: Terms,
    now: datetime,
    zone: ZoneInfo,
) -> Html:
    return paragraphs(
        bold("⏰ Untuk penyelia: sudah diingatkan, belum berubah"),
        *(_section(owing, rows, terms, now, zone, named_too=True) for owing, rows in owed),
    )


def _section(
    owing: ReminderKind,
    rows: Sequence[ReminderLine],
    terms: Terms,
    now: datetime,
    zone: ZoneInfo,
    *,
    named_too: bool,
) -> Html:
    more = len(rows) - SHOWN
    return lines(
        esc(f"{_title(owing, terms)}: {len(rows)}"),
        *(_row(each, now, zone, named_too=named_too) for each in rows[:SHOWN]),
        Html(f"… dan {more} lainnya") if more > 0 else None,
    )


def _title(owing: ReminderKind, terms: Terms) -> str:
    match owing:
        case ReminderKind.LATE:
            return "Baru lewat batas"
        case ReminderKind.LATE_AGAIN:
            return "Masih lewat batas"
        case ReminderKind.SOON:
            return "Batasnya hari ini atau hari kerja berikutnya"
        case ReminderKind.UNTOUCHED:
            return f"Belum ditangani setelah {terms.verified_days} hari kerja"
        case ReminderKind.UNANSWERED:
            return f"Pelapor menunggu jawaban lebih dari {terms.answered_hours} jam"
        case ReminderKind.LONG_UNANSWERED:
            return f"Pelapor menunggu jawaban lebih dari {terms.answered_days} hari kerja"


def _row(each: ReminderLine, now: datetime, zone: ZoneInfo, *, named_too: bool) -> Html:
    standing = DeadlineState.LATE if each.clock.is_late(now) else DeadlineState.IN_TIME
    due = deadline.in_list(each.clock, standing, now, zone)
    who = f" – {cut(each.officer or 'belum diambil', 40)}" if named_too else ""
    return Html(f"• {named(each.number, each.card)} – {due}{esc(who)}")
