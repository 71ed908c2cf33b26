"""/survei, alone with whoever is asked: one question a message, by button or by words."""

from __future__ import annotations

import re

from bot.errors import StaleButton
from bot.rules.dialog import DialogKind
from bot.rules.intent import Intent, Situation
from bot.rules.letters import has_words
from bot.rules.privacy.numbers import mask
from bot.rules.survey import (
    MOST_TESTIMONY,
    SCORES,
    SurveyDraft,
    SurveyStatus,
    SurveyStep,
    answered,
    next_open,
)
from bot.rules.ticket import Role
from bot.words import labels
from bot.words import survey as words
from faq.text.asking import asks
from faq.text.language import in_standard_words
from faq.text.said.survey_said import begins_survey, is_about, score_said, shows_name
from faq.text.small_talk.meaning import as_answer, goes_back, intent
from handlers.actions import survey as actions
from handlers.asker import dialog
from handlers.buttons import (
    AnswerSurvey,
    BackInSurvey,
    DropTestimony,
    KeepTestimony,
    NoTestimony,
    SendSurvey,
    StartSurvey,
)
from handlers.keyboard import Key
from handlers.turn import Turn
from storage import drafts
from storage.tables import DialogRow, Survey, SurveyPerson

MOST_OF_MANNERS = 3  # words
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")


def command(turn: Turn, _argument: str) -> None:
    row = actions.the_open(turn)
    if row is None:
        turn.say(words.none_open())
    else:
        _begin(turn, row)


def heard(turn: Turn, text: str) -> bool:
    """ "isi survei", "lanjut survei": as the command, while there is one."""
    if not begins_survey(text):
        return False
    row = actions.the_open(turn)
    if row is not None:
        _begin(turn, row)
    return row is not None


def start(turn: Turn) -> None:
    row = turn.unit.surveys.get(turn.button(StartSurvey).survey)
    turn.toast()
    if row is None or not actions.is_open(row, turn.now):
        turn.say(words.closed())
    else:
        _begin(turn, row)


def _begin(turn: Turn, row: Survey) -> None:
    asked = turn.unit.surveys.of(row.id, turn.person.id)
    if asked is None:
        served = turn.unit.surveys.was_served(turn.person.id, *actions.span(turn, row))
        if not served or turn.person.role is not Role.ASKER:
            turn.say(words.not_for_them(actions.days_told(row)))
            return
        turn.unit.surveys.invite(row.id, turn.person.id)
        asked = turn.unit.surveys.of(row.id, turn.person.id)
    if asked is None or asked.taken_part:
        turn.say(words.already())
        return
    sheet = actions.sheet_of(row, asked.draft)
    actions.listen_at(turn, turn.person.id, row, sheet)
    turn.say(*actions.shown(turn, row, sheet))


def answer(turn: Turn) -> None:
    pressed = turn.button(AnswerSurvey)
    found = _under_way(turn, pressed.survey)
    if found is None:
        return
    row, asked = found
    sheet = actions.sheet_of(row, asked.draft)
    if not pressed.place < len(sheet) or pressed.score not in SCORES:
        raise StaleButton
    turn.must_show_what_was_pressed()
    turn.toast()
    _edit(turn, row, _put(turn, asked, sheet, pressed.place, pressed.score))


def back(turn: Turn) -> None:
    pressed = turn.button(BackInSurvey)
    found = _under_way(turn, pressed.survey)
    if found is None:
        return
    row, asked = found
    sheet = actions.sheet_of(row, asked.draft)
    if not pressed.place < len(sheet):
        raise StaleButton
    turn.must_show_what_was_pressed()
    turn.toast()
    _edit(turn, row, sheet, pressed.place)


def _edit(turn: Turn, row: Survey, sheet: str, place: int | None = None) -> None:
    actions.listen_at(turn, turn.person.id, row, sheet, place)
    turn.edit(*actions.shown(turn, row, sheet, place))


def _put(turn: Turn, asked: SurveyPerson, sheet: str, place: int, score: int) -> str:
    sheet = answered(sheet, place, score)
    turn.unit.surveys.keep(asked, sheet)
    return sheet


def _under_way(turn: Turn, number: int) -> tuple[Survey, SurveyPerson] | None:
    """None where it was closed meanwhile, which is said then. Raises StaleButton where there is
    nothing to answer."""
    row = turn.unit.surveys.get(number)
    asked = turn.unit.surveys.of(number, turn.person.id)
    if row is None or row.status is SurveyStatus.DRAFT:
        raise StaleButton
    if not actions.is_open(row, turn.now):
        turn.toast()
        turn.edit(words.closed())
        return None
    if asked is None or asked.taken_part:
        raise StaleButton
    return row, asked


