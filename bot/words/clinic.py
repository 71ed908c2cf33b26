"""Coaching Clinic, for those who come: the schedule, their places, and news of a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.words import dates
from bot.words.html import Html, bold, esc, lines, paragraphs


@dataclass(frozen=True)
class SessionFacts:
    """A session as it is told of."""

    number: int
    topic: str
    starts: datetime
    ends: datetime
    place: str
    trainers: str
    capacity: int
    free: int
    waiting: int


@dataclass(frozen=True)
class Mine:
    """How somebody stands in a session."""

    seated: bool
    in_line: int
    attended: bool


def when(starts: datetime, ends: datetime, zone: ZoneInfo) -> str:
    """Kamis, 3 Desember 2026, 09.00–11.00 WITA"""
    first, last = starts.astimezone(zone), ends.astimezone(zone)
    day = format_date(first.date(), "EEEE, d MMMM y", locale=dates.LOCALE)
    return f"{day}, {first:%H.%M}–{last:%H.%M} {dates.zone_name(starts, zone)}"


def short_when(starts: datetime, zone: ZoneInfo) -> str:
    """Kam, 3 Des 09.00"""
    local = starts.astimezone(zone)
    return f"{format_date(local.date(), 'EEE, d MMM', locale=dates.LOCALE)} {local:%H.%M}"


def head(shown: SessionFacts) -> Html:
    return Html(f"{bold(f'Sesi {shown.number}')} – {esc(shown.topic)}")


def _facts(shown: SessionFacts, zone: ZoneInfo) -> tuple[Html, ...]:
    return (
        esc(f"Waktu: {when(shown.starts, shown.ends, zone)}"),
        esc(f"Tempat: {shown.place}"),
        *([esc(f"Pelatih: {shown.trainers}")] if shown.trainers else []),
    )


def _free(shown: SessionFacts) -> Html:
    if shown.free:
        return esc(f"Sisa tempat: {shown.free} dari {shown.capacity}")
    return esc(f"Tempat penuh ({shown.capacity} orang), daftar tunggu: {shown.waiting}")


def _mine(mine: Mine) -> Html:
    if mine.attended:
        return Html("✅ Kehadiran Anda sudah tercatat.")
    if mine.seated:
        return Html("✅ Anda terdaftar.")
    return esc(f"⏳ Anda di daftar tunggu, urutan {mine.in_line}.")


def schedule(
    sessions: Sequence[tuple[SessionFacts, Mine | None]],
    *,
    zone: ZoneInfo,
    requests_open: int,
    been: bool,
) -> Html:
    shown = [
        lines(
            head(each),
            esc(when(each.starts, each.ends, zone)),
            esc(each.place),
            _mine(mine) if mine is not None else _free(each),
        )
        for each, mine in sessions
    ]
    return paragraphs(
        bold("Coaching Clinic"),
        *(shown or [Html("Belum ada sesi yang dibuka.")]),
        esc(f"Permintaan Anda yang belum dijawab: {requests_open}") if requests_open else None,
        Html("Sesi yang sudah Anda ikuti ada di bawah: materi dan penilaiannya.")
        if been
        else None,
        Html("Tekan sesi untuk mendaftar.")
        if shown
        else Html("Kantor Anda perlu sesi? Tekan tombol di bawah."),
    )


def session(shown: SessionFacts, mine: Mine | None, *, zone: ZoneInfo) -> Html:
    return paragraphs(
        head(shown),
        lines(*_facts(shown, zone), _free(shown)),
        _mine(mine) if mine is not None else None,
    )


def joined(shown: SessionFacts, *, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("✅ Anda terdaftar."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Saya ingatkan sehari dan satu jam sebelumnya. Tidak jadi? Tulis <i>batal ikut</i>."),
    )


def queued(shown: SessionFacts, *, place: int, zone: ZoneInfo) -> Html:
    return paragraphs(
        esc(f"⏳ Tempatnya penuh. Anda di daftar tunggu, urutan {place}."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Begitu ada tempat, Anda langsung dikabari. Tidak perlu mendaftar lagi."),
    )


def joined_already(shown: SessionFacts, mine: Mine, *, zone: ZoneInfo) -> Html:
    return paragraphs(_mine(mine), lines(head(shown), *_facts(shown, zone)))


def moved_up(shown: SessionFacts, *, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("✅ Ada tempat untuk Anda. Anda sekarang terdaftar."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Tidak bisa datang? Tulis <i>batal ikut</i>, supaya yang lain dapat tempat."),
    )


def opened_for_you(shown: SessionFacts, *, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("Sesi yang Anda minta sudah dijadwalkan."),
        lines(head(shown), *_facts(shown, zone), _free(shown)),
        Html("Tekan <b>Daftar</b> untuk ikut."),
    )


def left(shown: SessionFacts) -> Html:
    return lines(
        Html(f"Pendaftaran Anda untuk {head(shown)} dibatalkan."),
        Html("Berubah pikiran? /jadwal"),
    )


def not_joined() -> Html:
    return Html("Anda tidak sedang terdaftar di sesi mana pun. Sesi yang ada: /jadwal")


def not_in_it() -> Html:
    return Html("Anda tidak terdaftar di sesi itu. Sesi Anda dan yang lain: /jadwal")


def over(shown: SessionFacts) -> Html:
    return Html(f"{head(shown)} sudah selesai. Hadir tetapi belum tercatat? Beri tahu petugas.")


def attended_stays() -> Html:
    return Html("Kehadiran Anda sudah tercatat, jadi tidak bisa dibatalkan lagi.")


def join_which() -> Html:
    return Html("Ingin ikut sesi yang mana?")


def leave_which() -> Html:
    return Html("Tidak jadi ikut sesi yang mana?")


def no_session() -> Html:
    return Html("Sesi itu tidak ada atau tidak dibuka lagi. Sesi yang ada: /jadwal")


def begun_already(shown: SessionFacts) -> Html:
    return lines(
        Html(f"{head(shown)} sudah dimulai, pendaftarannya ditutup."),
        Html("Sudah di tempatnya? Tulis kode hadir yang ditampilkan di ruangan."),
    )


def changed(shown: SessionFacts, *, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("🔄 Ada perubahan pada sesi Coaching Clinic Anda."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Tidak bisa ikut? Tulis <i>batal ikut</i>."),
    )


def called_off(shown: SessionFacts, *, reason: str, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("❌ Sesi ini dibatalkan. Mohon maaf."),
        lines(head(shown), esc(when(shown.starts, shown.ends, zone))),
        esc(f"Alasan: {reason}") if reason else None,
        Html("Sesi lain: /jadwal"),
    )


def remind_day(shown: SessionFacts, *, today: bool, zone: ZoneInfo) -> Html:
    day = "Hari ini" if today else "Besok"
    return paragraphs(
        esc(f"⏰ {day} ada Coaching Clinic."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Tidak bisa datang? Tulis <i>batal ikut</i>, supaya yang lain dapat tempat."),
    )


def remind_hour(shown: SessionFacts, *, left: timedelta, zone: ZoneInfo) -> Html:
    return paragraphs(
        esc(f"⏰ Coaching Clinic dimulai {dates.duration(left)} lagi."),
        lines(head(shown), *_facts(shown, zone)),
        Html("Di ruangan, kirim kode hadir yang ditampilkan petugas."),
    )


def no_place(
    shown: SessionFacts, *, begun: bool, later: SessionFacts | None, zone: ZoneInfo
) -> Html:
    """To whoever still waits."""
    hope = None if begun else Html("Kalau masih ada yang batal, Anda langsung dikabari.")
    return paragraphs(
        Html(
            "Mohon maaf, belum ada tempat kosong untuk Anda di sesi ini."
            if not begun
            else "Mohon maaf, sesi ini sudah dimulai dan tempatnya tetap penuh."
        ),
        lines(head(shown), esc(when(shown.starts, shown.ends, zone)), hope),
        lines(Html("Sesi berikutnya:"), head(later), *_facts(later, zone), _free(later))
        if later is not None
        else Html("Sesi berikutnya belum ada. Kantor Anda boleh meminta satu."),
    )


def calendar_caption() -> str:
    """Plain text."""
    return "Buka berkas ini untuk menyimpannya ke kalender Anda."


def calendar_changed() -> str:
    return "Buka berkas ini agar sesi di kalender Anda ikut berubah."


def calendar_gone() -> str:
    return "Buka berkas ini untuk menghapus sesi itu dari kalender Anda."


def stopped() -> Html:
    return Html("Baik, yang tentang Coaching Clinic tadi dihentikan.")
