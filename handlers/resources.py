"""What every turn is given and none may change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.data.announcements import announcements
from bot.data.clinic import clinic
from bot.data.crisis import help_lines
from bot.data.deadlines import reopen_days, terms
from bot.data.editions import Editions, editions
from bot.data.offices import offices
from bot.data.privacy import privacy
from bot.data.survey import survey
from bot.data.working_time import calendar
from bot.rules.announcement import NewsRules
from bot.rules.calendar import Calendar
from bot.rules.clinic import ClinicRules
from bot.rules.crisis import HelpLine
from bot.rules.deadline import Terms
from bot.rules.handling import Measures
from bot.rules.limits import Limits
from bot.rules.offices import Offices
from bot.rules.privacy.retention import Privacy
from bot.rules.survey import SurveyRules
from bot.settings import Settings, SettingsError
from bot.wire.ports import Fetch
from faq.book.book import Book, read
from faq.matching.clusters import Clusters
from faq.matching.doubt import Doubts, Elsewhere
from faq.matching.filing import Filing
from faq.matching.follow_ups import FollowUps
from faq.matching.likeness import Likeness, Rarity
from faq.matching.matcher import Matcher
from faq.matching.matters import Matters

OTHER_CATEGORY = "Lainnya"


@dataclass(frozen=True)
class Resources:
    username: str
    helpdesk_chat_id: int | None
    report_chat_id: int | None
    admin_ids: tuple[int, ...]
    calendar: Calendar
    reopen_days: int
    terms: Terms
    editions: Editions
    privacy: Privacy
    clinic: ClinicRules
    survey: SurveyRules
    news: NewsRules
    help_lines: tuple[HelpLine, ...]
    backups_kept: int
    """Daily ones, that is days; 0 where there are none."""
    book: Book
    matcher: Matcher
    clusters: Clusters
    """By what the printed book makes of questions, whatever it was taught since; like the two
    below it remembers what it has seen."""
    doubts: Doubts
    elsewhere: Elsewhere
    limits: Limits
    offices: Offices = field(default_factory=Offices)
    """From which people choose theirs; empty until the agency has filled in the list."""
    fetch: Fetch | None = None
    """Brings one of Telegram's files here, to be read; None where no pictures are read."""
    erased_list: Path | None = None
    """Where erasures are noted beside the database, if anywhere; see storage.erasures."""

    def named(self, username: str) -> Resources:
        """The same, now that Telegram has told the bot's username."""
        return replace(self, username=username)

    @cached_property
    def follow_ups(self) -> FollowUps:
        return FollowUps(self.book, self.matcher)

    @cached_property
    def matters(self) -> Matters:
        return Matters(self.follow_ups)

    @cached_property
    def filing(self) -> Filing:
        return Filing(self.book, self.matcher, other=OTHER_CATEGORY)

    @property
    def measures(self) -> Measures:
        return Measures(self.calendar, self.terms)

    @property
    def zone(self) -> ZoneInfo:
        return self.calendar.zone

    @property
    def categories(self) -> tuple[str, ...]:
        """What a report can be about: the book's chapters, and a way out."""
        return (*(chapter.title for chapter in self.book.chapters), OTHER_CATEGORY)


def load_resources(settings: Settings) -> Resources:
    """All of it, with the matcher trained, which takes seconds.

    Raises SettingsError, BookError and DataError, each saying what to mend where.
    """
    book = load_book(settings)
    matcher = Matcher.of(book)
    likeness = Likeness(lambda: Rarity.in_book(book), matcher.rank, matcher.correct)
    words = Likeness(lambda: likeness.rarity, correct=matcher.correct)
    return Resources(
        username="",
        helpdesk_chat_id=settings.helpdesk_chat_id,
        report_chat_id=settings.report_chat_id,
        admin_ids=settings.admin_ids,
        calendar=calendar(settings.zone, settings.holidays_file),
        reopen_days=reopen_days(),
        terms=terms(),
        editions=editions(),
        privacy=privacy(),
        clinic=clinic(),
        survey=survey(),
        news=announcements(),
        help_lines=help_lines(),
        backups_kept=settings.backup_keep if settings.daily_backups is not None else 0,
        book=book,
        matcher=matcher,
        clusters=Clusters(likeness, words),
        doubts=Doubts(words),
        elsewhere=Elsewhere(words),
        limits=settings.limits,
        offices=offices(settings.offices_file),
    )


def load_book(settings: Settings) -> Book:
    """Raises SettingsError and BookError."""
    if not settings.manual_dir.is_dir():
        raise SettingsError(
            f"MANUAL_DIR: there is no folder {settings.manual_dir} in {Path.cwd()};"
            " start the bot in the bot's own folder, or set MANUAL_DIR"
        )
    return read(settings.manual_dir)
