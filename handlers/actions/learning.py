"""Groups of questions that the book did not answer, and teaching it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import utf16
from bot.rules.privacy.numbers import mask
from bot.rules.review import AGAIN, COMPLAINED, Signs, worth_a_look
from bot.rules.ticket import RESOLVING, Number
from bot.words.learning import MOST_ANSWER
from faq.book.book import Book, Entry
from faq.book.taught import LEARNED_SOURCE
from faq.matching.doubt import Doubts
from faq.matching.kinship import Answered
from faq.matching.likeness import Likeness, most_different
from handlers.context import Context
from handlers.resources import Resources
from storage.questions import UndecidedQuestion
from storage.tables import ERASED_ID, Outcome, Person, Ticket
from storage.unit import Unit

LOOK_BACK = timedelta(days=90)
MOST = 5_000  # questions looked at, of those left open and of those answered
OF_ONE = 20  # of one person's: what a hundred people ask weighs more than what one asks often
NOBODYS = 0  # nothing is said of it
MOST_CLOSED = 50  # tickets looked through for a closing note
MOST_WORDINGS = 5
MOST_COMPARED = 40  # wordings among which the most different are looked for
SAME_MATTER = 0.2
SEVERAL = 2


@dataclass(frozen=True)
class Case:
    """Questions that ask the same."""

    questions: tuple[UndecidedQuestion, ...]
    wordings: tuple[UndecidedQuestion, ...] = ()
    """Those whose words may enter the book, as different as there are; see `ticked`."""

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
    def ticked(self) -> tuple[UndecidedQuestion, ...]:
        """Without those that an officer left out; never nothing."""
        ticked = tuple(each for each in self.wordings if each.is_wanted)
        return ticked or self.wordings[:1]

    @property
    def doubtful(self) -> bool:
        """Whether all of them were answered, if perhaps wrongly."""
        return not any(question.left_open for question in self.questions)


def cases(
    context: Context,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    also_answered: bool = True,
) -> list[Case]:
    """Not yet reviewed, most asked first. Takes long: not for a writing unit."""
    questions, signs = compared(context, since=since, until=until, also_answered=also_answered)
    clusters = context.resources.clusters
    groups = clusters.of(
        [question.text for question in questions],
        [answered(context.resources, question) for question in questions],
    )
    members = [[questions[at] for at in group.members] for group in groups]
    found = [
        Case(tuple(group))
        for group in members
        if worth_a_look([signs[question.id] for question in group])
    ]
    weight = {number: 2 if each.strong else 1 for number, each in signs.items()}
    return sorted(found, key=lambda case: -sum(weight[number] for number in case.ids))


def compared(
    context: Context,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    also_answered: bool = True,
) -> tuple[list[UndecidedQuestion], dict[int, Signs]]:
    """Those that may ask the same as another, with what speaks against how each was answered."""
    seen = {"since": since or context.now - LOOK_BACK, "until": until or context.now}
    questions = context.unit.questions.unsolved(
        **seen,
        most=MOST,
        of_one=OF_ONE,
        exported=since is None,  # a week's list tells what was asked in that week
    )
    if also_answered:
        answered = context.unit.questions.answered(**seen, most=MOST, of_one=OF_ONE)
        questions = sorted([*questions, *answered])
    signs = _signs(context, questions, since=seen["since"])
    return [question for question in questions if signs[question.id].in_company], signs


def _signs(
    context: Context, questions: Sequence[UndecidedQuestion], *, since: datetime
) -> dict[int, Signs]:
    resources = context.resources
    doubts, likeness = resources.doubts, resources.clusters.likeness
    filed = defaultdict(list)
    for reporter, at in context.unit.tickets.filed_since(since):
        if reporter != ERASED_ID:  # who asked there is nobody's to know
            filed[reporter].append(at)
    words = _telling(doubts, questions)
    given = {asked.id: _given(resources.book, asked) for asked in questions}
    elsewhere = resources.elsewhere.of(
        [
            asked.text
            for asked in questions
            if (asked.left_open or _in_vain(asked)) and words[asked.text]
        ],
        [asked.text for asked in questions if given[asked.id]],
    )
    following: dict[int, UndecidedQuestion] = {}
    found = {}
    for asked in reversed(questions):
        after, following[asked.asker_id] = following.get(asked.asker_id), asked
        signs = Signs(
            asker=asked.asker_id,
            words=words[asked.text],
            left_open=asked.left_open,
            denied=asked.helpful is False or asked.ticket_id is not None,
            asked_again=after is not None and _is_again(asked, after, likeness),
            complained=any(
                timedelta() <= at - asked.at <= COMPLAINED for at in filed[asked.asker_id]
            ),
            offered_in_vain=_in_vain(asked),
        )
        if (entry := given[asked.id]) is not None:
            signs = replace(
                signs,
                new=doubts.new(asked.text, entry),
                explained=doubts.explained(asked.text, entry),
                taught=entry.source == LEARNED_SOURCE,
                elsewhere=elsewhere[asked.text],
            )
        found[asked.id] = signs
    return found


def _telling(doubts: Doubts, questions: Sequence[UndecidedQuestion]) -> dict[str, int]:
    """Of each text how many words tell what it is about; one that is known to nobody does where
    several people say it."""
    said_by = defaultdict[str, set[int]](set)
    for asked in questions:
        for word in doubts.unheard_of(asked.text):
            said_by[word].add(asked.asker_id)
    return {
        text: doubts.telling(text)
        + sum(len(said_by[word]) >= SEVERAL for word in doubts.unheard_of(text))
        for text in {asked.text for asked in questions}
    }


def answered(resources: Resources, asked: UndecidedQuestion) -> Answered | None:
    """By the book, whatever was said of that."""
    entry = resources.book.get(asked.answered) if asked.answered else None
    if entry is None:
        return None
    return Answered(entry.id, resources.doubts.explained(asked.text, entry))


def _in_vain(asked: UndecidedQuestion) -> bool:
    """None of what was offered was taken."""
    return asked.outcome is Outcome.SUGGESTIONS and asked.entry_id is None


def _given(book: Book, asked: UndecidedQuestion) -> Entry | None:
    """What it was answered with, where nobody has said that this was wrong."""
    answered = asked.outcome is Outcome.ANSWER and not asked.left_open
    return book.get(asked.entry_id) if answered and asked.entry_id else None


def _is_again(asked: UndecidedQuestion, after: UndecidedQuestion, likeness: Likeness) -> bool:
    """The same matter in other words, soon after; matters of one message are of one moment. Of
    what nobody is known to have asked nobody asks again."""
    soon = timedelta() < after.at - asked.at <= AGAIN
    if asked.asker_id == ERASED_ID or not soon:
        return False
    if after.text.casefold() == asked.text.casefold():
        return False
    return likeness.alike(asked.text, after.text) >= SAME_MATTER


def with_wordings(context: Context, case: Case) -> Case:
    """What the book answered is left out of what it didn't, until an officer wants it. Takes
    long: not for a writing unit."""
    answered = [question for question in case.questions if question.answered]
    unanswered = [question for question in case.questions if not question.answered]
    if not unanswered:
        return replace(case, wordings=_most_different(context, answered, MOST_WORDINGS))
    wanted = _most_different(context, unanswered, MOST_WORDINGS)
    others = _most_different(context, answered, MOST_WORDINGS - len(wanted))
    return replace(case, wordings=(*wanted, *(other.left_out for other in others)))


def _most_different(
    context: Context, questions: Sequence[UndecidedQuestion], most: int
) -> tuple[UndecidedQuestion, ...]:
    by_text = {question.text: question for question in reversed(questions)}
    texts = list(dict.fromkeys(question.text for question in questions))[:MOST_COMPARED]
    chosen = most_different(texts, context.resources.clusters.likeness, most)
    return tuple(by_text[text]._replace(wording=None) for text in chosen)


def unsolved_by_chapter(
    unit: Unit, book: Book, *, since: datetime, until: datetime
) -> list[tuple[str | None, int]]:
    """Titles of the book's chapters, most first; without one what is near to none of them."""
    counted = Counter[str | None]()
    titles = {entry.id: part.title for part in book.chapters for entry in part.entries}
    for entry_id, number in unit.questions.nearest_of_unsolved(since=since, until=until):
        counted[titles.get(entry_id or "")] += number
    return sorted(counted.items(), key=lambda item: (item[0] is None, -item[1], item[0]))