def send(turn: Turn) -> None:
    """Pressed twice it counts once."""
    number = turn.button(SendSurvey).survey
    found = _under_way(turn, number)
    if found is None:
        return
    row, asked = found
    turn.must_show_what_was_pressed()
    turn.toast()
    if next_open(actions.sheet_of(row, asked.draft)) is not None:
        _edit(turn, row, actions.sheet_of(row, asked.draft))
    elif _send(turn, row, asked):
        heard = actions.listen(turn, turn.person.id, row, SurveyStep.WORDS)
        if heard:
            turn.edit(words.sent(), ((Key(labels.NO_TESTIMONY, NoTestimony(row.id)),),))
        else:
            turn.edit(words.sent_briefly())
    else:
        turn.edit(words.closed())


def _send(turn: Turn, row: Survey, asked: SurveyPerson) -> bool:
    """Whose answers they are is known until here, and from here on to nobody."""
    sheet = actions.sheet_of(row, asked.draft)
    held = turn.unit.surveys.hold(row.id)
    if not actions.is_open(held, turn.now):
        return False
    if turn.unit.surveys.take_part(row.id, turn.person.id):
        turn.unit.surveys.put_in(row.id, sheet)
    return True


# What is written


def hear(turn: Turn) -> bool:
    """False for anything that is no answer: that is served as ever, and the survey waits."""
    row = dialog.open_now(turn)[DialogKind.SURVEY]
    draft = _draft(row)
    survey = None if draft is None else turn.unit.surveys.get(draft.survey)
    if draft is None or survey is None or turn.incoming.file is not None:
        dialog.end(turn, DialogKind.SURVEY)
        return False
    if row.step == SurveyStep.WORDS:
        return _testimony(turn, survey)
    if row.step == SurveyStep.PERMISSION:
        return _permission(turn, survey, draft.testimony or "")
    asked = turn.unit.surveys.of(survey.id, turn.person.id)
    if not actions.is_open(survey, turn.now) or asked is None or asked.taken_part:
        dialog.end(turn, DialogKind.SURVEY)
        return _answers_too_late(turn)
    if _something_else_since(turn, row):
        return False
    return _said(turn, survey, asked, draft.place)


def _draft(row: DialogRow) -> SurveyDraft | None:
    """None where another release wrote it."""
    try:
        return drafts.read_survey(row.draft)
    except drafts.Unreadable:
        return None


def _answers_too_late(turn: Turn) -> bool:
    """A number and "kembali" would mean nothing to anybody else."""
    said = turn.incoming.own_text.casefold().strip(" .!")
    if not (_NUMBER.fullmatch(said) or goes_back(said)):
        return False
    turn.say(words.closed())
    return True


def _said(turn: Turn, survey: Survey, asked: SurveyPerson, place: int | None) -> bool:
    text = turn.incoming.own_text.strip()
    sheet = actions.sheet_of(survey, asked.draft)
    if goes_back(text):
        before = len(sheet) - 1 if place is None else max(place - 1, 0)
        _say(turn, survey, sheet, before)
        return True
    if as_answer(text, Situation.STORY).intent is Intent.CANCEL:
        stop(turn)
        return True
    if place is None:
        return _said_at_check(turn, survey, asked, text)
    if not place < len(sheet):
        return False
    answers = actions.elements(turn, survey)[place].answers
    standard = in_standard_words(text)
    score = score_said(text, answers) or score_said(standard, answers)
    if score is None:
        if not _NUMBER.fullmatch(text) and not is_about(standard, answers):
            return False
        turn.say(words.one_to_four())
        return True
    _forget_what_was_said(turn)
    _say(turn, survey, _put(turn, asked, sheet, place, score))
    return True


def _said_at_check(turn: Turn, survey: Survey, asked: SurveyPerson, text: str) -> bool:
    meant = as_answer(text, Situation.CHECK).intent
    if meant is not Intent.YES and text.casefold() != labels.SEND.casefold():
        return False
    if next_open(actions.sheet_of(survey, asked.draft)) is not None:
        _say(turn, survey, actions.sheet_of(survey, asked.draft))
    elif _send(turn, survey, asked):
        actions.listen(turn, turn.person.id, survey, SurveyStep.WORDS)
        turn.say(words.sent(), ((Key(labels.NO_TESTIMONY, NoTestimony(survey.id)),),))
    else:
        turn.say(words.closed())
    return True


def _say(turn: Turn, row: Survey, sheet: str, place: int | None = None) -> None:
    actions.listen_at(turn, turn.person.id, row, sheet, place)
    turn.say(*actions.shown(turn, row, sheet, place))


