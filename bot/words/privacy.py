"""What becomes of people's data: the notice, and being forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.ticket import Number
from bot.words import dates
from bot.words.html import Html, bold, esc, lines, paragraphs

YEAR = 365
MOST_NAMED = 10


def period(days: int) -> str:
    """180 hari, 2 tahun."""
    return f"{days // YEAR} tahun" if days % YEAR == 0 else f"{days} hari"


def within(length: timedelta) -> str:
    """3×24 jam, as the law writes it."""
    hours = length // timedelta(hours=1)
    return f"{hours // 24}×24 jam" if hours % 24 == 0 else f"{hours} jam"


def notice(
    *, question_days: int, ticket_days: int, backup_days: int, erase_within: timedelta
) -> Html:
    """Five lines at first contact; the periods are those that the clock keeps."""
    backups = f"; cadangan {period(backup_days)}" if backup_days else ""
    return lines(
        bold("Data Anda (UU 27/2022)"),
        Html(
            "• Disimpan untuk melayani Anda: nama Telegram, kantor, laporan, pertanyaan, dan NIP"
            " bila Anda hubungkan."
        ),
        Html("• Dibaca petugas helpdesk; pimpinan hanya melihat angka. Jalurnya Telegram."),
        esc(
            f"• Lamanya: pertanyaan {period(question_days)}; laporan {period(ticket_days)} sesudah"
            f" kejadian terakhir{backups}."
        ),
        esc(f"• Lihat: /data_saya. Minta dihapus: /hapus_data (maks. {within(erase_within)})."),
        Html("• Jangan kirim kata sandi, PIN, atau kode OTP."),
    )


def ask_erasure(
    *, open_tickets: Sequence[Number], erase_within: timedelta, backup_days: int
) -> Html:
    """Before anybody asks for it: what goes, what stays, and what it costs them."""
    return paragraphs(
        bold("Minta data dihapus?"),
        Html(
            "<b>Dihapus selamanya:</b> nama, kantor, pertanyaan Anda, isi laporan, percakapan dan"
            " lampirannya, juga di grup petugas. Hanya pesan yang diketik petugas sendiri di grup"
            " harus dihapus petugas."
        ),
        Html(
            "<b>Tetap ada tanpa nama dan isi:</b> nomor, jenis, waktu, dan status laporan, untuk"
            " statistik. Yang ditulis orang lain dalam laporannya sendiri juga tetap."
        ),
        _still_open(open_tickets),
        esc(
            f"Admin memeriksa lalu menghapusnya paling lama {within(erase_within)}."
            " Sampai saat itu Anda masih bisa membatalkan."
        ),
        esc(f"Cadangan lama habis sendiri dalam {period(backup_days)}.") if backup_days else None,
    )


def _still_open(numbers: Sequence[Number]) -> Html | None:
    if not numbers:
        return None
    more = f" dan {len(numbers) - MOST_NAMED} lainnya" if len(numbers) > MOST_NAMED else ""
    named = ", ".join(str(number) for number in numbers[:MOST_NAMED])
    return lines(
        esc(f"⚠️ Masih berjalan: {named}{more}."),
        Html("Isinya ikut terhapus, jadi petugas tidak bisa lagi menjawab Anda."),
        Html("Bila masih perlu jawaban, tunggu dulu sampai selesai."),
    )


def erasure_noted(*, due: datetime, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html("Permintaan hapus data Anda sudah dicatat."),
        esc(f"Paling lambat dikerjakan: {dates.stamp(due, zone)}."),
        Html("Anda akan mendapat satu pesan sesudahnya."),
    )


def erasure_noted_before(*, asked: datetime, due: datetime, zone: ZoneInfo) -> Html:
    return paragraphs(
        esc(f"Permintaan Anda sudah kami catat pada {dates.short(asked, zone)}."),
        esc(f"Paling lambat dikerjakan: {dates.stamp(due, zone)}. Tidak perlu mengulang."),
    )


def erasure_under_way() -> Html:
    return Html("Data Anda sedang dihapus. Sebentar lagi selesai.")


def erasure_cancelled() -> Html:
    return Html("Permintaan hapus data dibatalkan. Data Anda tetap tersimpan.")


def erasure_cancelled_before() -> Html:
    return Html("Tidak ada permintaan hapus data yang menunggu.")


def erasure_perhaps_taken_back() -> Html:
    return lines(
        Html("Permintaan hapus data Anda masih menunggu."),
        Html("Ingin membatalkannya? Tekan tombol di bawah."),
    )


def erasure_or_report(numbers: Sequence[Number]) -> Html:
    """To a bare "batal": besides the request there may be reports that are open."""
    if not numbers:
        return erasure_perhaps_taken_back()
    return lines(
        Html("Apa yang ingin Anda batalkan: permintaan hapus data, atau laporan?"),
        Html("Tekan salah satu tombol di bawah. Sebelum itu keduanya tetap berjalan."),
    )


def erasure_too_often() -> Html:
    return Html(
        "Permintaan hapus data sudah beberapa kali dibuat hari ini. Mohon coba lagi besok."
    )


def erasure_not_for_officers() -> Html:
    return lines(
        Html("Anda masih terdaftar sebagai petugas, jadi nama Anda diperlukan pada tiket."),
        Html("Mintalah penyelia atau admin memberhentikan Anda dulu lewat /petugas,"),
        Html("lalu ulangi /hapus_data."),
    )


def erased() -> Html:
    """The last that somebody hears who is forgotten by now."""
    return paragraphs(
        Html("✅ Data Anda di bot ini sudah dihapus."),
        lines(
            Html("Riwayat chat di HP Anda dapat Anda hapus sendiri lewat Telegram."),
            Html("Bila suatu saat Anda menulis lagi, kami menyambut Anda sebagai pengguna baru."),
        ),
    )


# At the desk


def erasure_card(
    *,
    request: int,
    name: str,
    office: str | None,
    tickets: int,
    open_tickets: Sequence[Number],
    asked: datetime,
    due: datetime,
    zone: ZoneInfo,
    blocked: bool = False,
) -> Html:
    still_open = ", ".join(str(number) for number in open_tickets[:MOST_NAMED])
    return paragraphs(
        bold(f"🗑 Permintaan hapus data {request}"),
        lines(
            esc(f"Dari: {name}{f', {office}' if office else ''}"),
            esc(f"Masuk: {dates.short(asked, zone)}"),
            bold(f"Batas: {dates.stamp(due, zone)}"),
            esc(f"Laporan: {tickets} tiket"),
            esc(f"Masih berjalan: {still_open}") if still_open else None,
            Html("⚠️ Sedang diblokir: dengan penghapusan ini blokirnya hilang.")
            if blocked
            else None,
        ),
        Html(
            "Sesudah ditekan, nama, isi, dan berkasnya hilang selamanya; angka statistik tetap."
            " Hanya penyelia atau admin yang dapat menekannya."
        ),
    )


def erasure_confirmed(*, request: int, by: str) -> Html:
    return paragraphs(
        bold(f"🗑 Permintaan hapus data {request}"),
        esc(f"Dikonfirmasi oleh {by}. Sedang dikerjakan."),
    )


def erasure_done(*, request: int, at: datetime, zone: ZoneInfo) -> Html:
    return paragraphs(
        bold(f"✅ Permintaan hapus data {request} selesai"),
        esc(f"Dikerjakan: {dates.short(at, zone)}."),
        Html(
            "Mohon petugas menghapus sendiri pesan yang diketiknya di grup ini untuk pelapor itu,"
            " juga foto yang dikirimnya."
        ),
    )


def erasure_withdrawn(*, request: int, by: str = "pemohon") -> Html:
    return paragraphs(bold(f"🗑 Permintaan hapus data {request}"), esc(f"Dibatalkan oleh {by}."))


def erasure_asked_toast() -> str:
    return "Permintaan hapus data sudah dicatat. Kartunya ada di grup ini."


def erasure_confirmed_toast() -> str:
    return "Dikonfirmasi. Datanya sedang dihapus."


def erasure_of_officer_toast() -> str:
    return "Orang ini petugas sekarang. Berhentikan dulu dengan /petugas, lalu tekan lagi."


def erasure_decided_toast() -> str:
    return "Permintaan ini sudah dikerjakan atau dibatalkan."


def taken_back(*, anonymous: bool = False) -> Html:
    """In the place of what the group was shown of somebody who was erased; of what was told
    without a name not why, for whoever was erased at that moment would be known by it."""
    if anonymous:
        return Html("<i>Isinya tidak disimpan lagi.</i>")
    return Html("<i>Isinya dihapus atas permintaan pemilik datanya.</i>")


def erasure_reminder(*, request: int, due: datetime, zone: ZoneInfo) -> Html:
    return paragraphs(
        esc(f"⏰ Permintaan hapus data {request} belum dikonfirmasi."),
        esc(f"Batas: {dates.stamp(due, zone)} (UU 27/2022)."),
        Html("Mohon penyelia atau admin menekan tombol pada kartunya di grup helpdesk."),
    )


def erasure_overdue(*, request: int, due: datetime, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html(f"⚠️ {bold(f'Permintaan hapus data {request} lewat batas')}"),
        esc(f"Batasnya {dates.stamp(due, zone)} (UU 27/2022)."),
        Html("Mohon penyelia atau admin segera menekan tombol pada kartunya di grup helpdesk."),
    )
