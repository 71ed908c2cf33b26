"""The figures of the head's pages that have no button below the page, each as a button."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.rules import figure_lines
from bot.rules.figure_lines import Line, LineGroup
from bot.rules.indicator import Indicator, Summary
from bot.rules.period_page import PeriodPage
from bot.rules.ticket import SIDE_ENDS, Status
from bot.rules.weekly import Weekly
from bot.words import labels
from handlers.actions import figure_keys
from handlers.keyboard import Keyboard

Page = Weekly | PeriodPage
IN_A_ROW = 2


def keys(page: Page, group: LineGroup, zone: ZoneInfo) -> Keyboard:
    match group:
        case LineGroup.CAUSES:
            return _causes(page)
        case LineGroup.AGES:
            return _ages(page)
        case LineGroup.OWN:
            return _keys(_own(page), _days(page))
        case LineGroup.INFORMATION:
            return _keys(_information(page), _days(page))
        case LineGroup.YEAR:
            return _year(page, zone)
        case LineGroup.BEFORE:
            return _ratio(page.year_before, zone) if page.year_before else ()


def _keys(lines: dict[Line, int], days: figure_keys.DaysAsOf) -> Keyboard:
    """Their words are long: three in a row would be cut on a phone."""
    return figure_keys.keys(lines, *days, in_a_row=IN_A_ROW)


def _ratio(figures: Indicator, zone: ZoneInfo) -> Keyboard:
    return _keys(figure_keys.lines_of_ratio(figures), figure_keys.days_of(figures.window, zone))


def _days(page: Page) -> figure_keys.DaysAsOf:
    if isinstance(page, Weekly):
        return page.as_of, page.monday, page.sunday
    return page.as_of, page.now.first, page.now.last


def _causes(page: Page) -> Keyboard:
    """A row each: their names are long."""
    return tuple(
        (figure_keys.key(labels.cause(name, count), figure_lines.cause(name), *_days(page)),)
        for name, count in page.categories
    )


def _ages(page: Page) -> Keyboard:
    if not isinstance(page, Weekly):
        return ()
    return tuple(
        (figure_keys.key(labels.age(band, count), figure_lines.age(band), *_days(page)),)
        for band, count in enumerate(page.ages)
        if count
    )


def _year(page: Page, zone: ZoneInfo) -> Keyboard:
    if isinstance(page, PeriodPage):
        return _ratio(page.year, zone)
    return _keys(_of_summary(page.year), figure_keys.days_of(page.year.indicator.window, zone))


def _own(page: Page) -> dict[Line, int]:
    if isinstance(page, PeriodPage):
        return _of_summary(page.now.summary)
    if page.took is None:
        return {}
    return {
        Line.UNHEARD: page.took.to_first_answer.lack,
        Line.STILL_OPEN: page.took.to_resolution.lack,
    }


def _of_summary(summary: Summary) -> dict[Line, int]:
    states = summary.states
    return figure_keys.lines_of_ratio(summary.indicator) | {
        Line.CONFIRMED: states.get(Status.CLOSED, 0),
        Line.UNCONFIRMED: states.get(Status.LAPSED, 0),
        Line.AWAITED: states.get(Status.RESOLVED, 0),
        Line.OTHERWISE: sum(states.get(state, 0) for state in SIDE_ENDS),
        Line.UNHEARD: summary.to_first_answer.lack,
        Line.STILL_OPEN: summary.to_resolution.lack,
    }


def _information(page: Page) -> dict[Line, int]:
    return {
        Line.ASKED: page.information_received,
        Line.INFORMED: page.information_resolved,
        Line.ASKING: page.information_open,
    }
