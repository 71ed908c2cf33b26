"""A reporter's own tickets, and what we know of the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.deadline import TicketClock
from bot.rules.ticket import ENDED_STATES, Kind, Number, Status
from bot.words import dates, deadline, labels
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, moment, paragraphs, quote
from bot.words.ticket import (
    DEED_TO_REPORTER,
    OF_THE_DESK,
    SIGN,
    STATUS,
    STATUS_TO_REPORTER,
    Happening,
    earlier,
    happened,
)

EVENTS_SHOWN = 8

STILL_AWAITED = (Status.RESOLVED, Status.MERGED)  # ended, and something comes all the same


def no_tickets() -> Html:
    return Html("Anda belum punya tiket. Untuk membuat laporan: /lapor")


def ticket_list(states: Sequence[State]) -> Html:
    """Each with its state, what happened last, and what comes next by when."""
    return paragraphs(bold("Laporan Anda"), *map(_listed, states))


def _listed(state: State) -> Html:
    last = state.last
    return lines(
        Html(
            f"{SIGN[state.status]} {bold(str(state.number))} – {STATUS_TO_REPORTER[state.status]}"
        ),
        esc(cut(state.story, 80)) if state.story else None,
        esc(f"Terakhir: {dates.short(last.at, state.zone)} – {DEED_TO_REPORTER[last.deed]}")
        if last is not None
        else None,
        _next_if_any(state),
    )


def ticket_page(state: State, *, kind: Kind, category: str, history: Sequence[Happening]) -> Html:
    """The reporter's view: internal notes are not for them."""
    seen = [event for event in history if event.deed not in OF_THE_DESK]
    return paragraphs(
        Html(f"{SIGN[state.status]} {bold(str(state.number))} – {esc(labels.KINDS[kind])}"),
        lines(
            esc(f"Status: {STATUS_TO_REPORTER[state.status]}"),
            esc(f"Tentang: {category}"),
            Html(f"Masuk: {moment(dates.short(state.received, state.zone), state.received)}"),
            esc(f"Petugas: {state.officer}") if state.officer else None,
            _next_if_any(state),
        ),
        quote(cut(" ".join(state.story.split()), 600)) if state.story else _expired(),
        bold("Riwayat"),
        lines(
            earlier(len(seen) - EVENTS_SHOWN),
            *(_happened(event, state.zone) for event in seen[-EVENTS_SHOWN:]),
        ),
    )


@dataclass(frozen=True)
class State:
    """How a report stands, for whoever asks for news."""

    number: Number
    status: Status
    story: str
    last: Happening | None
    officer: str | None
    received: datetime
    clock: TicketClock
    now: datetime
    zone: ZoneInfo
    deferred_until: datetime | None = None


def news(states: Sequence[State]) -> Html:
    """State, next step and date of each."""
    return paragraphs(*map(_state, states))


def _state(state: State) -> Html:
    return lines(
        Html(
            f"{SIGN[state.status]} {bold(str(state.number))} – {STATUS_TO_REPORTER[state.status]}"
        ),
        esc(f"Masuk: {dates.short(state.received, state.zone)}"),
        esc(f"Berikutnya: {_next(state)}"),
    )


def _next_if_any(state: State) -> Html | None:
    ended = state.status in ENDED_STATES and state.status not in STILL_AWAITED
    return None if ended else esc(f"Berikutnya: {_next(state)}")


def _next(state: State) -> str:
    who = state.officer or "petugas"
    target = deadline.to_reporter(state.clock, state.now, state.zone)
    match state.status:
        case Status.OPEN | Status.VERIFIED:
            return f"petugas mengambil laporan Anda. {target}"
        case Status.TAKEN:
            return f"{who} menyelesaikannya dan mengabari Anda di sini. {target}"
        case Status.WAITING:
            return f"{who} menunggu jawaban Anda. Tekan Tambah keterangan, lalu tulis."
        case Status.DEFERRED:
            until = state.deferred_until
            when = f" {dates.long_date(until, state.zone)}" if until else ""
            return f"{who} melanjutkannya{when} dan mengabari Anda di sini."
        case Status.MERGED:
            return "Anda dikabari di sini bersama laporan lain yang sama."
        case Status.RESOLVED | Status.CLOSED | Status.LAPSED:
            return "Anda menekan Ya, selesai atau Belum selesai."
        case Status.SILENT | Status.OUT_OF_SCOPE | Status.WITHDRAWN:
            return "tidak ada. Bila masih perlu, buka lagi lewat tombol di bawah."


