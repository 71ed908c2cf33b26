"""A survey opens: one at a time, for as many days as its draft says."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.rules.survey import SurveyStatus
from bot.words import dates
from bot.words import survey_desk as words
from handlers.buttons import OpenSurvey
from handlers.desk.survey_draft import ask_days, is_draft
from handlers.turn import Turn
from storage.tables import Survey


def open_pressed(turn: Turn) -> None:
    number = turn.button(OpenSurvey).survey
    turn.must_show_what_was_pressed()
    row = turn.unit.surveys.get(number)
    if row is None:
        turn.toast()
        turn.edit(words.unknown_survey())
        return
    turn.toast(words.opened_toast() if _open(turn, row) else "")
    if row.status is not SurveyStatus.DRAFT:
        turn.show_keys(())


def open_by_words(turn: Turn, row: Survey, _rest: str) -> None:
    _open(turn, row)


def _open(turn: Turn, row: Survey) -> bool:
    if not is_draft(turn, row):
        return False
    if row.first is None:
        ask_days(turn, row)
        return False
    other = next((each for each in turn.unit.surveys.open() if each.id != row.id), None)
    if other is not None:
        turn.say(words.another_is_open(other.id))
        return False
    closes = _closes(turn, row.days)
    turn.unit.surveys.change(
        row, {"status": SurveyStatus.OPEN, "opened_at": turn.now, "closes_at": closes}
    )
    turn.say(words.opened(closes=dates.last_day(closes, turn.resources.zone)))
    return True


def _closes(turn: Turn, days: int) -> datetime:
    """At a midnight; today is none of the days."""
    calendar = turn.resources.calendar
    return calendar.midnight(calendar.today(turn.now) + timedelta(days=days + 1))
