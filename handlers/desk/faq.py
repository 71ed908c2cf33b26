"""/faq: the questions the book did not answer, one group after the other."""

from __future__ import annotations

from bot.words import labels
from bot.words import learning as words
from bot.words.html import Html
from handlers.actions import learning, lesson
from handlers.actions.job_answers import Say, answering, place_of
from handlers.actions.learning import Case
from handlers.buttons import (
    Ignore,
    MakeEntry,
    NextCase,
    ShowCase,
    TakeBack,
    Teach,
    TeachChapter,
    TeachChapters,
    TickWording,
    WriteAnswer,
)
from handlers.context import Context, message
from handlers.desk import entry_figures
from handlers.keyboard import Key, Keyboard
from handlers.resources import Resources
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.questions import UndecidedQuestion
from storage.tables import JobKind, JobRow

GUESSES = 3


def faq(turn: Turn) -> None:
    turn.ask_for(JobKind.CASES, f"cases:{turn.incoming.chat_id}:{turn.incoming.message_id}")


def next_case(turn: Turn) -> None:
    """The group behind this one; after the last comes the first again."""
    pressed = turn.button(NextCase)
    turn.must_show_what_was_pressed()
    turn.toast()
    key = f"next:{turn.incoming.chat_id}:{turn.incoming.message_id}:{pressed.question}"
    turn.ask_for(JobKind.CASES, key, {"behind": pressed.question})


def page(context: Context, job: JobRow) -> list[Say]:
    """Said anew, or, turned over, in place of the page before."""
    behind = arguments_of(job).get("behind")
    found = learning.cases(context)
    at = next((place for place, case in enumerate(found) if behind in case.ids), -1) + 1
    case: Case | None = None
    said: Html = words.nothing()
    keyboard: Keyboard = ()
    if found:
        place = at % len(found)
        case = learning.with_wordings(context, found[place])
        said, keyboard = _page(context, case, place=(place + 1, len(found)))
    keyboard = (*keyboard, entry_figures.OPEN)

    def say(context: Context) -> None:
        if case is not None:
            wordings = [each.id for each in case.wordings]
            left_out = [each.id for each in case.wordings if not each.is_wanted]
            context.unit.questions.shown_together(
                case.ids, case_id=case.id, wordings=wordings, left_out=left_out
            )
        chat_id, message_id = place_of(context, job), job.message_id
        assert message_id is not None
        if behind is None:
            extra = answering(job)
            context.tell(chat_id, said, keyboard, extra=extra, quotes=True)
        else:
            params = message(said, keyboard) | {"message_id": message_id}
            context.unit.outbox.add(
                chat_id, "editMessageText", params, now=context.now, quotes=True
            )

    return [say]


def tick(turn: Turn) -> None:
    """A wording is left out, or taken in again."""
    pressed = turn.button(TickWording)
    turn.must_show_what_was_pressed()
    turn.unit.questions.tick(pressed.question, pressed.wording)
    _show_again(turn, pressed.question)


def show_case(turn: Turn) -> None:
    pressed = turn.button(ShowCase)
    _show_again(turn, pressed.question)


def _show_again(turn: Turn, question: int) -> None:
    case = learning.shown(turn, question)
    if case is None:
        turn.toast(words.reviewed_toast())
        return
    turn.toast()
    said, keyboard = _page(turn, case)
    turn.edit(said, keyboard, quotes=True)


def ignore(turn: Turn) -> None:
    pressed = turn.button(Ignore)
    officer, case = turn.person, learning.shown(turn, pressed.question)
    if case is None:
        turn.toast(words.reviewed_toast())
        return
    learning.dismiss(turn, case, by=officer)
    turn.toast()
    keyboard = ((Key(labels.NEXT, NextCase(case.id)),),)
    turn.edit(words.dismissed(case.text), keyboard, quotes=True)


def take_back(turn: Turn) -> None:
    pressed = turn.button(TakeBack)
    officer = turn.person
    row = turn.unit.learned.get(pressed.change)
    if row is None or row.revoked_at is not None:
        turn.toast(words.taken_back_toast())
        return
    lesson.take_back(turn, row, by=officer)
    turn.toast()
    turn.edit(words.taken_back(row.question, by=officer.name), quotes=True)


def chapters(turn: Turn) -> None:
    pressed = turn.button(TeachChapters)
    turn.toast()
    rows = [
        (
            Key(
                labels.label(f"{part.number}. {part.title}"),
                TeachChapter(pressed.question, part.number),
            ),
        )
        for part in turn.resources.book.chapters
    ]
    turn.edit(words.choose_chapter(), tuple(rows))


def chapter(turn: Turn) -> None:
    pressed = turn.button(TeachChapter)
    turn.toast()
    found = turn.resources.book.chapter(pressed.number)
    if found is None:
        return
    rows = [
        (Key(labels.label(entry.question), Teach(pressed.question, entry.id)),)
        for entry in found.entries
    ]
    back = (Key(labels.BACK, TeachChapters(pressed.question)),)
    turn.edit(words.choose_entry(found.title), (*rows, back))


def _page(
    context: Context, case: Case, *, place: tuple[int, int] | None = None
) -> tuple[Html, Keyboard]:
    closing = learning.closing_note(context, case)
    fits = closing is not None and learning.fits(closing[1])
    said = words.case(
        place=place,
        times=len(case.questions),
        wordings=[_wording(context.resources, case, each) for each in case.wordings],
        closing=learning.numbered(closing),
        fits=fits,
        doubtful=case.doubtful,
    )
    return said, _choices(context.resources, case, may_make=fits)


def _wording(resources: Resources, case: Case, asked: UndecidedQuestion) -> words.Wording:
    entry = resources.book.get(asked.answered) if asked.answered else None
    return words.Wording(
        asked.text, ticked=asked in case.ticked, answered=entry.question if entry else None
    )


def _choices(resources: Resources, case: Case, *, may_make: bool) -> Keyboard:
    asked = case.wordings[0].text
    guesses = [resources.book.get(one.id) for one in resources.matcher.rank(asked, GUESSES)]
    rows: list[tuple[Key, ...]] = []
    if len(case.wordings) > 1:
        rows.append(
            tuple(
                Key(labels.tick(at, ticked=each in case.ticked), TickWording(case.id, each.id))
                for at, each in enumerate(case.wordings, 1)
            )
        )
    rows += [
        (Key(labels.label(entry.question), Teach(case.id, entry.id)),)
        for entry in guesses
        if entry
    ]
    rows.append((Key(labels.OTHER_ENTRY, TeachChapters(case.id)),))
    if may_make:
        rows.append((Key(labels.NEW_ENTRY, MakeEntry(case.id)),))
    rows.append((Key(labels.WRITE_ANSWER, WriteAnswer(case.id)),))
    rows.append((Key(labels.IGNORE, Ignore(case.id)), Key(labels.NEXT, NextCase(case.id))))
    return tuple(rows)
