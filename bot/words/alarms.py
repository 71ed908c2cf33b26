"""What the desk and the admins hear when the world around the bot is not well."""

from __future__ import annotations

from datetime import date, timedelta

from bot.rules.ticket import Number
from bot.words import dates
from bot.words.html import Html, bold, code, esc, paragraphs


def not_pinned() -> Html:
    return Html(
        "📍 Papan tiket belum bisa disematkan. Jadikan bot admin grup ini dengan izin"
        " <b>menyematkan pesan</b>; selebihnya tetap jalan."
    )


def clock_wrong(*, ahead: timedelta) -> Html:
    way = "terlalu cepat" if ahead > timedelta() else "terlambat"
    return paragraphs(
        Html(f"⚠️ Jam komputer bot {way} {esc(dates.span(abs(ahead)))}."),
        Html("Bot memakai jam Telegram dan tetap bekerja. Mohon pengelola membetulkan jamnya."),
    )


def another_bot_is_to_go() -> Html:
    return paragraphs(
        Html("⚠️ Ada program lain yang memakai token bot ini, sehingga pesan bisa terbagi."),
        Html(
            "Bot ini tetap jalan. Mohon pengelola menghentikan program lain itu; bila tidak"
            " dikenal, ganti token lewat @BotFather."
        ),
    )


def another_bot_was_first() -> Html:
    return paragraphs(
        Html("⚠️ Bot ini baru dijalankan, padahal bot lain sudah jalan dengan token yang sama."),
        Html("Yang baru ini berhenti sebentar lagi; yang lama terus melayani."),
    )


def webhook_taken() -> Html:
    return paragraphs(
        Html("⚠️ Ada yang mengubah jalur masuk pesan bot (webhook). Sudah saya kembalikan."),
        Html(
            "Bila bukan pengelola yang mengubahnya, ada orang lain yang memegang token:"
            " ganti lewat @BotFather."
        ),
    )


def webhook_fails(*, pending: int) -> Html:
    return paragraphs(
        Html(f"⚠️ Telegram tidak dapat mengantar pesan ke bot; {pending} pesan menunggu."),
        Html(
            "Mohon pengelola memeriksa alamat, sertifikat, dan jaringan webhook. Sebabnya ada di"
            f" log: {code('action=webhook_fails')}"
        ),
    )


def head_away(username: str) -> Html:
    return paragraphs(
        Html("⚠️ Ringkasan mingguan belum bisa dikirim: penerimanya belum menekan Start pada bot."),
        esc(f"Mintalah ia membuka https://t.me/{username} dan menekan Start."),
        Html("Ringkasannya disimpan dan langsung terkirim sesudah itu."),
    )


def report_group_away() -> Html:
    return paragraphs(
        Html("⚠️ Ringkasan mingguan belum bisa dikirim: bot tidak ada di grup laporan."),
        Html("Masukkan bot ke grup itu; ringkasannya disimpan dan langsung terkirim."),
    )


def desk_away() -> Html:
    return paragraphs(
        Html("⚠️ Bot tidak bisa menulis di grup helpdesk, jadi petugas tidak melihat tiket baru."),
        Html("Masukkan bot ke grup itu dan izinkan menulis; semua yang menunggu lalu terkirim."),
    )


def card_refused(number: Number) -> Html:
    return Html(
        f"⚠️ Kartu {bold(str(number))} ditolak Telegram. Tiketnya tersimpan dan ada di /antrian;"
        " mohon beri tahu pengelola bot."
    )


def page_refused() -> Html:
    return Html(
        "⚠️ Satu kiriman berkala (ringkasan atau daftar) ditolak Telegram. Angkanya tetap bisa"
        " dilihat dengan /laporan; mohon beri tahu pengelola bot."
    )


def holidays_end(*, until: date) -> Html:
    return paragraphs(
        esc(f"📅 Daftar hari libur bot baru lengkap sampai {dates.date_of(until)}."),
        Html(
            "Sesudah itu batas waktu tiket bisa terlalu cepat. Mohon pengelola melengkapinya dari"
            " SKB terbaru (HOLIDAYS_FILE), lalu menjalankan ulang bot."
        ),
    )


def backup_failed() -> Html:
    return paragraphs(
        Html("⚠️ Cadangan harian gagal dibuat. Saya mencoba lagi setiap jam."),
        Html("Mohon periksa ruang disk dan folder cadangan: python main.py check"),
    )


# The last words of a bot that stops, to its admins.


def stopped_without_database() -> Html:
    return paragraphs(
        Html("⛔ Bot berhenti: basis datanya rusak atau hilang."),
        Html(
            "Mohon pengelola memulihkan berkasnya atau cadangannya, lalu menjalankan bot lagi."
            " Pesan yang masuk sampai saat itu ditahan Telegram paling lama 24 jam."
        ),
    )


def stopped_without_lock() -> Html:
    return paragraphs(
        Html("⛔ Bot berhenti: kunci basis datanya hilang, jadi bot lain bisa saja ikut jalan."),
        Html("Mohon pengelola memastikan hanya satu bot yang jalan, lalu menjalankannya lagi."),
    )


def stopped_by_a_fault() -> Html:
    return paragraphs(
        Html("⛔ Bot berhenti karena kesalahan programnya sendiri. Tidak ada pesan yang hilang."),
        Html("Mohon pengelola menjalankannya lagi dan melaporkan baris terakhir lognya."),
    )
