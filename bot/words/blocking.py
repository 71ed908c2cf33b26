"""Whoever floods or abuses the bot is blocked: what admins read of it, and the person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.limits import BlockReason
from bot.rules.ticket import Number
from bot.words import dates
from bot.words.html import Html, bold, esc, lines, paragraphs
from bot.words.labels import Label

REASONS = {
    BlockReason.FLOOD: Label("Membanjiri pesan"),
    BlockReason.ABUSE: Label("Kata-kata kasar"),
    BlockReason.FAKE: Label("Laporan palsu"),
    BlockReason.OTHER: Label("Alasan lain"),
}


def ask_why(name: str) -> Html:
    return paragraphs(
        Html(f"Blokir {bold(name)}? Pilih alasannya."),
        Html(
            "Pesannya tidak dibaca lagi sampai blokir dibuka."
            " Laporannya yang terbuka tetap bisa dikerjakan."
        ),
    )


def choose_whom(rows: Sequence[tuple[str, str, datetime]], *, zone: ZoneInfo) -> Html:
    """Those who are blocked, each with the reason and since when."""
    listed = [esc(f"• {name} – {reason}, {dates.short(at, zone)}") for name, reason, at in rows]
    return paragraphs(
        bold("Yang diblokir"),
        lines(*listed) if listed else Html("Tidak ada yang diblokir."),
        Html(
            "Memblokir: balas kartu tiketnya dengan /blokir alasan, tulis /blokir nomor alasan,"
            " atau pilih di bawah. Membuka: /buka_blokir"
        ),
    )


def blocked(name: str, *, reason: str, by: str) -> Html:
    return lines(
        Html(f"{bold(name)} diblokir oleh {esc(by)}. Alasan: {esc(reason)}."),
        Html("Laporannya yang terbuka tetap bisa dikerjakan."),
    )


def unblocked(name: str, *, by: str) -> Html:
    return Html(f"Blokir {bold(name)} dibuka oleh {esc(by)}.")


def blocked_already(name: str) -> Html:
    return Html(f"{bold(name)} sudah diblokir.")


def not_blocked(name: str) -> Html:
    return Html(f"{bold(name)} tidak diblokir.")


def officer_stays(name: str) -> Html:
    return Html(f"{bold(name)} petugas atau admin, jadi tidak bisa diblokir.")


def unblock_first(name: str) -> Html:
    return Html(f"{bold(name)} sedang diblokir. Buka dulu dengan /buka_blokir, lalu angkat.")


def whom() -> Html:
    return lines(
        Html("Saya tidak tahu siapa yang dimaksud."),
        Html("Balas kartu tiketnya, atau tulis nomornya: /blokir EK-2026-00042 alasan"),
    )


def erased() -> Html:
    return Html("Data pelapornya sudah dihapus, jadi tidak ada lagi yang bisa diblokir di sini.")


def gone_toast() -> str:
    return "Orang itu sudah tidak ada."


def shut_out(*, contact: str | None) -> Html:
    """The one thing that who is blocked hears."""
    where = (
        esc(f"hubungi kantor BKPSDM: {contact.rstrip('.')}.")
        if contact
        else Html("tanyakan kepada kepegawaian kantor Anda atau BKPSDM.")
    )
    return paragraphs(
        Html("Admin helpdesk memblokir Anda, jadi pesan Anda di sini tidak dibaca lagi."),
        Html(f"Untuk bantuan, {where}"),
        Html("Hak atas data Anda tetap ada: /data_saya dan /hapus_data."),
    )


def by_number(number: Number) -> str:
    """Somebody who reported anonymously; plain text."""
    return f"Pelapor anonim {number}"


def why_in_words(called: str) -> Html:
    return esc(f"{called}: tulis alasannya sekalian, misalnya /blokir membanjiri.")
