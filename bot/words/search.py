"""/cari: tickets found by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.ticket import SETTLED_STATES
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, italic, lines, paragraphs
from bot.words.queue import QueueRow, due, named
from bot.words.ticket import SIGN, STATUS

SOUGHT = "Cari: "
"""Begins the first line of a page; what was looked for follows, by which it is turned over."""
MOST_SOUGHT = 120  # UTF-16 units of it
MANY = 100
"""No further than this they are counted."""


@dataclass(frozen=True)
class ResultsPage:
    found: Sequence[QueueRow]
    first: int
    total: int
    loosely: bool
    """Nothing was found by these words as they stand."""


def how_to() -> Html:
    return lines(
        Html("Tulis yang dicari di belakang perintahnya, misalnya:"),
        Html("<code>/cari server mati</code>"),
        Html("Nomor tiket, nama pelapor, kantor, atau kata dalam laporan dan jawaban."),
    )


def nothing_found(sought: str) -> Html:
    return lines(
        bold(f"{SOUGHT}{cut(sought, MOST_SOUGHT)}"),
        Html("Tidak ada tiket dengan kata-kata itu. Coba lebih sedikit kata."),
    )


def found(sought: str, page: ResultsPage, *, now: datetime, zone: ZoneInfo) -> Html:
    """Newest first."""
    last = page.first + len(page.found) - 1
    total = f"lebih dari {MANY} tiket" if page.total > MANY else f"{page.total} tiket"
    part = f" (ke-{page.first} sampai {last})" if page.total > len(page.found) else ""
    return paragraphs(
        lines(
            bold(f"{SOUGHT}{cut(sought, MOST_SOUGHT)}"),
            esc(f"{total}{part}, yang terbaru dahulu"),
            italic("Tidak ada yang persis; ini yang mirip.") if page.loosely else None,
        ),
        *(_row(row, now, zone) for row in page.found),
    )


def _row(row: QueueRow, now: datetime, zone: ZoneInfo) -> Html:
    state = esc(STATUS[row.status]) if row.status in SETTLED_STATES else due(row, now, zone)
    office = f", {cut(row.office, 80)}" if row.office else ""
    return lines(
        Html(f"{SIGN[row.status]} {named(row.number, row.card)} – {state}"),
        esc(f"{cut(row.reporter, 64)}{office}") if row.reporter is not None else None,
        esc(f"Petugas: {row.officer}") if row.officer else None,
        italic(cut(" ".join(row.story.split()), 70)) if row.story else None,
    )