def _something_else_since(turn: Turn, row: DialogRow) -> bool:
    """A number, or "baik", may then be about what the book has offered."""
    asked = turn.unit.questions.newest(turn.person.id, since=row.updated_at)
    return asked is not None and asked.at > row.updated_at


def _forget_what_was_said(turn: Turn) -> None:
    """Of every message a mark of its words is kept for some days: of "3" it would tell the 3."""
    if turn.incoming.message_id is not None:
        turn.unit.inbox.forget_mark(turn.incoming.chat_id, turn.incoming.message_id)


def edited(turn: Turn) -> bool:
    """An answer that was typed and is put right: which one it was is not known any more."""
    row = dialog.open_now(turn).get(DialogKind.SURVEY)
    if row is None or row.step not in {SurveyStep.ASK, SurveyStep.CHECK}:
        return False
    _forget_what_was_said(turn)
    turn.say(words.change_by_button())
    return True


def stop(turn: Turn) -> None:
    """/batal, or as much in words; what was answered so far waits."""
    row = dialog.open_now(turn).get(DialogKind.SURVEY)
    dialog.end(turn, DialogKind.SURVEY)
    over = row is not None and row.step in {SurveyStep.WORDS, SurveyStep.PERMISSION}
    turn.say(words.testimony_dropped() if over else words.stopped())


# What may be shown to others


def no_testimony(turn: Turn) -> None:
    turn.button(NoTestimony)
    turn.toast()
    row = dialog.open_now(turn).get(DialogKind.SURVEY)
    if row is not None and row.step == SurveyStep.WORDS:
        dialog.end(turn, DialogKind.SURVEY)
    turn.edit(words.no_testimony())


def _testimony(turn: Turn, survey: Survey) -> bool:
    """One message, if it is one: a question or mere manners is served as ever."""
    text = turn.incoming.own_text.strip()
    said = intent(text)
    manners = said is not None and len(text.split()) <= MOST_OF_MANNERS
    if not text or turn.incoming.other is not None or asks(text) or manners:
        dialog.end(turn, DialogKind.SURVEY)
        return False
    if not has_words(text) or len(text) > MOST_TESTIMONY:
        turn.say(words.testimony_too_long(most=MOST_TESTIMONY))
        return True
    text, key = mask(text), dialog.new_key()
    turn.unit.dialogs.begin(
        turn.person.id,
        DialogKind.SURVEY,
        now=turn.now,
        step=SurveyStep.PERMISSION,
        key=key,
        draft=drafts.write(SurveyDraft(survey.id, testimony=text)),
    )
    turn.say(
        words.may_it_be_shown(text),
        (
            (Key(labels.SHOW_NAMED, KeepTestimony(survey.id, key, named=True)),),
            (Key(labels.SHOW_UNNAMED, KeepTestimony(survey.id, key, named=False)),),
            (Key(labels.DO_NOT_KEEP, DropTestimony(survey.id, key)),),
        ),
    )
    return True


def keep_testimony(turn: Turn) -> None:
    pressed = turn.button(KeepTestimony)
    text = _waiting(turn, pressed.key)
    turn.must_show_what_was_pressed()
    turn.toast()
    _keep(turn, pressed.survey, text, named=pressed.named)
    turn.edit(words.testimony_kept(named=pressed.named))


def drop_testimony(turn: Turn) -> None:
    _waiting(turn, turn.button(DropTestimony).key)
    turn.toast()
    dialog.end(turn, DialogKind.SURVEY)
    turn.edit(words.testimony_dropped())


def _permission(turn: Turn, survey: Survey, testimony: str) -> bool:
    text = turn.incoming.own_text.strip()
    meant = as_answer(text, Situation.CHECK).intent
    shown = shows_name(text)
    if meant in {Intent.NO, Intent.CANCEL} and shown is not False:
        dialog.end(turn, DialogKind.SURVEY)
        turn.say(words.testimony_dropped())
        return True
    if meant is Intent.YES or shown is not None:
        _keep(turn, survey.id, testimony, named=shown is True)
        turn.say(words.testimony_kept(named=shown is True))
        return True
    dialog.end(turn, DialogKind.SURVEY)  # about something else: without a yes nothing is kept
    return False


def _keep(turn: Turn, number: int, text: str, *, named: bool) -> None:
    dialog.end(turn, DialogKind.SURVEY)
    if text and turn.unit.surveys.get(number) is not None:
        turn.unit.surveys.add_testimony(number, turn.person.id, text, named=named)


def _waiting(turn: Turn, key: str) -> str:
    row = dialog.open_now(turn).get(DialogKind.SURVEY)
    draft = None if row is None or row.key != key else _draft(row)
    if draft is None or not draft.testimony:
        raise StaleButton
    return draft.testimony
