"""The surveys' list at the desk, and the page of one: how it stands, and what may be done."""

from __future__ import annotations

from bot.rules.survey import SurveyStatus
from bot.words import dates, labels
from bot.words import survey_desk as words
from bot.words.html import Html, paragraphs
from handlers.actions import survey as actions
from handlers.buttons import (
    AskPopulation,
    CloseSurvey,
    DropSurvey,
    NewSurvey,
    OpenSurvey,
    ServedWithin,
    SurveyDays,
    SurveyPage,
    Surveys,
    Testimonies,
)
from handlers.context import Context
from handlers.desk import survey_results
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import Survey

MOST_SHOWN = 6


def listed(turn: Turn) -> tuple[Html, Keyboard]:
    rows = turn.unit.surveys.newest(most=MOST_SHOWN)
    told = [(row.id, actions.days_told(row) or "–", _status(turn, row)) for row in rows]
    keyboard = tuple(
        (Key(labels.survey(row.id, days), SurveyPage(row.id)),)
        for row, (_, days, _) in zip(rows, told, strict=True)
    )
    return words.home(told), (*keyboard, (Key(labels.NEW_SURVEY, NewSurvey()),))


def home(turn: Turn) -> None:
    turn.button(Surveys)
    turn.toast()
    turn.edit(*listed(turn))


def _status(context: Context, row: Survey) -> str:
    zone = context.resources.zone
    return words.status(
        is_draft=row.status is SurveyStatus.DRAFT,
        closes="" if row.closes_at is None else dates.last_day(row.closes_at, zone),
        closed="" if row.closed_at is None else dates.short(row.closed_at, zone),
    )


def shown_again(turn: Turn) -> None:
    number = turn.button(SurveyPage).survey
    turn.toast()
    row = turn.unit.surveys.get(number)
    if row is None:
        turn.edit(words.unknown_survey())
    else:
        turn.edit(*page(turn, row))


def page(context: Context, row: Survey) -> tuple[Html, Keyboard]:
    is_draft = row.status is SurveyStatus.DRAFT
    counted = context.unit.surveys.counted(row.id)
    answers = actions.came(context, row)[0]
    said = words.page(
        words.Desk(
            survey=row.id,
            status=_status(context, row),
            days=actions.days_told(row),
            population=row.population,
            population_from=actions.population_from(context, row),
            needed=actions.needed(context, row),
            length=row.days,
            invited=counted.invited if row.invited is None else row.invited,
            answers=answers,
            waiting=context.unit.surveys.count_waiting(row.id),
        ),
        is_draft=is_draft,
    )
    home_key = (Key(labels.ALL_SURVEYS, Surveys()),)
    if is_draft:
        return said, (*_draft_keys(context, row), home_key)
    if row.status is SurveyStatus.OPEN:
        close_key = (Key(labels.CLOSE_SURVEY, CloseSurvey(row.id)),)
        looked = _testimony_keys(context, row)
        return paragraphs(said, words.results_later()), (*looked, close_key, home_key)
    below, keys = survey_results.shown(context, row)
    return paragraphs(said, below), (*keys, *_testimony_keys(context, row), home_key)


def _testimony_keys(context: Context, row: Survey) -> Keyboard:
    waiting = context.unit.surveys.count_waiting(row.id)
    label = labels.counted(labels.TESTIMONIES, waiting)
    return ((Key(label, Testimonies(row.id)),),) if waiting else ()


def _draft_keys(context: Context, row: Survey) -> Keyboard:
    within = tuple(
        Key(label, ServedWithin(row.id, said)) for said, label in labels.SERVED_WITHIN.items()
    )
    lengths = tuple(
        Key(labels.days_open(days), SurveyDays(row.id, days))
        for days in context.resources.survey.days
    )
    more = (
        Key(labels.ASK_POPULATION, AskPopulation(row.id)),
        Key(labels.DROP_DRAFT, DropSurvey(row.id)),
    )
    ready = ((Key(labels.OPEN_SURVEY, OpenSurvey(row.id)),),) if row.first is not None else ()
    return (*ready, within, lengths, more)


def pressed_row(turn: Turn, number: int) -> Survey | None:
    """Says so where it is gone."""
    turn.must_show_what_was_pressed()
    turn.toast()
    row = turn.unit.surveys.get(number)
    if row is None:
        turn.edit(words.unknown_survey())
    return row
