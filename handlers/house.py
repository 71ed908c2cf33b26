"""What every turn is given and none may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.data.load import Editions
from bot.rules.calendar import Calendar
from bot.rules.ticket import Kind
from faq.book import Book
from faq.match import Matcher

OTHER_CATEGORY = "Lainnya"


@dataclass(frozen=True)
class House:
    username: str
    helpdesk_chat_id: int | None
    report_chat_id: int | None
    admin_ids: tuple[int, ...]
    calendar: Calendar
    deadlines: Mapping[Kind, int]
    editions: Editions
    book: Book
    matcher: Matcher

    @property
    def zone(self) -> ZoneInfo:
        return self.calendar.zone

    @property
    def categories(self) -> tuple[str, ...]:
        """What a report can be about: the book's chapters, and a way out."""
        return (*(chapter.title for chapter in self.book.chapters), OTHER_CATEGORY)
