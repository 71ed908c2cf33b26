"""What admins hear privately, because nobody else would."""

from __future__ import annotations

from bot.words.html import Html, paragraphs


def desk_unreachable() -> Html:
    return paragraphs(
        Html("⚠️ Saya tidak bisa menulis di grup helpdesk. Tiket baru tidak terlihat petugas."),
        Html("Masukkan saya kembali ke grup itu dan izinkan menulis; semua kiriman menunggu."),
    )


def reports_unreachable() -> Html:
    return paragraphs(
        Html("⚠️ Saya tidak bisa mengirim ringkasan mingguan ke tempat yang ditetapkan."),
        Html("Mohon periksa REPORT_CHAT_ID, dan apakah saya masih boleh menulis di sana."),
    )


def backup_failed() -> Html:
    return paragraphs(
        Html("⚠️ Cadangan harian gagal dibuat. Saya mencoba lagi setiap jam."),
        Html("Mohon periksa ruang disk dan folder cadangan: python main.py check"),
    )
