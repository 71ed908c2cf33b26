"""Groups of questions that the book did not answer, and teaching it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import utf16
from bot.rules.privacy.numbers import mask
from bot.rules.ticket import Deed, Number
from bot.words.learning import MOST_ANSWER
from faq.book.ids import new_id
from faq.book.taught import title
from faq.matching.clusters import cluster
from handlers.context import Context
from storage.questions import Unsolved
from storage.tables import JobKind, LearnedRow, Person, Ticket

LOOK_BACK = timedelta(days=90)
MOST = 5_000  # questions looked at
OF_ONE = 20  # of one person's: what a hundred people ask weighs more than what one asks often
NOBODYS = 0  # nothing is said of it
MOST_CLOSED = 50  # tickets looked through for a closing note


@dataclass(frozen=True)
class Case:
    """Questions that ask the same; the first one's words would enter the book."""

    questions: tuple[Unsolved, ...]

    @property
    def id(self) -> int:
        return self.questions[0].id

    @property
    def ids(self) -> list[int]:
        return [question.id for question in self.questions]

    @property
    def text(self) -> str:
        return self.questions[0].text

    @property
    def samples(self) -> list[str]:
        return list(dict.fromkeys(question.text for question in self.questions))[:3]


def cases(
    context: Context, *, since: datetime | None = None, until: datetime | None = None
) -> list[Case]:
    """Not yet reviewed, most asked first. Takes long: not for a writing unit."""
    questions = context.unit.questions.unsolved(
        since=since or context.now - LOOK_BACK,
        until=until or context.now,
        most=MOST,
        of_one=OF_ONE,
        exported=since is None,  # a week's list tells what was asked in that week
    )
    groups = cluster([question.text for question in questions])
    return [Case(tuple(questions[at] for at in group.members)) for group in groups]


def unsolved_by_chapter(
    context: Context, *, since: datetime, until: datetime
) -> list[tuple[str | None, int]]:
    """Titles of the book's chapters, most first; without one what is near to none of them."""
    book, counted = context.resources.book, Counter[str | None]()
    titles = {entry.id: part.title for part in book.chapters for entry in part.entries}
    for entry_id, number in context.unit.questions.nearest_of_unsolved(since=since, until=until):
        counted[titles.get(entry_id or "")] += number
    return sorted(counted.items(), key=lambda item: (item[0] is None, -item[1], item[0]))


def shown(context: Context, question: int) -> Case | None:
    """What an officer saw as one case under the buttons, unless it was reviewed meanwhile."""
    questions = context.unit.questions.case(question)
    return Case(tuple(questions)) if questions else None


def closing_note(context: Context, case: Case) -> tuple[Ticket, str] | None:
    """What an officer wrote when a ticket that grew out of such a question was closed, without
    the numbers and addresses that were the reporter's business only."""
    closed = [question.ticket_id for question in case.questions if question.ticket_id]
    for ticket_id in closed[:MOST_CLOSED]:
        ticket = context.unit.tickets.get(ticket_id)
        event = context.unit.tickets.last(ticket, Deed.RESOLVE) if ticket else None
        if ticket is not None and event is not None and event.text:
            return ticket, mask(event.text)
    return None


def fits(note: str) -> bool:
    """Into a new entry: an officer must see the whole of it before everybody does."""
    return utf16.length(note) <= MOST_ANSWER


def teach_phrasing(context: Context, case: Case, entry_id: str, *, by: Person) -> LearnedRow:
    row = context.unit.learned.add(
        entry_id=entry_id, question=case.text, by=by.id, now=context.now
    )
    context.unit.questions.review(case.ids, by=by.id, now=context.now, taught=row)
    _to_be_learned(context, row)
    return row


def teach_entry(
    context: Context, case: Case, ticket: Ticket, note: str, *, by: Person
) -> LearnedRow:
    """A new entry out of a closing note, in the chapter the ticket was about."""
    book = context.resources.book
    chapter = next(
        (part.number for part in book.chapters if part.title == ticket.category),
        book.chapters[-1].number,
    )
    row = context.unit.learned.add(
        entry_id=new_id(case.text, _taken(context)),
        question=title(case.text),
        answer=note,
        chapter=chapter,
        ticket_id=ticket.id,
        by=by.id,
        now=context.now,
    )
    context.unit.questions.review(case.ids, by=by.id, now=context.now, taught=row)
    _to_be_learned(context, row)
    return row


def _taken(context: Context) -> set[str]:
    """Also by what was taught a moment ago, which the book at hand does not show yet."""
    book = context.resources.book
    disambiguation = {one.id for one in book.disambiguation}
    taught = {row.entry_id for row in context.unit.learned.live()}
    return {entry.id for entry in book.entries} | disambiguation | taught


def take_back(context: Context, row: LearnedRow, *, by: Person) -> None:
    """The change no longer holds, and its questions wait for a review again."""
    context.unit.questions.unreview(row)
    context.unit.learned.revoke(row, by=by.id, now=context.now)
    _to_be_learned(context, row)


def _to_be_learned(context: Context, change: LearnedRow) -> None:
    """A matcher takes a second to train; meanwhile turns go on with the book as it was."""
    key = f"book:{change.id}:{change.revoked_at is not None}"
    context.unit.jobs.ask(JobKind.BOOK, key, chat_id=NOBODYS, now=context.now)


def dismiss(context: Context, case: Case, *, by: Person) -> None:
    context.unit.questions.review(case.ids, by=by.id, now=context.now)


def top(found: Sequence[Case], most: int) -> list[tuple[str, int]]:
    return [(case.text, len(case.questions)) for case in found[:most]]


def numbered(found: tuple[Ticket, str] | None) -> tuple[Number, str] | None:
    return None if found is None else (found[0].number, found[1])
