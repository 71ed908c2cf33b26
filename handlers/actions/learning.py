"""Groups of questions that the book did not answer, and teaching it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import utf16
from bot.rules.ticket import Deed, Number
from bot.words.learning import MOST_ANSWER
from faq.cluster import cluster
from faq.learn import title
from faq.mask import mask
from faq.naming import new_id
from handlers.scene import Scene
from storage.tables import LearnedRow, Person, Question, Ticket
from storage.tickets import number_of

LOOK_BACK = timedelta(days=90)


@dataclass(frozen=True)
class Case:
    """Questions that ask the same; the first one's words would enter the book."""

    questions: tuple[Question, ...]

    @property
    def id(self) -> int:
        assert self.questions[0].id is not None
        return self.questions[0].id

    @property
    def ids(self) -> list[int]:
        return [question.id for question in self.questions if question.id is not None]

    @property
    def text(self) -> str:
        return self.questions[0].text

    @property
    def samples(self) -> list[str]:
        return list(dict.fromkeys(question.text for question in self.questions))[:3]


def cases(
    scene: Scene, *, since: datetime | None = None, until: datetime | None = None
) -> list[Case]:
    """Not yet reviewed, most asked first."""
    questions = scene.unit.questions.unsolved(
        since=since or scene.now - LOOK_BACK, until=until or scene.now
    )
    groups = cluster([question.text for question in questions])
    return [Case(tuple(questions[at] for at in group.members)) for group in groups]


def closing_note(scene: Scene, case: Case) -> tuple[Ticket, str] | None:
    """What an officer wrote when a ticket that grew out of such a question was closed, without
    the numbers and addresses that were the reporter's business only."""
    for question in case.questions:
        ticket = scene.unit.tickets.get(question.ticket_id) if question.ticket_id else None
        event = scene.unit.tickets.last(ticket, Deed.RESOLVE) if ticket else None
        if ticket is not None and event is not None and event.text:
            return ticket, mask(event.text)
    return None


def fits(note: str) -> bool:
    """Into a new entry: an officer must see the whole of it before everybody does."""
    return utf16.length(note) <= MOST_ANSWER


def teach_phrasing(scene: Scene, case: Case, entry_id: str, *, by: Person) -> LearnedRow:
    row = scene.unit.learned.add(entry_id=entry_id, question=case.text, by=by.id, now=scene.now)
    scene.unit.questions.review(case.ids, by=by.id, now=scene.now, taught=row)
    return row


def teach_entry(scene: Scene, case: Case, ticket: Ticket, note: str, *, by: Person) -> LearnedRow:
    """A new entry out of a closing note, in the chapter the ticket was about."""
    book = scene.house.book
    chapter = next(
        (part.number for part in book.chapters if part.title == ticket.category),
        book.chapters[-1].number,
    )
    row = scene.unit.learned.add(
        entry_id=new_id(case.text, _taken(scene)),
        question=title(case.text),
        answer=note,
        chapter=chapter,
        ticket_id=ticket.id,
        by=by.id,
        now=scene.now,
    )
    scene.unit.questions.review(case.ids, by=by.id, now=scene.now, taught=row)
    return row


def _taken(scene: Scene) -> set[str]:
    """Also by what was taught a moment ago, which the book at hand does not show yet."""
    book = scene.house.book
    crossroads = {one.id for one in book.crossroads}
    taught = {row.entry_id for row in scene.unit.learned.live()}
    return {entry.id for entry in book.entries} | crossroads | taught


def take_back(scene: Scene, row: LearnedRow, *, by: Person) -> None:
    """The change no longer holds, and its questions wait for a review again."""
    scene.unit.questions.unreview(row)
    scene.unit.learned.revoke(row, by=by.id, now=scene.now)


def dismiss(scene: Scene, case: Case, *, by: Person) -> None:
    scene.unit.questions.review(case.ids, by=by.id, now=scene.now)


def top(found: Sequence[Case], most: int) -> list[tuple[str, int]]:
    return [(case.text, len(case.questions)) for case in found[:most]]


def numbered(found: tuple[Ticket, str] | None) -> tuple[Number, str] | None:
    return None if found is None else (number_of(found[0]), found[1])