def share(
    *,
    number: Number,
    kind: Kind,
    category: str,
    status: Status,
    clock: TicketClock,
    zone: ZoneInfo,
    username: str,
) -> Html:
    """To be forwarded to a colleague: how it stands, and nothing of what was told."""
    return lines(
        Html(f"{SIGN[status]} {bold(str(number))} – {esc(labels.KINDS[kind])}"),
        esc(f"Tentang: {category}"),
        esc(f"Status: {STATUS[status]}"),
        None
        if status in ENDED_STATES
        else esc(f"Target selesai: {deadline.until(clock.due_at, zone)}"),
        esc(f"Dilaporkan lewat @{username}, bantuan e-Kinerja BKPSDM Balangan."),
    )


def share_toast() -> str:
    return "Teruskan pesan di bawah ini ke rekan Anda. Isi laporan tidak ikut."


def which_one(states: Sequence[State]) -> Html:
    """Of several reports: which do the words belong to?"""
    return paragraphs(bold("Tentang laporan yang mana?"), *map(_named, states))


def _named(state: State) -> Html:
    number = Html(f"{SIGN[state.status]} {bold(str(state.number))}")
    return lines(number, esc(cut(state.story, 80)) if state.story else None)


def withdraw_which(rows: Sequence[tuple[Number, Status, str]]) -> Html:
    return paragraphs(
        Html("Ingin menarik laporan ini? Satu tekan, dan tiketnya ditutup."),
        *(
            lines(Html(f"{SIGN[status]} {bold(str(number))}"), esc(cut(story, 80)))
            for number, status, story in rows
        ),
    )


def withdrawn_already_toast() -> str:
    return "Laporan itu sudah Anda tarik."


def passed_on_toast() -> str:
    return "Diteruskan ke petugas."


def goes_on(numbers: Sequence[Number]) -> Html:
    """To somebody who does not withdraw it after all."""
    named = ", ".join(str(number) for number in numbers)
    return Html(f"Baik, laporan tetap berjalan: {bold(named)}.")


def nothing_open() -> Html:
    return Html("Tidak ada laporan Anda yang masih terbuka, jadi tidak ada yang perlu ditarik.")


def _expired() -> Html:
    return Html("<i>Isinya sudah dihapus karena masa simpannya habis.</i>")


def _happened(event: Happening, zone: ZoneInfo) -> Html:
    return happened(event, zone, most=160, names=DEED_TO_REPORTER, by=False)


def profile(*, name: str, office: str | None) -> Html:
    return paragraphs(
        bold("Profil Anda"),
        lines(esc(f"Nama: {name}"), esc(f"Kantor: {office or 'belum diisi'}")),
        Html("Nama kantor membantu petugas mengenali laporan Anda."),
    )


def ask_office() -> Html:
    return Html("Tulis nama kantor atau unit kerja Anda. Untuk berhenti: /batal")


def which_office(page: int, pages: int) -> Html:
    return lines(
        bold("Dari kantor mana Anda?"), esc(f"Halaman {page} dari {pages}") if pages > 1 else None
    )


def office_skipped() -> Html:
    return Html("Baik, dilewati. Bila ingin mengisinya nanti: /profil")


def office_skipped_toast() -> str:
    return "Baik, dilewati. Bisa diisi nanti lewat /profil."


def office_later() -> Html:
    return lines(
        Html("Laporan Anda sedang ditulis dan tetap tersimpan."),
        Html("Kirim dulu laporan itu (atau /batal), lalu isi nama kantor lewat /profil."),
    )


def office_kept(office: str, *, or_else: bool = False) -> Html:
    """`or_else`: offices that are called nearly so are offered below."""
    return lines(
        Html(f"Terima kasih. Kantor Anda: {bold(office)}."),
        Html("Atau maksudnya salah satu ini?") if or_else else None,
    )


def office_unclear(*, most: int) -> Html:
    return esc(f"Mohon tulis nama kantor dengan kata-kata, paling banyak {most} huruf.")
