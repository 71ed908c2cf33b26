"""To somebody who tells the bot of something grave: kind first, then a person."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.crisis import HelpLine
from bot.words.html import Html, bold, esc, lines, paragraphs


def of_abuse() -> Html:
    return paragraphs(
        Html(
            "Terima kasih sudah bercerita. Bila ini dugaan pelanggaran, Anda bisa melaporkannya."
        ),
        Html(
            "Tekan <b>Jalur pengawasan</b>: laporan tidak masuk grup petugas,"
            " hanya kepada yang ditunjuk. Belum ada yang terkirim sebelum Anda menekan Kirim."
        ),
    )


def of_distress(known: Sequence[HelpLine]) -> Html:
    """`known`: whom one may call; none of our own making."""
    return paragraphs(
        Html(
            "Terima kasih sudah bercerita. Anda berharga, dan tidak harus menanggungnya sendiri."
        ),
        Html("Hubungi sekarang keluarga atau teman yang Anda percaya, dan minta ditemani."),
        lines(
            Html("Bila mendesak, telepon:"),
            *(Html(f"{esc(each.name)}: {bold(each.number)}") for each in known),
        )
        if known
        else None,
    )


def a_person_listens() -> Html:
    return Html(
        "Saya bot, tetapi petugas BKPSDM bisa membaca cerita Anda pada jam kerja, dan hanya"
        " yang menangani serta penyelia. Tekan tombol di bawah."
    )
