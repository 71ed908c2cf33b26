"""How far something is that takes long."""

from __future__ import annotations

from datetime import date

from bot.words import dates
from bot.words.figures import number
from bot.words.html import Html, esc


def reading(count: int, total: int, first: date, last: date) -> Html:
    return esc(
        f"Sedang dibuat: {number(count)} dari {number(total)} tiket"
        f" {dates.days(first, last)} sudah dibaca."
    )


def drawing() -> Html:
    return esc("Sedang dibuat: semua tiket sudah dibaca, berkasnya sedang disusun.")


def given_up() -> Html:
    return esc("Tidak jadi dibuat.")


def ended() -> Html:
    return esc("Sudah selesai dibuat.")
