"""What is to be taught is tried first, on a reading connection; then it holds at once, unless it
would take known questions to another answer: that an officer sees before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rules.privacy.numbers import mask
from bot.words.learning import Moved
from faq.book.book import Book
from faq.book.ids import new_id
from faq.book.taught import BookChange, is_broad, title
from faq.matching.likeness import SketchIndex
from faq.matching.matcher import Answer, Matcher
from handlers.actions.learning import LOOK_BACK, NOBODYS, Case
from handlers.context import Context
from handlers.taught_book import change_of, with_changes
from storage.questions import UndecidedQuestion
from storage.tables import JobKind, LearnedRow, Person

NEAR = 0.06
MOST_TRIED = 150
"""Of the known questions only those that have something in common with what is taught."""
MOST_HELPED = 500


@dataclass(frozen=True)
class Lesson:
    """Wordings that are to mean one entry; with an answer, a new one."""

    entry_id: str
    wordings: tuple[UndecidedQuestion, ...]
    answer: str | None = None
    chapter: int | None = None
    ticket_id: int | None = None

    def changes(self, context: Context) -> list[BookChange]:
        today = context.resources.calendar.today(context.now)
        return [
            BookChange(self.entry_id, self._words(at), answer, chapter, today)
            for at, (answer, chapter) in enumerate(self._heads())
        ]

    def _heads(self) -> list[tuple[str | None, int | None]]:
        """The first makes the entry, where there is none yet."""
        return [(self.answer, self.chapter), *[(None, None)] * (len(self.wordings) - 1)]

    def _words(self, at: int) -> str:
        text = mask(self.wordings[at].text)
        return title(text) if at == 0 and self.answer is not None else text

    def add(self, context: Context, case: Case, *, by: Person) -> LearnedRow:
        """In a writing unit. Returns the first of the rows, by which all are taken back."""
        first: LearnedRow | None = None
        for at, (answer, chapter) in enumerate(self._heads()):
            row = context.unit.learned.add(
                entry_id=self.entry_id,
                question=self._words(at),
                answer=answer,
                chapter=chapter,
                ticket_id=self.ticket_id if answer is not None else None,
                asker_id=self.wordings[at].asker_id,
                lesson=first,
                by=by.id,
                now=context.now,
            )
            first = first or row
        assert first is not None
        context.unit.questions.review(case.ids, by=by.id, now=context.now, taught=first)
        to_be_learned(context, first)
        return first


def about(entry_id: str, case: Case) -> Lesson:
    return Lesson(entry_id, case.ticked)


def new_entry(
    context: Context, case: Case, answer: str, *, chapter: int, ticket_id: int | None = None
) -> Lesson:
    entry_id = new_id(case.ticked[0].text, _taken(context))
    return Lesson(entry_id, case.ticked, answer, chapter, ticket_id)


def _taken(context: Context) -> set[str]:
    """Also by what was taught a moment ago, which the book at hand does not show yet."""
    book = context.resources.book
    disambiguation = {one.id for one in book.disambiguation}
    taught = {row.entry_id for row in context.unit.learned.live()}
    return {entry.id for entry in book.entries} | disambiguation | taught


def take_back(context: Context, row: LearnedRow, *, by: Person) -> None:
    """The lesson no longer holds, and its questions wait for a review again."""
    context.unit.questions.unreview(row)
    for each in context.unit.learned.lesson(row):
        if each.revoked_at is None:
            context.unit.learned.revoke(each, by=by.id, now=context.now)
    to_be_learned(context, row)


def to_be_learned(context: Context, change: LearnedRow) -> None:
    """A matcher takes a second to train; meanwhile turns go on with the book as it was."""
    key = f"book:{change.id}:{change.revoked_at is not None}"
    context.unit.jobs.ask(JobKind.BOOK, key, chat_id=NOBODYS, now=context.now)


def broad(book: Book, lesson: Lesson) -> list[str]:
    """Those wordings that become an offer beside others, and no answer."""
    texts = [mask(wording.text) for wording in lesson.wordings]
    return [] if lesson.answer is not None else [t for t in texts if is_broad(book, t)]


def moved(context: Context, lesson: Lesson) -> list[Moved]:
    """Known questions that would not be answered as they are now. Takes seconds: for a job."""
    resources = context.resources
    before = [change_of(row, resources.calendar) for row in context.unit.learned.live()]
    after = with_changes(resources, lesson.changes(context), before)
    found = []
    for text in _known(context, lesson):
        old, new = _given(resources.matcher, text), _given(after.matcher, text)
        if old is not None and old not in {new, lesson.entry_id}:
            was, now = resources.book.get(old), after.book.get(new) if new else None
            if was is not None:
                found.append(Moved(text, was.question, now.question if now else None))
    return found


def _given(matcher: Matcher, text: str) -> str | None:
    found = matcher.find(text)
    return found.best if isinstance(found, Answer) else None


def _known(context: Context, lesson: Lesson) -> list[str]:
    """The book's own wordings, as they stand and in another order, for those words themselves
    it knows by heart; and what people found answered helpfully."""
    book, likeness = context.resources.book, context.resources.clusters.words
    since = context.now - LOOK_BACK
    own = [text for entry in book.entries for text in entry.asked_with]
    helped = [text for text, _ in context.unit.questions.helped(since=since, most=MOST_HELPED)]
    index = SketchIndex()
    for wording in lesson.wordings:
        index.add(likeness.sketch(wording.text))
    near = {text: index.alike(likeness.sketch(text)).max() for text in (*helped, *own)}
    some = sorted((text for text in near if near[text] >= NEAR), key=lambda text: -near[text])
    some = some[:MOST_TRIED]
    return list(dict.fromkeys(each for text in some for each in (text, turned(text))))


def turned(text: str) -> str:
    """The same words, the last of them first."""
    first, *others = text.rstrip("?.! ").rsplit(" ", 1)[::-1]
    return " ".join([first, *others])


def summary(found: Sequence[Moved]) -> list[Moved]:
    """Each wording once, though it was tried twice."""
    seen: dict[frozenset[str], Moved] = {}
    for each in found:
        seen.setdefault(frozenset(each.text.casefold().rstrip("?.! ").split()), each)
    return list(seen.values())
