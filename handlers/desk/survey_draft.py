"""A survey that is not open yet: of which days, of how many people, open for how long; by buttons
and by words."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import DeskAct
from bot.rules.survey import MOST_POPULATION, SurveyStatus
from bot.words import survey_desk as words
from bot.words.html import Html
from faq.text.dates.report_days import days_said
from faq.text.said.survey_said import days_counted, people_counted
from handlers.buttons import AskPopulation, DropSurvey, NewSurvey, ServedWithin, SurveyDays
from handlers.desk.survey_page import page, pressed_row
from handlers.turn import Turn
from storage.tables import Survey

LONGEST = timedelta(days=92)  # for which one may be open


def new(turn: Turn) -> None:
    turn.button(NewSurvey)
    turn.toast()
    new_by_words(turn, "")


def new_by_words(turn: Turn, said: str) -> None:
    """Raises what `days_said` raises of days that cannot be."""
    officer = turn.must(DeskAct.SURVEY)
    rules, today = turn.resources.survey, turn.resources.calendar.today(turn.now)
    days = days_said(said, today) if said else None
    edition = rules.in_force(today)
    row = turn.unit.surveys.draft(
        edition=edition.name,
        elements=edition.keys,
        days=rules.days[len(rules.days) // 2],
        by_id=officer.id,
        now=turn.now,
    )
    if days is not None:
        turn.unit.surveys.change(row, {"first": days.first, "last": days.ends})
    _count_personnel(turn, row)
    turn.say(*page(turn, row))


def _count_personnel(turn: Turn, row: Survey) -> None:
    """The population by the personnel list, where there is one; it may still be typed."""
    newest = turn.unit.roster.newest()
    people = turn.unit.roster.count_active() if newest is not None else 0
    if newest is not None and people:
        turn.unit.surveys.change(row, {"population": people, "population_at": newest.at})


def is_draft(turn: Turn, row: Survey) -> bool:
    """Says so where it is none any more."""
    turn.must(DeskAct.SURVEY)
    if row.status is not SurveyStatus.DRAFT:
        turn.say(words.only_draft())
    return row.status is SurveyStatus.DRAFT


def days_by_words(turn: Turn, row: Survey, said: str) -> None:
    if not is_draft(turn, row):
        return
    if not said:
        ask_days(turn, row)
        return
    _set_days(turn, row, said)
    turn.say(*page(turn, row))


def ask_days(turn: Turn, row: Survey) -> None:
    turn.say(
        words.days_wanted(row.id),
        subject=Subject(Purpose.SURVEY_DAYS, row.id),
        force_reply=words.answer_placeholder(),
    )


def _set_days(turn: Turn, row: Survey, said: str) -> None:
    days = days_said(said, turn.resources.calendar.today(turn.now))
    turn.unit.surveys.change(row, {"first": days.first, "last": days.ends})


def population_by_words(turn: Turn, row: Survey, said: str) -> None:
    if not is_draft(turn, row):
        return
    count = people_counted(said)
    if not 1 <= count <= MOST_POPULATION:
        _ask_population(turn, row, words.population_unclear(row.id))
        return
    turn.unit.surveys.change(row, {"population": count, "population_at": None})
    turn.say(*page(turn, row))


def length_by_words(turn: Turn, row: Survey, said: str) -> None:
    if not is_draft(turn, row):
        return
    days = days_counted(said)
    if not 1 <= days <= LONGEST.days:
        turn.say(words.length_unclear((1, LONGEST.days)))
        return
    turn.unit.surveys.change(row, {"days": days})
    turn.say(*page(turn, row))


def set_days(turn: Turn) -> None:
    pressed = turn.button(ServedWithin)
    row = pressed_row(turn, pressed.survey)
    if row is not None and is_draft(turn, row):
        _set_days(turn, row, pressed.said)
        turn.edit(*page(turn, row))


def set_length(turn: Turn) -> None:
    pressed = turn.button(SurveyDays)
    row = pressed_row(turn, pressed.survey)
    if row is not None and 1 <= pressed.days <= LONGEST.days and is_draft(turn, row):
        turn.unit.surveys.change(row, {"days": pressed.days})
        turn.edit(*page(turn, row))


def ask_population(turn: Turn) -> None:
    row = pressed_row(turn, turn.button(AskPopulation).survey)
    if row is not None and is_draft(turn, row):
        _ask_population(turn, row, words.ask_population(row.id))


def _ask_population(turn: Turn, row: Survey, said: Html) -> None:
    turn.say(
        said,
        subject=Subject(Purpose.SURVEY_POPULATION, row.id),
        force_reply=words.answer_placeholder(),
    )


def drop(turn: Turn) -> None:
    row = pressed_row(turn, turn.button(DropSurvey).survey)
    if row is not None and is_draft(turn, row):
        turn.unit.surveys.drop(row)
        turn.edit(words.dropped())


def drop_by_words(turn: Turn, row: Survey, _rest: str) -> None:
    if is_draft(turn, row):
        turn.unit.surveys.drop(row)
        turn.say(words.dropped())
