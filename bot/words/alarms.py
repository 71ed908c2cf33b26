"""What the desk and the admins hear when the world around the bot is not well."""

from __future__ import annotations

from datetime import timedelta

from bot.words import dates
from bot.words.html import Html, code, esc, paragraphs


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
        Html("⚠️ Ada yang mengubah jalur masuk pesan bot (webhook). Sudah saya pasang kembali."),
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
