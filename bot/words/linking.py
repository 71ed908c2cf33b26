"""A report that an officer noted down, and the Telegram user it belongs to."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.ticket import Channel, Number
from bot.words import dates
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, paragraphs, quote
from bot.words.ticket import CHANNEL

SHOWN = 600


# To the reporter


def is_it_yours(
    number: Number, *, by: str, channel: Channel, received: datetime, zone: ZoneInfo
) -> Html:
    """Nothing of what it says: they may not be who the officer takes them for."""
    return paragraphs(
        esc(
            f"{by} dari helpdesk BKPSDM mencatat sebuah laporan ({CHANNEL[channel]},"
            f" {dates.long_date(received, zone)}), dan mengira itu dari Anda."
        ),
        Html(f"<b>Apakah tiket {number} milik Anda?</b>"),
        Html("Bila ya, kabarnya datang di sini. Isinya ditampilkan sesudah itu."),
    )


def yours_now(number: Number, *, story: str) -> Html:
    return paragraphs(
        Html(f"Baik. {bold(str(number))} sekarang ada di daftar Anda: /tiket"),
        quote(cut(story, SHOWN)) if story else None,
        Html("Kabar berikutnya datang di sini. Bila ternyata bukan milik Anda, tekan tombolnya."),
    )


def not_yours() -> Html:
    return Html("Baik, terima kasih. Petugas diberi tahu, dan tidak ada yang ditampilkan.")


def no_longer_yours(number: Number) -> Html:
    return Html(f"{bold(str(number))} tidak lagi terhubung dengan akun Anda.")


def taken_back() -> Html:
    """In place of what was told them of it."""
    return Html("<i>Tiket ini tidak terhubung dengan akun Anda; isinya ditarik.</i>")


# To the desk


def ask_whose(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, pelapor {bold(str(number))} siapa di Telegram?"),
        Html(
            "<b>Balas pesan ini</b> dengan @nama_penggunanya, atau nomor tiket lain miliknya."
            " Ia ditanya dahulu, tanpa melihat isinya."
        ),
    )


def whose_placeholder() -> str:
    return "@nama_pengguna atau EK-2026-00042"


def asked(number: Number, *, name: str) -> Html:
    return Html(f"{bold(str(number))}: {esc(name)} sedang ditanya apakah tiket itu miliknya.")


def linked(number: Number, *, name: str) -> Html:
    return Html(
        f"🔗 {bold(str(number))} terhubung ke Telegram {esc(name)}: balasan dan kabarnya sampai."
        " Keliru? Lainnya…, lalu Lepas dari Telegram."
    )


def refused(number: Number, *, name: str) -> Html:
    return Html(f"{bold(str(number))}: {esc(name)} menjawab bahwa tiket itu bukan miliknya.")


def unlinked(number: Number, *, name: str, by: str) -> Html:
    return Html(
        f"{bold(str(number))} tidak lagi terhubung ke Telegram {esc(name)} (oleh {esc(by)})."
        " Kabari pelapornya sendiri."
    )


def cannot_be_asked(number: Number, *, name: str, username: str) -> Html:
    return lines(
        Html(f"⚠️ {bold(str(number))}: pertanyaan kepada {esc(name)} belum sampai."),
        esc(f"Mintalah ia membuka https://t.me/{username} dan menekan Start: lalu terkirim."),
    )


def unlinked_toast(number: Number) -> str:
    return f"{number} tidak lagi terhubung ke Telegram."
