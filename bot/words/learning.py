"""What the desk reads when it teaches the book."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.ticket import Number
from bot.words.fit import cut
from bot.words.html import Html, bold, code, esc, lines, paragraphs, quote

# Both whole in one message: the question as it would be a title, and the answer below it.
MOST_QUESTION = 200
MOST_ANSWER = 2_700
MOST_TASTE = 500


def by_chapter(rows: Sequence[tuple[str | None, int]]) -> Html:
    """The head's share of the weekly list: counts, and nothing that anybody wrote."""
    total = sum(count for _, count in rows)
    return paragraphs(
        bold(f"Pertanyaan yang belum terjawab pekan itu: {total}"),
        lines(*(esc(f"{count}× {title or 'di luar bab mana pun'}") for title, count in rows)),
        Html("Dihitung menurut bab buku panduan yang paling dekat. Isinya hanya dilihat petugas."),
    )


def top(rows: Sequence[tuple[str, int]]) -> Html:
    """The weekly list for the desk: what the book could not answer, and how often it was asked."""
    return paragraphs(
        bold("Yang belum terjawab oleh buku panduan"),
        lines(*(esc(f"{count}× {cut(' '.join(text.split()), 90)}") for text, count in rows)),
        Html("Petugas dapat menambahkannya ke buku dengan /faq."),
    )


def nothing() -> Html:
    return Html("Tidak ada pertanyaan yang menunggu. Semua sudah ditinjau. 👍")


def case(
    *,
    place: int,
    total: int,
    times: int,
    texts: Sequence[str],
    closing: tuple[Number, str] | None,
    fits: bool,
) -> Html:
    """One group of questions, with the officer's choices below it."""
    return paragraphs(
        bold(f"Pertanyaan {place} dari {total}"),
        esc(f"Ditanyakan {times} kali, misalnya:"),
        *(quote(cut(" ".join(text.split()), MOST_QUESTION)) for text in texts),
        _closing(closing, fits=fits),
        bold("Masuk ke entri mana?"),
    )


def _closing(closing: tuple[Number, str] | None, *, fits: bool) -> Html | None:
    """Whole where it may become an answer."""
    if closing is None:
        return None
    number, note = closing
    return lines(
        Html(f"Catatan penutup {code(str(number))}:"),
        quote(cut(note, MOST_ANSWER if fits else MOST_TASTE)),
        None if fits else Html("Catatan ini terlalu panjang untuk langsung menjadi entri."),
    )


def choose_chapter() -> Html:
    return bold("Bab mana?")


def choose_entry(title: str) -> Html:
    return paragraphs(bold(f"Bab {title}"), Html("Pilih entri:"))


def added(phrasing: str, *, entry: str, by: str) -> Html:
    return paragraphs(
        Html(f"Ditambahkan oleh {esc(by)}, langsung berlaku:"),
        quote(cut(phrasing, 300)),
        lines(Html("sebagai cara lain bertanya untuk"), bold(entry)),
    )


def made(question: str, *, answer: str, by: str) -> Html:
    return paragraphs(
        Html(f"Entri baru oleh {esc(by)}, langsung berlaku:"),
        bold(cut(question, MOST_QUESTION)),
        quote(cut(answer, MOST_ANSWER)),
    )


def dismissed(phrasing: str) -> Html:
    return lines(Html("Diabaikan; tidak masuk ke buku:"), quote(cut(phrasing, 300)))


def taken_back(phrasing: str, *, by: str) -> Html:
    return lines(
        Html(f"Dibatalkan oleh {esc(by)}; buku kembali seperti semula:"), quote(cut(phrasing, 300))
    )


def reviewed_toast() -> str:
    return "Sudah ditinjau."


def entry_gone_toast() -> str:
    return "Entri itu sudah tidak ada di buku."


def no_note_toast() -> str:
    return "Catatan penutupnya tidak bisa dijadikan entri."


def taken_back_toast() -> str:
    return "Sudah dibatalkan."
