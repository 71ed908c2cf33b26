"""The card by which the desk writes an announcement, approves it and follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.rules.announcement import Audience, NewsStatus, Rhythm
from bot.words import dates
from bot.words.announcement import EVERY, NAME, REMINDER, STATES
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, italic, lines, paragraphs

SOMEBODY = "petugas"


@dataclass(frozen=True)
class Progress:
    people: int
    sent: int
    lost: int
    failed: int
    off: int
    left: int


@dataclass(frozen=True)
class Card:
    """One as the desk sees it."""

    number: int
    status: NewsStatus
    writer: str
    approver: str
    stopper: str
    audience: Audience | None
    chosen: tuple[str, ...]
    people: int | None
    off: int
    lost: int
    progress: Progress | None
    every: Rhythm | None
    first_at: datetime | None
    next_at: datetime | None
    pauses_until: str  # what it waits for, where it does
    zone: ZoneInfo


def card(shown: Card) -> Html:
    name = NAME if shown.every is None else REMINDER
    return paragraphs(
        bold(f"{name} {shown.number} · {STATES[shown.status]}"),
        lines(
            esc(f"Penulis: {shown.writer}"),
            esc(f"Disetujui: {shown.approver}") if shown.approver else None,
            esc(f"Dihentikan: {shown.stopper}") if shown.stopper else None,
            _schedule(shown),
            esc(f"Penerima: {_audience(shown.audience, shown.chosen)}"),
            _counted(shown),
        ),
        _progress(shown.progress) if shown.progress else None,
        esc(shown.pauses_until) if shown.pauses_until else None,
        _how(shown),
    )


def _schedule(shown: Card) -> Html | None:
    if shown.every is None or shown.first_at is None:
        return None
    at = shown.next_at or shown.first_at
    when = f"{dates.long_date(at, shown.zone)} {dates.clock(at, shown.zone)}"
    return esc(f"Berikutnya: {when}, {EVERY[shown.every]}")


def _audience(whom: Audience | None, chosen: Sequence[str]) -> str:
    listed = cut("; ".join(chosen), 600)
    match whom:
        case None:
            return "belum dipilih"
        case Audience.ALL:
            return "semua orang"
        case Audience.OFFICES:
            return f"kantor {listed}" if chosen else "kantor (belum dipilih)"
        case Audience.CLINIC:
            return f"peserta Coaching Clinic{': ' + listed if chosen else ''}"
        case Audience.CATEGORY:
            return f"laporan terbuka {listed}" if chosen else "laporan terbuka (belum dipilih)"


def _counted(shown: Card) -> Html | None:
    if shown.people is None or shown.progress is not None:
        return None
    without = [
        f"{shown.off} tidak mau pengumuman" if shown.off else "",
        f"{shown.lost} tidak terjangkau" if shown.lost else "",
    ]
    listed = ", ".join(each for each in without if each)
    return Html(
        f"Jumlah: {bold(f'{shown.people} orang')}" + (f" (di luar {listed})" * bool(listed))
    )


def _progress(so_far: Progress) -> Html:
    parts = [
        f"tidak terjangkau {so_far.lost}" if so_far.lost else "",
        f"ditolak Telegram {so_far.failed}" if so_far.failed else "",
        f"tidak mau pengumuman {so_far.off}" if so_far.off else "",
        f"belum {so_far.left}" if so_far.left else "",
    ]
    listed = " · ".join(each for each in parts if each)
    return lines(
        Html(f"Terkirim: {bold(f'{so_far.sent} dari {so_far.people}')}"),
        esc(listed) if listed else None,
    )


def _how(shown: Card) -> Html | None:
    match shown.status:
        case NewsStatus.DRAFT:
            return italic("Ubah isi: balas pesan ini. Lalu pilih penerima dan tekan Ajukan.")
        case NewsStatus.PROPOSED:
            return italic("Petugas lain atau penyelia: periksa contohnya, lalu Setujui.")
        case _:
            return None


def waits(opens: time) -> str:
    return f"Dilanjutkan besok pagi, mulai pukul {opens:%H.%M}."


def waits_today(opens: time) -> str:
    return f"Dikirim mulai pukul {opens:%H.%M}."
