"""What an officer wants to teach is asked for here, tried as a job, and then said to hold."""

from __future__ import annotations

from bot.rules.letters import has_words
from bot.rules.privacy.asking import refuse_asking
from bot.rules.privacy.numbers import mask
from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import DeskAct, may
from bot.words import labels
from bot.words import learning as words
from faq.book.book import Book
from faq.text.said.agreeing import is_small
from handlers.actions import learning, lesson
from handlers.actions.job_answers import Say, answering, place_of
from handlers.actions.learning import Case
from handlers.actions.lesson import Lesson
from handlers.buttons import (
    MakeEntry,
    NextCase,
    ShowCase,
    TakeBack,
    Teach,
    TeachAnyway,
    WriteAnswer,
)
from handlers.context import Context, message
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.jobs import Arguments, arguments_of
from storage.tables import JobKind, JobRow, LearnedRow, Person


def teach(turn: Turn) -> None:
    """The wordings belong to this entry."""
    pressed = turn.button(Teach)
    if turn.resources.book.get(pressed.entry) is None:
        turn.toast(words.entry_gone_toast())
        return
    _try(turn, {"case": pressed.question, "entry": pressed.entry})


def make_entry(turn: Turn) -> None:
    """A new entry from the closing note of a ticket that grew out of the question."""
    pressed = turn.button(MakeEntry)
    case = learning.shown(turn, pressed.question)
    closing = learning.closing_note(turn, case) if case else None
    if case is not None and (closing is None or not learning.fits(closing[1])):
        turn.toast(words.no_note_toast())
        return
    _try(turn, {"case": pressed.question, "note": True})


def teach_anyway(turn: Turn) -> None:
    pressed = turn.button(TeachAnyway)
    tried = turn.unit.jobs.find(pressed.job)
    if tried is None or tried.kind is not JobKind.LESSON:
        turn.toast(words.reviewed_toast())
        return
    wanted = arguments_of(tried)
    asked = {name: wanted[name] for name in ("case", "entry", "note", "answer") if name in wanted}
    _try(turn, asked | {"anyway": True})


def write_answer(turn: Turn) -> None:
    """The officer's reply to what is said here is the answer."""
    pressed = turn.button(WriteAnswer)
    case = learning.shown(turn, pressed.question)
    if case is None:
        turn.toast(words.reviewed_toast())
        return
    turn.toast()
    turn.say(
        words.write_answer(case.id, texts=[each.text for each in case.ticked]),
        subject=Subject(Purpose.LESSON, case.id),
        quotes=True,
        force_reply=words.answer_placeholder(),
    )


def written(turn: Turn, subject: Subject) -> None:
    turn.must(DeskAct.TEACH)
    case = subject.id or 0
    answer = mask((turn.incoming.text or "").strip())
    refuse_asking(answer)
    if not has_words(answer) or is_small(answer):
        turn.say(words.answer_without_words())
    elif not learning.fits(answer):
        turn.say(words.answer_too_long())
    elif learning.shown(turn, case) is None:
        turn.say(words.reviewed())
    else:
        key = f"lesson:{turn.incoming.chat_id}:{turn.incoming.message_id}"
        turn.ask_for(JobKind.LESSON, key, {"case": case, "answer": answer, "new": True})


def _try(turn: Turn, wanted: Arguments) -> None:
    if learning.shown(turn, wanted["case"]) is None:
        turn.toast(words.reviewed_toast())
        return
    turn.must_show_what_was_pressed()
    turn.toast()
    key = f"lesson:{turn.incoming.chat_id}:{turn.incoming.message_id}"
    turn.ask_for(JobKind.LESSON, key, wanted)


def tried(context: Context, job: JobRow) -> list[Say]:
    """Taught, unless known questions would be answered otherwise: then shown first."""
    wanted = arguments_of(job)
    case = learning.shown(context, wanted["case"])
    planned = _planned(context, case, wanted) if case else None
    if case is None or planned is None:
        return [lambda context: _put(context, job, message(words.reviewed()))]
    anyway = wanted.get("anyway", False)
    moved = [] if anyway else lesson.summary(lesson.moved(context, planned))
    broad = lesson.broad(context.resources.book, planned)

    def say(context: Context) -> None:
        """Somebody else may have decided meanwhile."""
        case = learning.shown(context, wanted["case"])
        officer = context.unit.people.get(job.asker_id) if job.asker_id else None
        if case is None or officer is None or not may(officer.role, DeskAct.TEACH):
            _put(context, job, message(words.reviewed()))
        elif moved:
            keys = (
                (Key(labels.TEACH_ANYWAY, TeachAnyway(job.id)),),
                (Key(labels.DO_NOT_TEACH, ShowCase(case.id)),),
            )
            named = _named(context.resources.book, planned)
            _put(context, job, message(words.would_move(named, moved), keys))
        else:
            row = planned.add(context, case, by=officer)
            _put(context, job, _taught(context, planned, row, case, broad, by=officer))

    return [say]


def _planned(context: Context, case: Case, wanted: Arguments) -> Lesson | None:
    """None where what it needs is gone."""
    book = context.resources.book
    if "entry" in wanted:
        return lesson.about(wanted["entry"], case) if book.get(wanted["entry"]) else None
    if "note" in wanted:
        closing = learning.closing_note(context, case)
        if closing is None or not learning.fits(closing[1]):
            return None
        ticket, note = closing
        chapter = _chapter_called(book, ticket.category)
        return lesson.new_entry(context, case, note, chapter=chapter, ticket_id=ticket.id)
    nearest = context.resources.matcher.rank(case.ticked[0].text, 1)
    entry = book.get(nearest[0].id) if nearest else None
    chapter = entry.chapter if entry else book.chapters[-1].number
    return lesson.new_entry(context, case, wanted["answer"], chapter=chapter)


def _chapter_called(book: Book, category: str) -> int:
    """The chapter the ticket was about."""
    named = (part.number for part in book.chapters if part.title == category)
    return next(named, book.chapters[-1].number)


def _named(book: Book, planned: Lesson) -> str:
    entry = book.get(planned.entry_id)
    return entry.question if entry else planned.wordings[0].text


def _taught(
    context: Context,
    planned: Lesson,
    row: LearnedRow,
    case: Case,
    broad: list[str],
    *,
    by: Person,
) -> dict[str, object]:
    keys = ((Key(labels.TAKE_BACK, TakeBack(row.id)), Key(labels.NEXT, NextCase(case.id))),)
    rows = context.unit.learned.lesson(row)
    if planned.answer is not None:
        others = [each.question for each in rows[1:]]
        said = words.made(row.question, answer=planned.answer, by=by.name, phrasings=others)
    else:
        named = _named(context.resources.book, planned)
        texts = [each.question for each in rows]
        said = words.added(texts, entry=named, by=by.name, broad=broad)
    return message(said, keys)


def _put(context: Context, job: JobRow, params: dict[str, object]) -> None:
    """In place of what was pressed; below an answer that was written."""
    chat_id, now = place_of(context, job), context.now
    if arguments_of(job).get("new") and not arguments_of(job).get("anyway"):
        said = params | answering(job)
        context.unit.outbox.add(chat_id, "sendMessage", said, now=now, quotes=True)
    else:
        said = params | {"message_id": job.message_id}
        context.unit.outbox.add(chat_id, "editMessageText", said, now=now, quotes=True)
