"""What is said where something under way is called off: what is thrown away, and what goes on."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.ticket import Number
from bot.words.complaint import MOST_RECALLED
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, paragraphs, quote


def nothing_to_cancel(stay: Sequence[Number] = ()) -> Html:
    if not stay:
        return Html("Tidak ada yang sedang berjalan. Tulis pertanyaan Anda, atau /lapor.")
    return paragraphs(
        Html("Tidak ada yang sedang ditulis."),
        _stay(stay),
        Html("Ingin menariknya? Tekan tombolnya."),
    )


def cancelled(
    story: str | None, *, files: int, stay: Sequence[Number], glad: bool = False
) -> Html:
    """What exactly is thrown away, and what is not. `glad`: it works again."""
    return paragraphs(
        Html("Syukurlah sudah bisa.") if glad else None,
        Html("Baik, dibatalkan. Tidak ada yang dikirim."),
        lines(
            Html("Yang dibuang:") if story or files else None,
            quote(cut(story, MOST_RECALLED)) if story else None,
            Html(f"{files} berkas") if files else None,
        ),
        _stay(stay),
    )


def _stay(stay: Sequence[Number]) -> Html | None:
    if not stay:
        return None
    numbers = ", ".join(str(number) for number in stay)
    return esc(f"Laporan yang sudah terkirim tetap berjalan: {numbers}.")


def office_called_off() -> Html:
    return Html("Baik, dibatalkan. Nama kantor Anda tetap seperti semula.")


def reply_ended(number: Number) -> Html:
    return lines(
        Html(f"Baik. Tulisan Anda berikutnya tidak lagi masuk ke {bold(str(number))}."),
        Html("Laporan itu sendiri tetap berjalan; tidak ada yang dibuang."),
    )
