"""`main.py report learning`, and the book for the papers that tell of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.rules.calendar import Calendar
from bot.rules.indicator import Window
from bot.rules.report_days import FIRST
from bot.rules.weekly import window
from bot.settings import Settings
from bot.words import entry_figures as entry_words
from bot.words.head_page import Chapters
from bot.words.html import as_text, paragraphs
from faq.book.book import Book
from faq.book.taught import taught
from handlers.actions.entry_figures import of_book
from handlers.actions.learning import unsolved_by_chapter
from handlers.operator.report import Almanac, Wanted, check, page
from handlers.resources import load_book
from handlers.taught_book import change_of
from storage.unit import Unit

LOOK_BACK = 90
"""Days of the report about the book where none are named."""


def book_now(settings: Settings, unit: Unit, calendar: Calendar) -> Book:
    """With what the desk taught, and without a matcher, which takes seconds to learn."""
    changes = [change_of(row, calendar) for row in unit.learned.live()]
    return taught(load_book(settings), changes)


def heads_paper(unit: Unit, almanac: Almanac, book: Book, wanted: Wanted, now: datetime) -> bytes:
    """The head's page on paper, with what the book left open."""

    def left_open(span: Window) -> Chapters:
        until = min(span.end, span.as_of)
        return unsolved_by_chapter(unit, book, since=span.start, until=until)

    return page(unit, almanac, wanted, now, left_open)


def learning(unit: Unit, almanac: Almanac, book: Book, wanted: Wanted, now: datetime) -> bytes:
    """What the book's answers did: `--from` to `--to`; without them, the last 90 days."""
    calendar = almanac.calendar
    wanted = wanted.told(calendar.today(now))
    check(wanted)
    end = wanted.end or max(calendar.today(now), wanted.start or FIRST)
    start = wanted.start or max(FIRST, end - timedelta(days=LOOK_BACK - 1))
    span = window(start, end, now, calendar)
    found = of_book(unit, book, since=span.start, until=span.end)
    parts = (
        entry_words.heading(start, end),
        entry_words.overview(found),
        entry_words.entries(found.rows, first=1, total=len(found.rows)),
        entry_words.never_asked(found.never, first=1, total=len(found.never)),
    )
    return as_text(paragraphs(*parts)).encode()


MAKERS = {"learning": learning, **dict.fromkeys(("weekly", "monthly", "yearly"), heads_paper)}
"""Of the reports for which the book is asked something."""
