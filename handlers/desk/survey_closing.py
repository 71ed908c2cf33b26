"""A survey is closed before its time; by itself it ends in `handlers/clock/survey.py`."""

from __future__ import annotations

from bot.rules.rights import DeskAct
from bot.words import labels
from bot.words import survey_desk as words
from handlers.actions import survey as actions
from handlers.buttons import CloseSurvey, CloseSurveySure, SurveyPage
from handlers.desk.survey_page import page, pressed_row
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import Survey


def ask_close(turn: Turn) -> None:
    row = pressed_row(turn, turn.button(CloseSurvey).survey)
    if row is None:
        return
    keys = (
        Key(labels.CLOSE_SURVEY_SURE, CloseSurveySure(row.id)),
        Key(labels.BACK, SurveyPage(row.id)),
    )
    turn.edit(words.ask_close(row.id), (keys,))


def close_pressed(turn: Turn) -> None:
    row = pressed_row(turn, turn.button(CloseSurveySure).survey)
    if row is None:
        return
    turn.must(DeskAct.SURVEY)
    actions.close(turn, row.id)
    turn.edit(*page(turn, row))


def close_by_words(turn: Turn, row: Survey, _rest: str) -> None:
    turn.must(DeskAct.SURVEY)
    if actions.close(turn, row.id):
        turn.say(*page(turn, row))
    else:
        turn.say(words.not_open())
