"""The calendar of reminders that go out as announcements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.words import dates
from bot.words.announcement import REMINDER
from bot.words.fit import begins
from bot.words.html import Html, bold, esc, lines, paragraphs, quote


def calendar(rows: Sequence[tuple[int, str, str, str]]) -> Html:
    """Number, when, how often, words."""
    how = Html("Tambah: /pengingat tambah 25 Januari 2027 08.00 setiap bulan | isi")
    if not rows:
        return paragraphs(Html("Kalender pengingat masih kosong."), how)
    return paragraphs(
        bold("Kalender pengingat"),
        lines(
            *(
                esc(f"{number} · {when}, {often}: {begins(text)}")
                for number, when, often, text in rows
            )
        ),
        how,
        Html("Lihat satu: /pengingat nomor · Hapus: /pengingat hapus nomor"),
    )


def how() -> Html:
    return paragraphs(
        Html("Tulis tanggal, jam, berapa sering, lalu isinya di belakang |"),
        quote(
            "/pengingat tambah 25 Januari 2027 08.00 setiap bulan | Isi progres harian e-Kinerja"
        ),
        Html("Berapa sering: sekali, setiap minggu, setiap bulan, setiap triwulan, setiap tahun."),
    )


def past() -> Html:
    return Html("Waktu itu sudah lewat. Tulis tanggal yang akan datang.")


def other_weekday() -> Html:
    return Html("Hari dan tanggalnya tidak cocok. Periksa, lalu kirim lagi.")


def hours(opens: time, closes: time) -> Html:
    return Html(
        f"Pilih jam antara {opens:%H.%M} dan {closes:%H.%M}, supaya tidak ada yang terganggu."
    )


def full(most: int) -> Html:
    return Html(f"Kalender sudah berisi {most} pengingat. Hapus satu dulu.")


def removed(number: int) -> Html:
    return Html(f"Pengingat {number} dihapus dari kalender.")


def not_there(number: int) -> Html:
    return Html(f"Pengingat {number} tidak ada di kalender. Lihat: /pengingat")


def how_to_remove() -> Html:
    return Html("Sebut nomornya: /pengingat hapus 3. Nomornya ada di /pengingat.")


def missed(number: int, *, at: datetime, zone: ZoneInfo) -> Html:
    return Html(
        f"{bold(f'{REMINDER} {number}')} untuk {esc(dates.weekday_at(at, zone))} tidak terkirim:"
        " saat itu bot tidak berjalan. Kirim sekarang? Salin isinya ke /umumkan."
    )
