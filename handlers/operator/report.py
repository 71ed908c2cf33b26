"""`main.py report`: the same figures as in the chat, on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.data.deadlines import terms
from bot.data.editions import Editions, editions
from bot.data.survey import survey
from bot.data.working_time import calendar
from bot.errors import Refusal, WindowInFuture, WindowReversed
from bot.papers.chart import IndicatorPage, indicator_png, period_png, weekly_png
from bot.rules.calendar import Calendar
from bot.rules.closing import PeriodKind, holding
from bot.rules.deadline import Terms
from bot.rules.handling import Measures
from bot.rules.indicator import Edition, Window, summarise
from bot.rules.period_page import By
from bot.rules.report_days import FIRST, LAST, Days, Span
from bot.rules.survey import SurveyRules
from bot.rules.weekly import week_window, window
from bot.settings import Settings
from bot.words import indicator, period_page
from bot.words import weekly as words
from bot.words.head_page import Chapters
from bot.words.html import as_text
from faq.text.dates.report_days import days_said
from handlers.actions.head_figures import Maker, of_period, of_week
from storage.figures_unit import HasFigures

if TYPE_CHECKING:
    from bot.rules.offices import Offices
    from storage.unit import Unit


class WrongWindow(ValueError):
    """One line for the operator: which date, and the cure."""


class NoMatch(Exception):
    """One line for the operator: what the paper is not."""


@dataclass(frozen=True)
class Almanac:
    """What a report is counted by. It needs no book, which takes seconds to learn."""

    calendar: Calendar
    editions: Editions
    terms: Terms
    survey: SurveyRules
    offices_file: Path

    @property
    def measures(self) -> Measures:
        return Measures(self.calendar, self.terms)

    def offices(self) -> Offices:
        """Raises DataError. Imported here: a head's page names none, and what compares their names
        is a twentieth of its start."""
        from bot.data.offices import offices  # noqa: PLC0415

        return offices(self.offices_file)


def almanac(settings: Settings) -> Almanac:
    """Raises DataError."""
    return Almanac(
        calendar(settings.zone, settings.holidays_file),
        editions(),
        terms(),
        survey(),
        settings.offices_file,
    )


LeftOpen = Callable[[Window], Chapters]
"""How many questions of then the book did not answer."""


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line."""

    which: str
    start: date | None
    end: date | None
    edition: Edition
    form: str
    period: str | None = None

    def told(self, today: date) -> Wanted:
        """With the days that `period` names. Raises WrongWindow."""
        if self.period is None:
            return self
        if self.start or self.end:
            raise WrongWindow("write --period, or --from and --to, not both")
        try:
            days = days_said(self.period, today)
        except WindowInFuture as error:
            raise WrongWindow(f"it begins on {error.first}, which is still to come") from None
        except WindowReversed:
            raise WrongWindow("--period ends before it begins; swap its dates") from None
        except Refusal:
            raise WrongWindow(
                "--period names no days; write it like oktober, 'triwulan 3', 'tahun lalu',"
                " 2026-10 or '2026-01-01 2026-01-31'"
            ) from None
        return replace(self, start=days.first, end=days.last)


def page(
    unit: HasFigures,
    almanac: Almanac,
    wanted: Wanted,
    now: datetime,
    left_open: LeftOpen = lambda _: (),
) -> bytes:
    """The head's, of a week, month or year, as UTF-8 text, PNG or PDF; `left_open` is for paper
    alone. Raises WrongWindow, saying what is wrong with the dates."""
    wanted = _begun(almanac, wanted, now)
    make = _weekly if wanted.which == "weekly" else _period
    return make(unit, almanac, wanted, now, left_open)


def _begun(almanac: Almanac, wanted: Wanted, now: datetime) -> Wanted:
    """With its days, none of which is still to come: what is under way must not look as if it were
    over. Raises WrongWindow."""
    today = almanac.calendar.today(now)
    wanted = wanted.told(today)
    check(wanted)
    first = wanted.start or wanted.end
    if first and first > today:
        raise WrongWindow(f"it begins on {first}, which is still to come")
    return replace(wanted, end=wanted.end and min(wanted.end, today))


def check(wanted: Wanted) -> None:
    """Raises WrongWindow."""
    if wanted.start and wanted.end and wanted.end < wanted.start:
        raise WrongWindow("--to lies before --from; swap them")
    if any(day and not FIRST <= day <= LAST for day in (wanted.start, wanted.end)):
        raise WrongWindow(f"--from and --to lie between {FIRST} and {LAST}")


