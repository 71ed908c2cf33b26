"""What waits at the desk: the queue, and the list of the morning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.ticket import Kind, Number, Status
from bot.words import dates, labels
from bot.words.fit import cut
from bot.words.html import Address, Html, bold, code, esc, italic, lines, link, paragraphs
from bot.words.ticket import SIGN


def queue_empty() -> Html:
    return Html("Tidak ada tiket terbuka. 👍")


@dataclass(frozen=True)
class QueueRow:
    number: Number
    status: Status
    kind: Kind
    story: str
    officer: str | None
    received: datetime
    late: bool
    card: Address | None  # where its card can be opened


def named(number: Number, card: Address | None) -> Html:
    """A ticket's number: a tap opens its card, or else copies the number."""
    return link(str(number), card) if card else code(str(number))


def queue(rows: Sequence[QueueRow], *, now: datetime, total: int, first: int) -> Html:
    """Open tickets, oldest first: number, state, age, whose, and how it begins."""
    last = first + len(rows) - 1
    part = f" (ke-{first} sampai {last})" if total > len(rows) else ""
    return paragraphs(bold(f"Tiket terbuka: {total}{part}"), *(_waiting(row, now) for row in rows))


def _waiting(row: QueueRow, now: datetime) -> Html:
    age = esc(dates.span(now - row.received))
    late = " – <b>LEWAT BATAS</b>" if row.late else ""
    return lines(
        Html(f"{SIGN[row.status]} {named(row.number, row.card)} – {age}{late}"),
        esc(f"{labels.KINDS[row.kind]}, {row.officer or 'belum diambil'}"),
        italic(cut(" ".join(row.story.split()), 70)) if row.story else None,
    )


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
