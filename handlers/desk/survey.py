"""/survei at the desk: surveys by buttons and by words, until they are closed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.rules.dates.report_days import days_said
from bot.rules.rights import DeskAct
from bot.rules.survey import MOST_POPULATION, SurveyStatus
from bot.words import dates, labels
from bot.words import survey_desk as words
from bot.words.html import Html, paragraphs
from handlers.actions import survey as actions
from handlers.buttons import (
    AskPopulation,
    CloseSurvey,
    CloseSurveySure,
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
from handlers.desk import survey_papers, survey_results
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import Survey

MOST_SHOWN = 6
LONGEST = timedelta(days=92)  # for which one may be open
_NUMBERED = re.compile(r"(?P<number>\d{1,12})\b[\s:,]*(?P<rest>.*)", re.DOTALL)
_COUNT = re.compile(r"(\d{1,3}(?:[. ]\d{3})+|\d{1,7})(?:\s*(?:orang|pns|pegawai|asn|jiwa))?")


def command(turn: Turn, argument: str) -> None:
    """`/survei`, `/survei 3`, `/survei VERB …`; see words.manual."""
    verb, _, rest = argument.strip().partition(" ")
    verb, _, behind = verb.casefold().partition(":")
    rest = f"{behind} {rest}".strip()
    numbered = _NUMBERED.fullmatch(rest)
    if not argument.strip() or (verb in {"daftar", "list"} and not rest):
        turn.say(*_home(turn))
    elif verb.isascii() and verb.isdigit() and len(verb) <= 12:
        _show(turn, int(verb))
    elif verb == "bantuan":
        turn.say(words.manual())
    elif verb in {"baru", "tambah"}:
        _new(turn, rest)
    elif verb in NUMBERED and numbered is not None:
        row = turn.unit.surveys.get(int(numbered["number"]))
        if row is None:
            turn.say(words.unknown_survey())
        else:
            NUMBERED[verb](turn, row, numbered["rest"].strip())
    else:
        turn.say(words.not_understood())


def _home(turn: Turn) -> tuple[Html, Keyboard]:
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
    turn.edit(*_home(turn))


def _status(context: Context, row: Survey) -> str:
    zone = context.resources.zone
    return words.status(
        is_draft=row.status is SurveyStatus.DRAFT,
        closes="" if row.closes_at is None else dates.last_day(row.closes_at, zone),
        closed="" if row.closed_at is None else dates.short(row.closed_at, zone),
    )


# One survey


def _show(turn: Turn, number: int) -> None:
    row = turn.unit.surveys.get(number)
    if row is None:
        turn.say(words.unknown_survey())
    else:
        turn.say(*page(turn, row))


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


# A draft


def new(turn: Turn) -> None:
    turn.button(NewSurvey)
    turn.toast()
    _new(turn, "")


def _new(turn: Turn, said: str) -> None:
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


def _is_draft(turn: Turn, row: Survey) -> bool:
    """Says so where it is none any more."""
    turn.must(DeskAct.SURVEY)
    if row.status is not SurveyStatus.DRAFT:
        turn.say(words.only_draft())
    return row.status is SurveyStatus.DRAFT


def days_by_words(turn: Turn, row: Survey, said: str) -> None:
    if not _is_draft(turn, row):
        return
    if not said:
        turn.say(words.days_wanted(row.id), force_reply=words.answer_placeholder())
        return
    _set_days(turn, row, said)
    turn.say(*page(turn, row))


def _set_days(turn: Turn, row: Survey, said: str) -> None:
    days = days_said(said, turn.resources.calendar.today(turn.now))
    turn.unit.surveys.change(row, {"first": days.first, "last": days.ends})


def population_by_words(turn: Turn, row: Survey, said: str) -> None:
    if not _is_draft(turn, row):
        return
    found = _COUNT.fullmatch(said.casefold().strip(" ."))
    count = int(re.sub(r"\D", "", found[1])) if found else 0
    if not 1 <= count <= MOST_POPULATION:
        turn.say(words.population_unclear(row.id), force_reply=words.answer_placeholder())
        return
    turn.unit.surveys.change(row, {"population": count, "population_at": None})
    turn.say(*page(turn, row))


def length_by_words(turn: Turn, row: Survey, said: str) -> None:
    if not _is_draft(turn, row):
        return
    found = re.fullmatch(r"(\d{1,3})(?: hari)?", said.casefold())
    if found is None or not 1 <= int(found[1]) <= LONGEST.days:
        turn.say(words.length_unclear((1, LONGEST.days)))
        return
    turn.unit.surveys.change(row, {"days": int(found[1])})
    turn.say(*page(turn, row))


def set_days(turn: Turn) -> None:
    pressed = turn.button(ServedWithin)
    row = _pressed(turn, pressed.survey)
    if row is not None and _is_draft(turn, row):
        _set_days(turn, row, pressed.said)
        turn.edit(*page(turn, row))


def set_length(turn: Turn) -> None:
    pressed = turn.button(SurveyDays)
    row = _pressed(turn, pressed.survey)
    if row is not None and 1 <= pressed.days <= LONGEST.days and _is_draft(turn, row):
        turn.unit.surveys.change(row, {"days": pressed.days})
        turn.edit(*page(turn, row))


def ask_population(turn: Turn) -> None:
    row = _pressed(turn, turn.button(AskPopulation).survey)
    if row is not None and _is_draft(turn, row):
        turn.say(words.ask_population(row.id), force_reply=words.answer_placeholder())


def _pressed(turn: Turn, number: int) -> Survey | None:
    """Says so where it is gone."""
    turn.must_show_what_was_pressed()
    turn.toast()
    row = turn.unit.surveys.get(number)
    if row is None:
        turn.edit(words.unknown_survey())
    return row


def drop(turn: Turn) -> None:
    row = _pressed(turn, turn.button(DropSurvey).survey)
    if row is not None and _is_draft(turn, row):
        turn.unit.surveys.drop(row)
        turn.edit(words.dropped())


def drop_by_words(turn: Turn, row: Survey, _rest: str) -> None:
    if _is_draft(turn, row):
        turn.unit.surveys.drop(row)
        turn.say(words.dropped())


# Open


def open_pressed(turn: Turn) -> None:
    number = turn.button(OpenSurvey).survey
    turn.must_show_what_was_pressed()
    row = turn.unit.surveys.get(number)
    if row is None:
        turn.toast()
        turn.edit(words.unknown_survey())
        return
    _open(turn, row)
    turn.toast(words.opened_toast() if row.status is SurveyStatus.OPEN else "")
    turn.show_keys(())


def open_by_words(turn: Turn, row: Survey, _rest: str) -> None:
    _open(turn, row)


def _open(turn: Turn, row: Survey) -> None:
    if not _is_draft(turn, row):
        return
    if row.first is None:
        turn.say(words.days_wanted(row.id), force_reply=words.answer_placeholder())
        return
    other = next((each for each in turn.unit.surveys.open() if each.id != row.id), None)
    if other is not None:
        turn.say(words.another_is_open(other.id))
        return
    closes = _closes(turn, row.days)
    turn.unit.surveys.change(
        row, {"status": SurveyStatus.OPEN, "opened_at": turn.now, "closes_at": closes}
    )
    turn.say(words.opened(closes=dates.last_day(closes, turn.resources.zone)))


def _closes(turn: Turn, days: int) -> datetime:
    """At a midnight; today is none of the days."""
    calendar = turn.resources.calendar
    return calendar.midnight(calendar.today(turn.now) + timedelta(days=days + 1))


def ask_close(turn: Turn) -> None:
    row = _pressed(turn, turn.button(CloseSurvey).survey)
    if row is None:
        return
    keys = (
        Key(labels.CLOSE_SURVEY_SURE, CloseSurveySure(row.id)),
        Key(labels.BACK, SurveyPage(row.id)),
    )
    turn.edit(words.ask_close(row.id), (keys,))


def close_pressed(turn: Turn) -> None:
    row = _pressed(turn, turn.button(CloseSurveySure).survey)
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


# Replies


def is_answer(turn: Turn) -> bool:
    """A reply to what the bot asked here of a survey."""
    return _answered(turn) is not None


def _answered(turn: Turn) -> re.Match[str] | None:
    ours = turn.resources.username.lower()
    if not ours or ours != (turn.incoming.reply_to_bot or "").lower():
        return None
    return words.MARKED.match(turn.incoming.reply_to_line or "")


def answered(turn: Turn) -> None:
    found = _answered(turn)
    assert found is not None
    turn.must(DeskAct.SURVEY)
    row = turn.unit.surveys.get(int(found["number"]))
    text = (turn.incoming.text or "").strip()
    if row is None:
        turn.say(words.unknown_survey())
    elif found["part"] == words.POPULATION:
        population_by_words(turn, row, text)
    elif found["part"] == words.DAYS:
        days_by_words(turn, row, text)
    else:
        survey_results.write(turn, row, found["element"], text)


Numbered = Callable[[Turn, Survey, str], None]
NUMBERED: dict[str, Numbered] = {
    **dict.fromkeys(("masa", "periode", "layanan"), days_by_words),
    "populasi": population_by_words,
    **dict.fromkeys(("lama", "hari"), length_by_words),
    "buka": open_by_words,
    **dict.fromkeys(("tutup", "akhiri"), close_by_words),
    **dict.fromkeys(("buang", "hapus", "batal"), drop_by_words),
    **dict.fromkeys(("hasil", "lihat"), lambda turn, row, _rest: turn.say(*page(turn, row))),
    **dict.fromkeys(("laporan", "cetak"), survey_papers.by_words),
    **dict.fromkeys(("tindak", "tindaklanjut"), survey_results.follow_up_by_words),
    "testimoni": survey_results.testimonies_by_words,
}