def indicator_days(almanac: Almanac, wanted: Wanted, now: datetime) -> tuple[date, date]:
    """Those that are named, up to today; the running year without any. Raises WrongWindow."""
    today = almanac.calendar.today(now)
    wanted = wanted.told(today)
    check(wanted)
    end = wanted.end or today
    start = wanted.start or date(end.year, 1, 1)
    if end < start or start > today:
        raise WrongWindow(f"it begins on {start}, which is still to come")
    return start, min(end, today)


def _weekly(
    unit: HasFigures, almanac: Almanac, wanted: Wanted, now: datetime, left_open: LeftOpen
) -> bytes:
    """The week that the dates lie in; the last full week without them."""
    calendar = almanac.calendar
    first = wanted.start or wanted.end or calendar.today(now) - timedelta(days=7)
    monday = first - timedelta(days=first.weekday())
    if wanted.end and wanted.end > monday + timedelta(days=6):
        raise WrongWindow(
            "weekly is about one week, Monday to Sunday; give one day of it as --from"
        )
    chart = of_week(_maker(unit, almanac, wanted), monday, as_of=now)
    if wanted.form == "png":
        return weekly_png(chart)
    if wanted.form == "pdf":
        from bot.data.letterhead import letterhead  # noqa: PLC0415 - only a paper pays for them
        from bot.papers.head_pdf import week_pdf  # noqa: PLC0415

        return week_pdf(chart, letterhead(), left_open(week_window(monday, now, calendar)))
    return as_text(words.whole(chart.report, zone=calendar.zone)).encode()


def _period(
    unit: HasFigures, almanac: Almanac, wanted: Wanted, now: datetime, left_open: LeftOpen
) -> bytes:
    """The month or year that the dates lie in. Without them the last full month, and the running
    year."""
    calendar, of_year = almanac.calendar, wanted.which == "yearly"
    today = calendar.today(now)
    usual = today if of_year else today.replace(day=1) - timedelta(days=1)
    first = wanted.start or wanted.end or usual
    period = holding(first, PeriodKind.YEAR if of_year else PeriodKind.MONTH)
    if wanted.end and wanted.end > period.last:
        raise WrongWindow(
            f"{wanted.which} is about one {period.span}; give one day of it as --from"
        )
    span = Span.YEAR if of_year else Span.MONTH
    days = Days(period.first, min(period.last, today), span, ends=period.last)
    chart = of_period(_maker(unit, almanac, wanted), days, as_of=now)
    if wanted.form == "png":
        return period_png(chart)
    if wanted.form == "pdf":
        from bot.data.letterhead import letterhead  # noqa: PLC0415 - as above
        from bot.papers.head_pdf import period_pdf  # noqa: PLC0415

        chapters = left_open(chart.page.now.summary.indicator.window)
        return period_pdf(chart, letterhead(), chapters)
    return as_text(period_page.whole(chart.page, zone=calendar.zone)).encode()


def _maker(unit: HasFigures, almanac: Almanac, wanted: Wanted) -> Maker:
    return Maker(unit, By(almanac.calendar, wanted.edition), almanac.survey)


def of_indicator(unit: Unit, almanac: Almanac, wanted: Wanted, now: datetime) -> bytes:
    """UTF-8 text or a PNG; a closed period's as it was closed. Raises WrongWindow."""
    calendar = almanac.calendar
    first, last = indicator_days(almanac, wanted, now)
    page = _as_closed(unit, first, last)
    if page is None:
        span = window(first, last, now, calendar)
        page = _as_it_stands(unit, calendar, span, wanted.edition)
    if wanted.form == "png":
        return indicator_png(page)
    return as_text(indicator.indicator(page.summary, zone=calendar.zone)).encode()


def _as_closed(unit: Unit, first: date, last: date) -> IndicatorPage | None:
    # The weekly text needs no papers.
    from handlers.actions.evidence import closed, recap_page  # noqa: PLC0415

    pack = closed(unit, first, last)
    return None if pack is None else recap_page(pack)


def _as_it_stands(unit: Unit, calendar: Calendar, span: Window, edition: Edition) -> IndicatorPage:
    from bot.data.letterhead import letterhead  # noqa: PLC0415 - as above

    cases = unit.figures.received(as_of=span.as_of, since=span.start)
    summary = summarise(cases, span, edition)
    return IndicatorPage(summary, str(calendar.zone), agency=letterhead().issuer)
