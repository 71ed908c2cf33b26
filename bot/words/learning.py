"""What the desk reads when it teaches the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rules.ticket import Number
from bot.words.fit import cut
from bot.words.head_page import NO_CHAPTER
from bot.words.html import Html, bold, code, esc, lines, paragraphs, quote

# Both whole in one message: the question as it would be a title, and the answer below it.
MOST_QUESTION = 200
MOST_ANSWER = 2_700
MOST_TASTE = 500
MOST_WORDING = 120  # of several
MOST_ANSWERED = 40
MOST_MOVED = 5


def by_chapter(rows: Sequence[tuple[str | None, int]], *, month: str | None = None) -> Html:
    """The head's share of the weekly list, or of a month: counts, and nothing that anybody
    wrote."""
    total = sum(count for _, count in rows)
    return paragraphs(
        bold(f"Pertanyaan yang belum terjawab {month or 'pekan itu'}: {total}"),
        lines(*(esc(f"{count}× {title or NO_CHAPTER}") for title, count in rows)),
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


@dataclass(frozen=True)
class Wording:
    """Words that would be taught, while they are ticked."""

    text: str
    ticked: bool
    answered: str | None = None
    """The title of what the book answered then."""


def case(
    *,
    place: tuple[int, int] | None,
    times: int,
    wordings: Sequence[Wording],
    closing: tuple[Number, str] | None,
    fits: bool,
    doubtful: bool = False,
) -> Html:
    """One group of questions, with the officer's choices below it. `place`: which of how many,
    where that is known."""
    return paragraphs(
        bold(f"Pertanyaan {place[0]} dari {place[1]}") if place else bold("Pertanyaan ini"),
        Html("Sudah dijawab, tetapi mungkin keliru.") if doubtful else None,
        esc(f"Ditanyakan {times} kali, misalnya:"),
        *_numbered(wordings),
        Html("Yang bertanda ✅ akan diajarkan sekaligus; ketuk nomornya untuk melepasnya.")
        if len(wordings) > 1
        else None,
        _closing(closing, fits=fits),
        bold("Masuk ke entri mana?"),
    )


def _numbered(wordings: Sequence[Wording]) -> list[Html]:
    if len(wordings) == 1:
        (only,) = wordings
        return [lines(quote(_line(only.text)), _answered(only))]
    return [
        lines(
            Html(f"{'✅' if each.ticked else '⬜'} {number}."),
            quote(_line(each.text, MOST_WORDING)),
            _answered(each),
        )
        for number, each in enumerate(wordings, 1)
    ]


def _answered(wording: Wording) -> Html | None:
    if wording.answered is None:
        return None
    return esc(f"Sudah dijawab buku: {cut(wording.answered, MOST_ANSWERED)}")


def _line(text: str, most: int = MOST_QUESTION) -> str:
    return cut(" ".join(text.split()), most)


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


def added(phrasings: Sequence[str], *, entry: str, by: str, broad: Sequence[str] = ()) -> Html:
    return paragraphs(
        Html(f"Ditambahkan oleh {esc(by)}, langsung berlaku:"),
        *(quote(cut(phrasing, 300)) for phrasing in phrasings),
        lines(Html("sebagai cara lain bertanya untuk"), bold(entry)),
        _offered(broad),
    )


def _offered(broad: Sequence[str]) -> Html | None:
    """Words that are too short to mean one entry alone."""
    if not broad:
        return None
    named = ", ".join(f"“{cut(text, 60)}”" for text in broad)
    return esc(f"{named} pendek dan luas: entri ini ditawarkan bersama pilihan lain.")


def made(question: str, *, answer: str, by: str, phrasings: Sequence[str] = ()) -> Html:
    return paragraphs(
        Html(f"Entri baru oleh {esc(by)}, langsung berlaku:"),
        bold(cut(question, MOST_QUESTION)),
        quote(cut(answer, MOST_ANSWER)),
        Html("Cara lain bertanya:") if phrasings else None,
        *(quote(_line(phrasing, MOST_WORDING)) for phrasing in phrasings),
    )


@dataclass(frozen=True)
class Moved:
    """A known question that would be answered otherwise; without `after`, not at all."""

    text: str
    before: str
    after: str | None


def would_move(entry: str, found: Sequence[Moved]) -> Html:
    """Before it is taught."""
    return paragraphs(
        bold(f"{len(found)} pertanyaan yang dikenal akan pindah jawaban"),
        lines(Html("bila ini diajarkan untuk"), bold(entry)),
        *(_moved(each) for each in found[:MOST_MOVED]),
        esc(f"… dan {len(found) - MOST_MOVED} lagi.") if len(found) > MOST_MOVED else None,
        Html("Belum diajarkan."),
    )


def _moved(each: Moved) -> Html:
    after = each.after or "pilihan, bukan jawaban"
    return lines(quote(_line(each.text)), esc(f"{cut(each.before, 90)} → {cut(after, 90)}"))


def write_answer(number: int, *, texts: Sequence[str]) -> Html:
    return paragraphs(
        Html(f"Jawaban untuk kelompok pertanyaan {number}"),
        *(quote(_line(text)) for text in texts),
        Html(
            "Balas pesan ini dengan jawabannya. Jawaban itu menjadi entri baru dan dibaca semua"
            " orang, jadi tulis tanpa nama dan nomor pribadi."
        ),
    )


def answer_placeholder() -> str:
    return "Jawaban untuk buku panduan"


def answer_too_long() -> Html:
    return Html(f"Jawabannya terlalu panjang. Paling banyak {MOST_ANSWER} huruf; mohon diringkas.")


def answer_without_words() -> Html:
    return Html("Jawabannya perlu berupa tulisan yang menjawab. Mohon balas lagi pesan tadi.")


def reviewed() -> Html:
    return Html("Kelompok pertanyaan itu sudah ditinjau.")


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
