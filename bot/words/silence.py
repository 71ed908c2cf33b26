"""What a reporter hears who has said nothing for long."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.ticket import Number
from bot.words import dates
from bot.words.html import Html, bold, esc, paragraphs


def remind(number: Number, *, closes: datetime, zone: ZoneInfo) -> Html:
    return paragraphs(
        Html(f"Petugas masih menunggu jawaban Anda untuk {bold(str(number))}."),
        bold("Tulis jawabannya di sini. Foto layar juga boleh."),
        esc(
            f"Tanpa jawaban sampai {dates.last_day(closes, zone)}, tiketnya kami tutup; masih bisa"
            " dibuka lagi."
        ),
    )


def closed_unanswered(number: Number, *, days: int) -> Html:
    return paragraphs(
        Html(
            f"{bold(str(number))} kami tutup, karena belum ada jawaban Anda selama {days} hari"
            " kerja."
        ),
        Html("Masih perlu dibantu? Buka lagi lewat tombol di bawah, lalu tulis jawabannya."),
    )


def closed_unconfirmed(number: Number, *, days: int) -> Html:
    return paragraphs(
        Html(
            f"{bold(str(number))} kami anggap selesai, karena belum ada tanggapan Anda selama"
            f" {days} hari kerja."
        ),
        Html("Ternyata belum selesai? Buka lagi lewat tombol di bawah."),
    )
