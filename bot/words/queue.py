"""What waits at the desk: the queue, and the list of the morning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.deadline import DeadlineState, TicketClock
from bot.rules.queue_view import View
from bot.rules.ticket import Kind, Number, Status
from bot.words import deadline, labels
from bot.words.fit import cut
from bot.words.html import Address, Html, bold, code, esc, italic, lines, link, paragraphs
from bot.words.ticket import SIGN

NO_OFFICE = "Kantor belum diisi"
_TITLES = {
    View.ALL: "Tiket terbuka",
    View.MINE: "Tiket {of}",
    View.UNTAKEN: "Belum diambil",
    View.LATE: "Lewat batas",
    View.SOON: "Batasnya hari ini atau hari kerja berikutnya",
    View.WAITING: "Menunggu jawaban pelapor",
    View.DEFERRED: "Ditunda sampai suatu tanggal",
    View.CATEGORY: "Tentang {of}",
    View.OFFICE: "Dari {of}",
}


def queue_empty() -> Html:
    return Html("Tidak ada tiket terbuka. 👍")


@dataclass(frozen=True)
class QueueRow:
    number: Number
    status: Status
    kind: Kind
    story: str
    reporter: str | None  # None: erased
    office: str | None
    officer: str | None
    clock: TicketClock
    standing: DeadlineState
    card: Address | None  # where its card can be opened


def named(number: Number, card: Address | None) -> Html:
    """A ticket's number: a tap opens its card, or else copies the number."""
    return link(str(number), card) if card else code(str(number))


def _title(view: View, of: str | None) -> str:
    return _TITLES[view].format(of=" ".join((of or NO_OFFICE).split()))


def no_such_part() -> Html:
    return Html(
        "Bagian itu tidak saya kenal, jadi ini semuanya. Yang bisa ditulis di belakang /antrian:"
        " saya, belum, lewat, hampir, menunggu, ditunda, sebuah kategori, atau nama kantor."
    )


def choices(view: View) -> Html:
    return Html("Kategori yang mana?" if view is View.CATEGORY else "Kantor yang mana?")


def queue(
    rows: Sequence[QueueRow],
    *,
    view: View,
    office: str | None,
    total: int,
    first: int,
    now: datetime,
    zone: ZoneInfo,
) -> Html:
    """What is due first in front: until when, whose, from whom, and how it begins.

    `office`: or the category or the officer whose tickets they are, by the view.
    """
    last = first + len(rows) - 1
    part = f" (ke-{first} sampai {last})" if total > len(rows) else ""
    return paragraphs(
        bold(f"{_title(view, office)}: {total}{part}"), *(_waiting(row, now, zone) for row in rows)
    )


def _waiting(row: QueueRow, now: datetime, zone: ZoneInfo) -> Html:
    office = f", {cut(row.office, 80)}" if row.office else ""
    reporter = f"{cut(row.reporter, 64)}{office}" if row.reporter is not None else None
    return lines(
        Html(f"{SIGN[row.status]} {named(row.number, row.card)} – {due(row, now, zone)}"),
        esc(" · ".join(filter(None, (reporter, labels.KINDS[row.kind])))),
        esc(f"Petugas: {row.officer}") if row.officer else Html("Belum diambil"),
        italic(cut(" ".join(row.story.split()), 70)) if row.story else None,
    )


def due(row: QueueRow, now: datetime, zone: ZoneInfo) -> Html:
    return deadline.in_list(row.clock, row.standing, now, zone)


def morning(
    *, open_: int, untaken: int, overdue: int, oldest: Sequence[tuple[Number, Address | None, str]]
) -> Html:
    """`oldest`: number, where its card can be opened, and age."""
    return paragraphs(
        bold("Tiket yang menunggu:"),
        lines(
            Html(f"Terbuka: {bold(str(open_))}"),
            Html(f"Belum diambil: {bold(str(untaken))}"),
            Html(f"Lewat batas: {bold(str(overdue))}"),
        ),
        lines(*(Html(f"• {named(number, card)} – {esc(age)}") for number, card, age in oldest)),
        Html("Lengkapnya: /antrian"),
    )