def shown(context: Context, question: int) -> Case | None:
    """What an officer saw as one case under the buttons, unless it was reviewed meanwhile."""
    questions = context.unit.questions.case(question)
    if not questions:
        return None
    wordings = context.unit.questions.wordings(question) or questions[:1]
    return Case(tuple(questions), tuple(wordings))


def closing_note(context: Context, case: Case) -> tuple[Ticket, str] | None:
    """What an officer wrote when a ticket that grew out of such a question was closed, without
    the numbers and addresses that were the reporter's business only."""
    closed = [question.ticket_id for question in case.questions if question.ticket_id]
    for ticket_id in closed[:MOST_CLOSED]:
        ticket = context.unit.tickets.get(ticket_id)
        event = context.unit.events.last(ticket, *RESOLVING) if ticket else None
        if ticket is None or event is None or ticket.hides_words:
            continue
        if event.text:
            return ticket, mask(event.text)
    return None


def fits(note: str) -> bool:
    """Into a new entry: an officer must see the whole of it before everybody does."""
    return utf16.length(note) <= MOST_ANSWER


def dismiss(context: Context, case: Case, *, by: Person) -> None:
    context.unit.questions.review(case.ids, by=by.id, now=context.now)


def top(found: Sequence[Case], most: int) -> list[tuple[str, int]]:
    return [(case.text, len(case.questions)) for case in found[:most]]


def numbered(found: tuple[Ticket, str] | None) -> tuple[Number, str] | None:
    return None if found is None else (found[0].number, found[1])
