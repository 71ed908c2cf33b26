"""How the book's answers did, for the officers: readable on a telephone, in pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.rules.entry_figures import BookFigures, EntryCounts, EntryRow
from bot.words import dates
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, italic, lines, paragraphs

ON_A_PAGE = 10
MOST_TITLE = 70


def heading(first: date, last: date) -> Html:
    return lines(bold("Hasil jawaban buku"), esc(dates.days(first, last)))


def overview(figures: BookFigures) -> Html:
    """The sum, and where the book fails most."""
    total = figures.total
    said = [_row(place, row) for place, row in enumerate(figures.worst, 1)]
    return paragraphs(
        lines(
            esc(f"{len(figures.rows)} entri ditanyakan, {len(figures.never)} tidak pernah."),
            _counts(total),
        ),
        lines(bold("Paling sering gagal:"), *said) if said else Html("Tidak ada yang gagal. 👍"),
        legend(),
    )


def legend() -> Html:
    return italic(
        "× ditanyakan (dijawab, dipilih, atau dibuka), 👍 membantu, 👎 tidak membantu,"
        " 🎫 disusul tiket: orang yang sama membuat tiket dalam 24 jam sesudah jawabannya,"
        " ➕ cara bertanya yang ditambahkan petugas. Gagal = 👎 + 🎫."
    )


def entries(rows: Sequence[EntryRow], *, first: int, total: int) -> Html:
    """Most asked first."""
    if not rows:
        return Html("Belum ada yang ditanyakan.")
    return paragraphs(
        bold(f"Entri {first}–{first + len(rows) - 1} dari {total}"),
        lines(*(_row(place, row) for place, row in enumerate(rows, first))),
    )


def never_asked(titles: Sequence[str], *, first: int, total: int) -> Html:
    if not titles:
        return Html("Semua entri pernah ditanyakan. 👍")
    return paragraphs(
        bold(f"Tidak ditanyakan {first}–{first + len(titles) - 1} dari {total}"),
        lines(*(esc(f"• {cut(title, MOST_TITLE)}") for title in titles)),
    )


def _row(place: int, row: EntryRow) -> Html:
    return lines(esc(f"{place}. {cut(row.title, MOST_TITLE)}"), _counts(row.counted))


def _counts(counted: EntryCounts) -> Html:
    shown: Iterable[tuple[str, int]] = (
        ("👍", counted.helpful),
        ("👎", counted.not_helpful),
        ("🎫", counted.tickets),
        ("➕", counted.taught),
    )
    parts = [f"{counted.asked}×", *(f"{sign} {count}" for sign, count in shown if count)]
    return esc(" · ".join(parts))
