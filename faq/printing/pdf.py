"""The book as a PDF: cover, contents with page numbers, chapters, index, bookmarks."""

from __future__ import annotations

from collections.abc import Mapping

from bot.papers.pdf.document import About, typeset
from bot.words import dates
from faq.book.book import Book, LocalFact
from faq.printing import words
from faq.printing.cover import draw_cover
from faq.printing.printed_book import PrintedBook, printed_book
from faq.printing.story import Story


def book_pdf(book: Book, local: Mapping[str, LocalFact]) -> bytes:
    printed = printed_book(book, local)
    return typeset(
        _about(printed),
        cover=lambda canvas: draw_cover(canvas, printed),
        flow=lambda pages: Story(printed, pages).flow(),
    )


def _about(printed: PrintedBook) -> About:
    as_of = printed.book.as_of
    return About(
        title=words.TITLE,
        full_title=f"{words.TITLE} – {printed.edition}",
        author=words.AUTHOR,
        subject=words.SUBJECT,
        foot=printed.edition + (f" · fakta per {dates.date_of(as_of)}" if as_of else ""),
    )
