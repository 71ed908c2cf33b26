"""What is said of a picture of a screen."""

from __future__ import annotations

from bot.words.fit import cut
from bot.words.html import Html, esc, paragraphs

MOST_READ = 160  # UTF-16 units of the line shown


def read(text: str) -> Html:
    return esc(f"Saya membaca: '{cut(text, MOST_READ)}'")


def read_right(text: str) -> Html:
    return esc(f"Saya membaca: '{cut(text, MOST_READ)}', benar?")


def nothing_read() -> Html:
    return paragraphs(
        Html("Gambarnya saya terima, tetapi pesan kesalahannya tidak terbaca oleh saya."),
        Html(
            "Mohon tulis pesan itu dengan kata-kata, atau tekan <b>Buat laporan</b>"
            " agar petugas melihat gambarnya."
        ),
    )


def nothing_read_in_group(username: str) -> Html:
    return paragraphs(
        Html("Gambarnya saya terima, tetapi pesan kesalahannya tidak terbaca oleh saya."),
        esc(f"Mohon tulis pesan itu, atau kirim ke saya: https://t.me/{username}"),
    )


def write_it() -> Html:
    return Html(
        "Baik. Mohon tulis pesan kesalahannya dengan kata-kata, atau tekan <b>Buat laporan</b>"
        " agar petugas melihat gambarnya."
    )
