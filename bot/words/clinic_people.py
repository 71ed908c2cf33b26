"""Who comes to a session of Coaching Clinic, at the desk: the list, guests, the code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.words import dates
from bot.words.clinic_desk import SESSION, mark
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, paragraphs


def attendees(
    number: int,
    rows: Sequence[tuple[str, str, str]],
    *,
    pages: str,
    attended: int,
    seated: int,
) -> Html:
    """Each with name, office and sign."""
    listed = [
        esc(f"{sign} {cut(name, 64)}" + (f", {cut(office, 80)}" if office else ""))
        for name, office, sign in rows
    ]
    return paragraphs(
        mark(SESSION, number),
        esc(f"Terdaftar {seated}, hadir {attended}{pages}"),
        lines(*listed) if listed else Html("Belum ada yang mendaftar."),
        Html("Tekan nama untuk mencatat hadir; sekali lagi untuk menghapus tandanya.")
        if listed
        else None,
    )


def present_toast() -> str:
    return "Tercatat hadir."


def absent_toast() -> str:
    return "Tanda hadir dihapus."


def present_already_toast() -> str:
    return "Sudah dicatat tadi; sekarang satu nama."


def too_early_toast(*, minutes: int) -> str:
    return f"Sesi belum dimulai; kehadiran dicatat mulai {minutes} menit sebelumnya."


def too_early(number: int, *, minutes: int) -> Html:
    return lines(mark(SESSION, number), esc(too_early_toast(minutes=minutes)))


def guest_noted(number: int, *, name: str, office: str, tail: str = "") -> Html:
    """Of a NIP only its end."""
    return lines(mark(SESSION, number), esc(f"Hadir: {_called(name, office, tail)}"))


def guest_already(number: int, *, name: str, office: str) -> Html:
    return lines(
        mark(SESSION, number),
        esc(f"Sudah dicatat: {_called(name, office)}"),
        Html("Orang lain yang nama dan kantornya sama? Bedakan namanya, misalnya dengan jabatan."),
    )


def _called(name: str, office: str, tail: str = "") -> str:
    return ", ".join(each for each in (name, f"NIP {tail}" if tail else "", office) if each)


def guest_wanted(number: int) -> Html:
    return lines(
        mark(SESSION, number),
        Html("Tulis namanya: <i>/clinic hadir 12 Nama, Kantor</i>. NIP boleh ikut."),
    )


def code(number: int, *, topic: str, code: str, zone: ZoneInfo, until: datetime) -> Html:
    return lines(
        mark(SESSION, number),
        esc(cut(topic, 200)),
        Html(f"Kode hadir: {bold(code)}"),
        esc(f"Berlaku sampai {dates.stamp(until, zone)}. Tampilkan gambar ini di ruangan."),
    )
