"""An officer's own digest, and how often it comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.deadline import DeadlineState, TicketClock
from bot.rules.digest import Digest
from bot.rules.ticket import Number
from bot.words import dates, deadline
from bot.words.fit import cut
from bot.words.html import Address, Html, bold, esc, lines, paragraphs
from bot.words.queue import named

OFTEN = {
    Digest.DAILY: "setiap hari kerja pagi",
    Digest.WEEKLY: "setiap awal pekan",
    None: "tidak dikirim",
}


def choice(name: str, often: Digest | None) -> Html:
    return lines(
        Html(f"Ringkasan pribadi {bold(name)}: {OFTEN[often]}."),
        Html("Isinya tiket yang Anda pegang, lewat pesan pribadi dari bot."),
    )


def chosen(name: str, often: Digest | None) -> Html:
    if often is None:
        return Html(f"Baik, ringkasan pribadi {bold(name)} berhenti.")
    return lines(
        Html(f"Baik, ringkasan pribadi {bold(name)} dikirim {OFTEN[often]}."),
        Html("Belum pernah menulis ke bot secara pribadi? Buka obrolannya dan tekan Mulai."),
    )


@dataclass(frozen=True)
class HeldTicket:
    number: Number
    card: Address | None
    story: str
    clock: TicketClock
    standing: DeadlineState


@dataclass(frozen=True)
class InHand:
    open: int
    late: int
    soon: int
    paused: int
    untaken: int
    """Of all at the desk."""
    first: tuple[HeldTicket, ...]


def digest(seen: InHand, *, now: datetime, zone: ZoneInfo) -> Html:
    today = dates.weekday_date(now.astimezone(zone).date())
    return paragraphs(
        esc(f"🗒 Ringkasan Anda, {today}"),
        lines(
            Html(f"Anda pegang: {bold(str(seen.open))}, lewat batas {bold(str(seen.late))}"),
            Html(f"Hampir lewat: {seen.soon} · menunggu atau ditunda: {seen.paused}"),
            Html(f"Belum diambil siapa pun: {seen.untaken}"),
        ),
        lines(*_rows(seen.first, now, zone)),
        Html("Ubah atau hentikan di grup: /ringkasan"),
    )


def _rows(rows: Sequence[HeldTicket], now: datetime, zone: ZoneInfo) -> list[Html]:
    return [
        Html(
            f"• {named(row.number, row.card)} –"
            f" {deadline.in_list(row.clock, row.standing, now, zone)} –"
            f" {esc(cut(' '.join(row.story.split()), 60))}"
        )
        for row in rows
    ]
