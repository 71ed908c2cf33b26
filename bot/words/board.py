"""The pinned board of the helpdesk group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.deadline import DeadlineState, TicketClock
from bot.rules.ticket import Number
from bot.words import dates, deadline
from bot.words.fit import cut
from bot.words.html import Address, Html, bold, esc, lines, paragraphs
from bot.words.queue import named


@dataclass(frozen=True)
class Urgent:
    number: Number
    card: Address | None
    officer: str | None
    clock: TicketClock
    standing: DeadlineState


@dataclass(frozen=True)
class Seen:
    untaken: int
    taken: int
    waiting: int
    deferred: int
    late: int
    urgent: tuple[Urgent, ...]


def body(seen: Seen, zone: ZoneInfo) -> Html:
    """All but the hour, which alone is no change."""
    rows = seen.urgent
    return paragraphs(
        lines(
            Html(f"Baru: {bold(str(seen.untaken))} · Diproses: {bold(str(seen.taken))}"),
            Html(f"Menunggu pelapor: {bold(str(seen.waiting))} · Ditunda: {seen.deferred}"),
            Html(f"Lewat batas: {bold(str(seen.late))}"),
        ),
        lines(Html("Paling mendesak:"), *_rows(rows, zone)) if rows else _nothing(),
        Html("Lengkapnya: /antrian"),
    )


def board(body: Html, *, at: datetime, zone: ZoneInfo) -> Html:
    return paragraphs(esc(f"📌 Papan tiket – {dates.stamp(at, zone)}"), body)


def _nothing() -> Html:
    return Html("Tidak ada yang harus dikerjakan sekarang. 👍")


def _rows(rows: Sequence[Urgent], zone: ZoneInfo) -> list[Html]:
    return [
        Html(
            f"{place}. {named(row.number, row.card)} – {_due(row, zone)}"
            f" – {esc(cut(row.officer or 'belum diambil', 40))}"
        )
        for place, row in enumerate(rows, 1)
    ]


def _due(row: Urgent, zone: ZoneInfo) -> Html:
    until = deadline.short_until(row.clock.due_at, zone)
    if row.standing is DeadlineState.LATE:
        return bold(f"LEWAT (batas {until})")
    return bold(f"batas {until}") if row.standing is DeadlineState.SOON else esc(f"batas {until}")
