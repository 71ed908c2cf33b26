"""A survey that is closed: its result, what was done about its lowest elements, and what people
said of the service, before an officer lets it be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.errors import StaleButton
from bot.rules.letters import has_words
from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import DeskAct
from bot.rules.survey import MOST_FOLLOW_UP, Disclosure, Showing, SurveyResult
from bot.words import labels
from bot.words import survey_desk as words
from bot.words.html import Html, paragraphs
from bot.words.survey_papers import decimal, graded
from faq.text.said.agreeing import is_small
from handlers.actions import survey as actions
from handlers.buttons import AskFollowUp, JudgeTestimony, SurveyPage, Testimonies
from handlers.context import Context
from handlers.desk import survey_papers
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import Survey

_TOLD = re.compile(r"(?:lanjut\s+)?(?P<element>[^:]{2,60}):\s*(?P<text>.+)", re.DOTALL)


def shown(context: Context, row: Survey) -> tuple[Html, Keyboard]:
    """What stands below the page of one that is closed."""
    answers, found, said = actions.came(context, row)
    needed = actions.needed(context, row)
    short = needed is not None and answers < needed and said is not Disclosure.NOTHING
    below = paragraphs(
        words.outcome(outcome(context, row)),
        words.short_of_sample(answers=answers, needed=needed) if short and needed else None,
        _follow_ups(context, row, found) if said is Disclosure.ALL and found is not None else None,
    )
    keys = survey_papers.keys(row) if found is not None else ()
    return below, (*keys, *_follow_up_keys(context, row))


def outcome(context: Context, row: Survey) -> words.SurveyOutcome:
    answers, found, said = actions.came(context, row)
    edition = context.resources.survey.named(row.edition)
    if found is None or edition is None:
        return words.SurveyOutcome(Disclosure.NOTHING, answers, (), "", "", "", (), ())
    name = {each.key: each.name for each in actions.elements(context, row)}
    return words.SurveyOutcome(
        said=said,
        answers=answers,
        rows=tuple(
            words.ElementRow(name[each.key], decimal(each.average), decimal(each.converted))
            for each in found.elements
        ),
        index=decimal(found.index),
        converted=decimal(found.converted),
        grade=graded(edition.grade(found.converted)),
        lowest=tuple(name[each.key] for each in found.lowest),
        as_low=tuple(name[each.key] for each in found.as_low),
    )


def _lowest(context: Context, row: Survey) -> list[tuple[str, str]]:
    """Keys and names of what is to be worked at; none where nothing may be said."""
    _, found, said = actions.came(context, row)
    if found is None or said is not Disclosure.ALL:
        return []
    name = {each.key: each.name for each in actions.elements(context, row)}
    return [(each.key, name[each.key]) for each in found.lowest]


def _follow_ups(context: Context, row: Survey, found: SurveyResult) -> Html:
    written = context.unit.surveys.follow_ups(row.id)
    name = {each.key: each.name for each in actions.elements(context, row)}
    return words.follow_ups(
        [words.ElementFollowUp(name[each.key], written.get(each.key, "")) for each in found.lowest]
    )


def _follow_up_keys(context: Context, row: Survey) -> Keyboard:
    return tuple(
        (Key(labels.follow_up(name), AskFollowUp(row.id, place)),)
        for place, (_, name) in enumerate(_lowest(context, row))
    )


def ask_follow_up(turn: Turn) -> None:
    pressed = turn.button(AskFollowUp)
    turn.must(DeskAct.SURVEY)
    turn.must_show_what_was_pressed()
    row = turn.unit.surveys.get(pressed.survey)
    lowest = [] if row is None else _lowest(turn, row)
    if row is None or not pressed.place < len(lowest):
        raise StaleButton
    turn.toast()
    key, name = lowest[pressed.place]
    _ask_for(turn, row, key, words.ask_follow_up(row.id, name))


def _ask_for(turn: Turn, row: Survey, key: str, said: Html) -> None:
    turn.say(
        said,
        subject=Subject(Purpose.SURVEY_FOLLOW_UP, row.id, key),
        force_reply=words.answer_placeholder(),
    )


def follow_up_by_words(turn: Turn, row: Survey, rest: str) -> None:
    turn.must(DeskAct.SURVEY)
    told = _TOLD.fullmatch(rest)
    if told is None:
        lowest = [name for _, name in _lowest(turn, row)]
        turn.say(words.no_such_element(lowest) if lowest else words.nothing_lowest())
        return
    known, said = _lowest(turn, row), told["element"].strip().casefold()
    fits = [each for each in known if each[1].casefold() == said]
    fits = fits or [each for each in known if said in each[1].casefold()]
    _write(turn, row, fits, told["text"].strip())


def answered(turn: Turn, row: Survey, element: str | None, text: str) -> None:
    """A reply to the prompt for one of them, by its key."""
    _write(turn, row, [each for each in _lowest(turn, row) if each[0] == element], text)


def _write(turn: Turn, row: Survey, fits: Sequence[tuple[str, str]], text: str) -> None:
    """Where it fits one of them: as it is called, or a word of its name."""
    lowest = _lowest(turn, row)
    if not lowest:
        turn.say(words.nothing_lowest())
        return
    if len(fits) != 1:
        turn.say(words.no_such_element([name for _, name in lowest]))
        return
    key, name = fits[0]
    if not has_words(text) or is_small(text) or len(text) > MOST_FOLLOW_UP:
        _ask_for(turn, row, key, words.follow_up_unfit(row.id, name, most=MOST_FOLLOW_UP))
        return
    turn.unit.surveys.follow_up(row.id, key, text, by_id=turn.person.id, now=turn.now)
    turn.say(words.follow_up_kept(name), ((Key(labels.BACK, SurveyPage(row.id)),),))


# Testimonies


def testimonies(turn: Turn) -> None:
    number = turn.button(Testimonies).survey
    row = turn.unit.surveys.get(number)
    if row is None:
        raise StaleButton
    turn.toast()
    _next(turn, row)


def testimonies_by_words(turn: Turn, row: Survey, _rest: str) -> None:
    _next(turn, row)


def _next(turn: Turn, row: Survey) -> None:
    """One after the other."""
    turn.must(DeskAct.TESTIMONIES)
    waiting = turn.unit.surveys.testimonies(row.id, {Showing.WAITING})
    if not waiting:
        turn.say(words.no_testimonies())
        return
    testimony, name = waiting[0]
    person = turn.unit.people.get(testimony.person_id)
    assert person is not None
    keys = (
        Key(labels.SHOW_TESTIMONY, JudgeTestimony(testimony.id, shown=True)),
        Key(labels.DECLINE_TESTIMONY, JudgeTestimony(testimony.id, shown=False)),
    )
    said = words.testimony(row.id, testimony.text, name=name if testimony.named else None)
    turn.say_about(person, said, (keys,))


def judge(turn: Turn) -> None:
    pressed = turn.button(JudgeTestimony)
    officer = turn.must(DeskAct.TESTIMONIES)
    turn.must_show_what_was_pressed()
    found = turn.unit.surveys.testimony(pressed.testimony)
    row = None if found is None else turn.unit.surveys.get(found.survey_id)
    if found is None or row is None:
        raise StaleButton
    if found.status is not Showing.WAITING:
        turn.toast(words.judged_already_toast())
        return
    turn.toast()
    status = Showing.SHOWN if pressed.shown else Showing.DECLINED
    turn.unit.surveys.judge(found, status, by_id=officer.id)
    turn.edit(words.judged(shown=pressed.shown), ((Key(labels.BACK, SurveyPage(row.id)),),))
    if turn.unit.surveys.count_waiting(row.id):
        _next(turn, row)
