"""A survey as both sides need it: its days, its questions, its end."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.rules.dialog import DialogKind, may_begin
from bot.rules.survey import (
    SCORES,
    Disclosure,
    Element,
    SurveyDraft,
    SurveyResult,
    SurveyStatus,
    SurveyStep,
    blank,
    next_open,
    result,
)
from bot.words import dates, labels, survey_papers
from bot.words import survey as words
from bot.words.html import Html
from bot.words.labels import Label
from handlers.buttons import AnswerSurvey, BackInSurvey, SendSurvey, StartSurvey
from handlers.context import Context
from handlers.keyboard import Key, Keyboard
from storage import drafts
from storage.tables import Person, Survey

DAY = timedelta(days=1)


def days(row: Survey) -> tuple[date, date]:
    """Of whoever is asked; only a draft may have none yet."""
    assert row.first is not None
    assert row.last is not None
    return row.first, row.last


def days_told(row: Survey) -> str:
    return "" if row.first is None else dates.days(*days(row))


def span(context: Context, row: Survey) -> tuple[datetime, datetime]:
    """The same as moments: from the first midnight to the one after the last day."""
    first, last = days(row)
    calendar = context.resources.calendar
    return calendar.midnight(first), calendar.midnight(last + DAY)


def is_open(row: Survey | None, now: datetime) -> bool:
    """Though the clock has not closed it yet."""
    return (
        row is not None
        and row.status is SurveyStatus.OPEN
        and row.closes_at is not None
        and now < row.closes_at
    )


def the_open(context: Context) -> Survey | None:
    """There is one at a time."""
    rows = context.unit.surveys.open()
    return next((row for row in rows if is_open(row, context.now)), None)


def elements(context: Context, row: Survey) -> list[Element]:
    """In the order in which its answers are kept; what the data file has no more keeps its key."""
    edition = context.resources.survey.named(row.edition)
    return [
        (edition.element(key) if edition is not None else None)
        or Element(key, key, key, tuple(str(score) for score in SCORES))
        for key in row.elements
    ]


# Asking


def invitation(context: Context, row: Survey) -> tuple[Html, Keyboard]:
    zone = context.resources.zone
    assert row.closes_at is not None
    said = words.invitation(
        count=len(row.elements),
        days=days_told(row),
        closes=dates.last_day(row.closes_at, zone),
    )
    return said, ((Key(labels.START_SURVEY, StartSurvey(row.id)),),)


def may_be_asked(person: Person | None) -> bool:
    return (
        person is not None
        and person.reachable
        and person.blocked_at is None
        and person.news_off_at is None
        and person.id > 0
    )


def sheet_of(row: Survey, draft: str | None) -> str:
    """What was answered so far; what does not fit the survey is begun anew."""
    count = len(row.elements)
    allowed = {"0", *(str(score) for score in SCORES)}
    fits = draft is not None and len(draft) == count and set(draft) <= allowed
    return draft if fits and draft is not None else blank(count)


def shown(
    context: Context, row: Survey, sheet: str, place: int | None = None
) -> tuple[Html, Keyboard]:
    """The question at that place, else the first that is open, else whether it is to be sent.
    What was answered is told by none of them: the messages are kept for some days."""
    place = next_open(sheet) if place is None else place
    count = len(sheet)
    if place is None:
        back = Key(labels.BACK, BackInSurvey(row.id, count - 1))
        return words.check(count), ((Key(labels.SEND, SendSurvey(row.id)), back),)
    element = elements(context, row)[place]
    said = words.question(place + 1, count, question=element.question, answers=element.answers)
    keys = [
        Key(Label(answer), AnswerSurvey(row.id, place, score))
        for score, answer in enumerate(element.answers, 1)
    ]
    keyboard: Keyboard = tuple((key,) for key in keys)
    if place > 0:
        keyboard = (*keyboard, (Key(labels.BACK, BackInSurvey(row.id, place - 1)),))
    return said, keyboard


def listen(
    context: Context, person_id: int, row: Survey, step: SurveyStep, place: int | None = None
) -> bool:
    """Plain words may be the answer from now on, unless a report is being written."""
    opened = context.unit.dialogs.open(person_id, now=context.now)
    if not may_begin(DialogKind.SURVEY, opened):
        return False
    draft = drafts.write(SurveyDraft(row.id, place))
    context.unit.dialogs.begin(
        person_id, DialogKind.SURVEY, now=context.now, step=step, draft=draft
    )
    return True


def listen_at(
    context: Context, person_id: int, row: Survey, sheet: str, place: int | None = None
) -> None:
    """For the answer at that place, or at the first one that is open."""
    place = next_open(sheet) if place is None else place
    step = SurveyStep.CHECK if place is None else SurveyStep.ASK
    listen(context, person_id, row, step, place)


# What came of it


def close(context: Context, number: int) -> bool:
    """Once: from then on nobody knows any more who was asked."""
    row = context.unit.surveys.hold(number)
    if row is None or row.status is not SurveyStatus.OPEN:
        return False
    invited = context.unit.surveys.counted(number).invited
    context.unit.surveys.change(
        row, {"status": SurveyStatus.CLOSED, "closed_at": context.now, "invited": invited}
    )
    context.unit.surveys.forget_people(number)
    return True


def came(context: Context, row: Survey) -> tuple[int, SurveyResult | None, Disclosure]:
    """How many answered, what came of it, and what may be said of it. While it is open only how
    many: from one answer to the next the difference would tell whose it is."""
    sheets = context.unit.surveys.sheets(row.id)
    said = context.resources.survey.may_say(len(sheets), row.population)
    if row.status is not SurveyStatus.CLOSED or said is Disclosure.NOTHING:
        return len(sheets), None, Disclosure.NOTHING
    return len(sheets), result(row.elements, sheets), said


def population_from(context: Context, row: Survey) -> str:
    if row.population is None:
        return ""
    read = row.population_at
    return survey_papers.population_from(
        None if read is None else dates.short(read, context.resources.zone)
    )


def needed(context: Context, row: Survey) -> int | None:
    """How many answers the sample asks for."""
    if row.population is None:
        return None
    return context.resources.survey.sampling.size(row.population)
