"""What a chat teaches: its questions put to the book, and those that it lacks put together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from faq.book.book import Book
from faq.chat_export import refusals
from faq.chat_export.messages import Message, Survey, messages, plain
from faq.chat_export.names import MOST_MENTIONED, Names, titled
from faq.chat_export.source import Source
from faq.chat_export.threads import Exchange, Helpers, exchanges
from faq.matching.clusters import cluster
from faq.matching.matcher import Answer, Matcher, Suggestions
from faq.text.small_talk.meaning import bare
from faq.text.tokens import tokens

MOST_EXCHANGES = 40_000
"""Kept; of a longer chat the newest."""
MOST_LOOKED_UP = 12_000
"""Different questions, a millisecond or two each: the most frequent, and the newest of them."""
MOST_CLUSTERED = 8_000
MOST_BARE = 80
"""Letters; a longer question names what it is about."""
USUAL_LENGTH = 60
FEW_LETTERS = 8
"""A question of fewer asks nothing by itself."""

Progress = Callable[[str, float], None]
"""What is being done, and how much of it is, from 0 to 1."""


@dataclass(frozen=True)
class Topic:
    """Questions that ask the same, which the book lacks; what most ask comes first."""

    exchanges: tuple[Exchange, ...]

    @property
    def question(self) -> str:
        return self.wordings[0]

    @property
    def wordings(self) -> list[str]:
        """Different ones, the most frequent first; of equals neither too short nor too long."""
        counted = Counter(each.question for each in self.exchanges)
        return sorted(counted, key=lambda text: (-counted[text], abs(len(text) - USUAL_LENGTH)))

    @property
    def answers(self) -> list[tuple[str, ...]]:
        """Those that were thanked for first, and the longer before the shorter."""
        given = [each for each in self.exchanges if each.answers]
        given.sort(key=lambda each: (not each.thanked, -sum(map(len, each.answers))))
        return list(dict.fromkeys(each.answers for each in given))

    @property
    def askers(self) -> int:
        return len({each.by for each in self.exchanges})


@dataclass(frozen=True)
class Lessons:
    digest: str
    """Of the file."""
    lines: int
    messages: int
    people: int
    first: datetime | None
    last: datetime | None
    questions: int
    replied: int
    """Questions that somebody answered in the chat."""
    answered: int
    """Of the questions: the book answers them."""
    unsure: int
    lacking: int
    passed_over: int
    """Not looked up: the chat has more than can be."""
    topics: tuple[Topic, ...]


@dataclass
class _Read:
    survey: Survey
    helpers: Helpers
    mentioned: dict[str, None]
    count: int = 0
    first: datetime | None = None
    last: datetime | None = None


def learn(file: Path, book: Book, matcher: Matcher, told: Progress) -> Lessons:
    """Raises CannotImport."""
    source = Source(file)
    read = _surveyed(source, told)
    names = Names(read.survey.people, read.mentioned, book_words(book))
    kept: dict[int, Exchange] = {}
    for each in _exchanges(source, read, names, told):
        if len(each.question) < FEW_LETTERS or says_nothing(each.question):
            continue
        kept[each.mark] = each
        if len(kept) > MOST_EXCHANGES:
            del kept[next(iter(kept))]
    return _studied(list(kept.values()), read, source.digest(), matcher, told)


def _surveyed(source: Source, told: Progress) -> _Read:
    read = _Read(Survey(), Helpers(), {})
    for line in source.lines(lambda done: told("Melihat bentuk berkas", done)):
        seen = plain(line)
        read.survey.look(seen)
        if len(read.mentioned) < MOST_MENTIONED:
            read.mentioned.update(dict.fromkeys(titled(seen)))
    if not read.survey.heads:
        raise refusals.not_a_chat(source.name)
    if not read.survey.people:
        raise refusals.nobody_speaks(source.name)
    return read


def _exchanges(source: Source, read: _Read, names: Names, told: Progress) -> Iterable[Exchange]:
    lines = map(plain, source.lines(lambda done: told("Membaca pesan", done)))

    def heard() -> Iterable[Message]:
        for message in messages(lines, read.survey):
            read.count += 1
            read.first = message.at if read.first is None else min(read.first, message.at)
            read.last = message.at if read.last is None else max(read.last, message.at)
            read.helpers.look(message.by, message.at, message.text)
            yield message

    return exchanges(heard(), names.mask, read.helpers.helps)


def says_nothing(question: str) -> bool:
    return len(question) < MOST_BARE and bare(question)


def book_words(book: Book) -> frozenset[str]:
    """Of its questions, in every wording: nobody's name by itself."""
    return frozenset(
        word for entry in book.entries for text in entry.asked_with for word in tokens(text)
    )


def _studied(
    asked: Sequence[Exchange], read: _Read, digest: str, matcher: Matcher, told: Progress
) -> Lessons:
    same: dict[tuple[str, ...], list[Exchange]] = defaultdict(list)
    for each in asked:
        same[tuple(tokens(each.question))].append(each)
    ranked = sorted(same.values(), key=lambda group: (-len(group), -group[-1].at.toordinal()))
    outcomes = Counter[str]()
    lacking: list[list[Exchange]] = []
    looked_up = ranked[:MOST_LOOKED_UP]
    for number, group in enumerate(looked_up):
        if not number % 100:
            told("Mencocokkan dengan buku", number / len(looked_up))
        found = matcher.find(group[0].question)
        kind = (
            "answered"
            if isinstance(found, Answer)
            else "unsure"
            if isinstance(found, Suggestions)
            else "lacking"
        )
        outcomes[kind] += len(group)
        if kind == "lacking":
            lacking.append(group)
    told("Mencocokkan dengan buku", 1.0)
    return Lessons(
        digest=digest,
        lines=read.survey.lines,
        messages=read.count,
        people=len(read.survey.people),
        first=read.first,
        last=read.last,
        questions=len(asked),
        replied=sum(bool(each.answers) for each in asked),
        answered=outcomes["answered"],
        unsure=outcomes["unsure"],
        lacking=outcomes["lacking"],
        passed_over=sum(map(len, ranked[MOST_LOOKED_UP:])),
        topics=tuple(topics(lacking)),
    )


def topics(lacking: Sequence[Collection[Exchange]]) -> list[Topic]:
    """Groups of the very same words, put together by what they ask; what most people ask first."""
    groups = [list(group) for group in lacking[:MOST_CLUSTERED]]
    found = cluster([group[0].question for group in groups])
    made = [
        Topic(tuple(each for member in one.members for each in groups[member])) for one in found
    ]
    return sorted(made, key=lambda topic: (-len(topic.exchanges), -topic.askers))
