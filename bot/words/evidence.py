"""What is said around the papers that are handed in."""

from __future__ import annotations

from datetime import date

from bot.words import dates
from bot.words.html import Html, bold, esc, lines


def choose(first: date, last: date) -> Html:
    return lines(
        bold(f"Bukti dukung {dates.days(first, last)}"),
        esc("Pilih bentuknya. PDF dan Word siap ditandatangani; Excel memuat rumusnya."),
    )


def making_toast() -> str:
    return "Sebentar, berkasnya sedang dibuat."


def making(first: date, last: date, form: str) -> Html:
    return esc(
        f"{form} untuk {dates.days(first, last)} sedang dibuat dan akan dikirim ke sini."
        " Jika tiketnya banyak, ini memakan waktu sampai satu menit."
    )


def caption(first: date, last: date, *, formula: str, closed: bool) -> Html:
    kept = "Periode ini sudah ditutup; isinya tidak berubah lagi." if closed else None
    return lines(
        bold(f"Rekap pengaduan {dates.days(first, last)}"),
        esc(formula),
        esc(kept) if kept else None,
    )


def samples_caption(first: date, last: date) -> Html:
    return bold(f"Contoh penanganan pengaduan {dates.days(first, last)}")


def proofs_caption(first: date, last: date) -> Html:
    return bold(f"Bukti lain dan lembar PEKPPP F-02, {dates.days(first, last)}")


def lapor_caption(first: date, last: date) -> Html:
    return lines(
        bold(f"Daftar untuk SP4N-LAPOR!, {dates.days(first, last)}"),
        esc("Judul dan uraian diisi dari tiketnya; nomor LAPOR! diisi setelah didaftarkan."),
    )


def page_caption(days: str) -> Html:
    return bold(f"Halaman untuk dicetak: {days}")


def charts_caption(first: date, last: date) -> Html:
    return bold(f"Grafik pengaduan {dates.days(first, last)}")


def too_large() -> Html:
    return esc(
        "Berkasnya melebihi batas Telegram (50 MB). Pilih waktu yang lebih pendek,"
        " atau minta pengelola bot membuatnya di komputernya."
    )
