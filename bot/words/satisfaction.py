"""How satisfied a reporter was: asked, thanked for, and shown to the desk."""

from __future__ import annotations

from bot.rules.ticket import Number
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, paragraphs
from bot.words.labels import SATISFACTION


def asked() -> Html:
    """Under the thanks for the last word."""
    return bold("Bagaimana pelayanan kami? Tekan salah satu, bila berkenan.")


def reminder(number: Number) -> Html:
    return paragraphs(
        Html(f"{bold(str(number))} sudah selesai."),
        bold("Bagaimana pelayanan kami? Satu tekan saja, bila berkenan."),
    )


def rated(number: Number, *, score: int) -> Html:
    return lines(
        Html(f"Terima kasih. Penilaian {bold(str(number))}: {esc(_step(score))}."),
        Html("Ingin menambah satu kalimat? Tulis di sini. Bila tidak, abaikan saja."),
    )


def rated_briefly(number: Number, *, score: int) -> Html:
    """Where a report is being written: plain words belong to that."""
    return Html(f"Terima kasih. Penilaian {bold(str(number))}: {esc(_step(score))}.")


def words_kept(*, in_book: bool) -> Html:
    """`in_book`: the words may as well be a question, which the book can answer."""
    return lines(
        Html("Terima kasih, kami catat dan petugas membacanya."),
        Html("Atau pertanyaan baru? Jawabannya ada di buku:") if in_book else None,
    )


def on_card(*, score: int, words: str | None) -> Html:
    said = f" – {cut(' '.join(words.split()), 160)}" if words else ""
    return esc(f"Penilaian pelapor: {_step(score)} ({score} dari 4){said}")


def _step(score: int) -> str:
    return SATISFACTION[score]
