"""The resources with a book that was taught something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.rules.calendar import Calendar
from faq.book.book import Book
from faq.book.taught import BookChange, taught
from faq.matching.likeness import Likeness
from faq.matching.matcher import Matcher
from faq.matching.taught_wordings import taught_matcher
from handlers.resources import Resources
from storage.tables import LearnedRow


def with_changes(
    resources: Resources, changes: Sequence[BookChange], before: Sequence[BookChange] = ()
) -> Resources:
    """The resources with a book that was taught so. Takes a second or two.

    `before`: what their book had been taught already.
    """
    book = taught(resources.book, changes)
    wordings = tuple((change.entry_id, change.question) for change in (*before, *changes))
    matcher = _trained(book, wordings, resources.clusters.likeness)
    return replace(resources, book=book, matcher=matcher)


@lru_cache(maxsize=1)  # what was tried as a lesson is what holds then
def _trained(book: Book, wordings: tuple[tuple[str, str], ...], likeness: Likeness) -> Matcher:
    return taught_matcher(book, wordings, lambda: likeness.rarity)


def change_of(row: LearnedRow, calendar: Calendar) -> BookChange:
    return BookChange(
        entry_id=row.entry_id,
        question=row.question,
        answer=row.answer,
        chapter=row.chapter,
        at=calendar.today(row.at),
    )
