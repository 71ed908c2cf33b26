"""What is said around the papers that are handed in."""

from __future__ import annotations

from datetime import date

from bot.words import dates
from bot.words.figures import number
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


def reach_caption(
    first: date, last: date, *, people: int, offices: int, silent: int | None
) -> Html:
    """`silent`: offices nobody of whom was served; None without a personnel list."""
    return lines(
        bold(f"Jangkauan {dates.days(first, last)}"),
        esc(f"{number(people)} orang dilayani, dari {number(offices)} kantor."),
        esc(
            "Data pegawai belum ada: hanya hitungan, tanpa pembanding."
            if silent is None
            else f"{number(silent)} kantor dalam data pegawai belum seorang pun dilayani."
        ),
    )


def reach_rows_caption(first: date, last: date) -> Html:
    return lines(
        bold(f"Baris jangkauan {dates.days(first, last)}"),
        esc(
            "Dari baris-baris inilah jangkauan dihitung. Orang hanya bernomor urut, tanpa nama;"
            " laporan yang pelapornya dirahasiakan bernomor sendiri-sendiri."
        ),
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
