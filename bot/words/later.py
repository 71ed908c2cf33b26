"""Answers that go out in the morning, as the desk reads of them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.ticket import Number
from bot.words import dates
from bot.words.html import Html, bold, esc, lines


def kept(number: Number, *, send_at: datetime, zone: ZoneInfo) -> Html:
    local = send_at.astimezone(zone)
    day = dates.weekday_date(local.date())
    return lines(
        Html(
            f"🕗 Disimpan. Pelapor {bold(str(number))} menerimanya {esc(day)} pukul {local:%H.%M}."
        ),
        Html("Berubah pikiran? Tekan salah satu tombol."),
    )


def called_off(number: Number) -> Html:
    return Html(f"Dibatalkan: jawaban untuk {bold(str(number))} tidak dikirim.")


def sent(number: Number, *, officer: str) -> Html:
    return Html(f"🕗 Jawaban {esc(officer)} untuk {bold(str(number))} sudah dikirim.")


def not_sent(number: Number, *, reason: Html) -> Html:
    return lines(
        Html(f"⚠️ Jawaban yang dijadwalkan untuk {bold(str(number))} tidak terkirim."), reason
    )


def gone_toast() -> str:
    return "Sudah dikirim atau dibatalkan."


def on_card(*, officer: str, send_at: datetime, zone: ZoneInfo) -> Html:
    return esc(f"Jawaban terjadwal: {dates.short(send_at, zone)} ({officer})")
