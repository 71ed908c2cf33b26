"""From messages to questions and the answers that followed.

Whoever answers is somebody else, within a while: addressed by a mention or by name, or with words
of the question, or simply next. What one writes in a row is one turn; a thank-you ends it.
"""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from faq.chat_export.asked import as_answered, as_asked, is_answer, is_question, is_thanks
from faq.chat_export.messages import EARLIEST, Message
from faq.chat_export.names import MENTION
from faq.text.lexicon import lexicon
from faq.text.people import WORD, words

IN_A_ROW = timedelta(minutes=3)
"""Between two messages of one turn."""
GOES_ON = timedelta(minutes=5)
"""In which more of a question may come, with others in between."""
ANSWERED_SOON = timedelta(minutes=45)
"""In which whatever somebody else says may be the answer."""
ANSWERED = timedelta(hours=12)
"""In which words that name the asker, or are the question's, may be."""
MOST_OPEN = 12
MOST_ANSWERS = 4
SHORT = 8
"""Words of a question that asks back."""
MOST_ANSWER = 900
"""Letters of an exchange's answers together."""
MOST_ASKED = 1_200
LONG_WORD = 4
"""Letters of a word of a name by which one is called."""
SURELY_HELPS, OFTENER = 3, 2
"""Answers from which on somebody is a helper, and how many times their questions these are."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one asked and others said to it, masked."""

    mark: int
    """The same for the same message in another export of the chat."""
    at: datetime
    by: int
    """A number for whoever asked; their name is not kept."""
    question: str
    answers: tuple[str, ...]
    thanked: bool


@dataclass(slots=True)
class ChatTurn:
    at: datetime
    last: datetime
    by: str
    texts: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def goes_on(self, message: Message) -> bool:
        soon = abs(message.at - self.last) <= IN_A_ROW
        return message.by == self.by and soon and sum(map(len, self.texts)) < MOST_ASKED


@dataclass(slots=True)
class OpenQuestion:
    at: datetime
    last: datetime
    by: str
    asked: str
    words: frozenset[str]
    names: frozenset[str]
    """By which one may be called."""
    digits: str
    """Of whoever is known by a number alone."""
    answers: list[str] = field(default_factory=list)
    thanked: bool = False

    @classmethod
    def of(cls, turn: ChatTurn) -> OpenQuestion:
        called = {word.lower() for word in WORD.findall(turn.by)}
        names = called - words("office") - words("title")
        return cls(
            turn.at,
            turn.last,
            turn.by,
            turn.text,
            _words(turn.text),
            frozenset(name for name in names if len(name) >= LONG_WORD),
            _digits(turn.by) if turn.by.startswith("+") else "",
        )

    def more(self, turn: ChatTurn) -> None:
        self.last = turn.last
        if len(self.asked) < MOST_ASKED:
            self.asked = f"{self.asked}\n{turn.text}"
            self.words |= _words(turn.text)


class Helpers:
    """Who answers more than they ask: their questions are about somebody's question."""

    def __init__(self) -> None:
        self._asks: Counter[str] = Counter()
        self._answers: Counter[str] = Counter()
        self._asker, self._since = "", EARLIEST

    def look(self, by: str, at: datetime, text: str) -> None:
        if "?" in text:
            self._asks[by] += 1
            if not self.helps(by):
                self._asker, self._since = by, at
        elif by != self._asker and abs(at - self._since) < ANSWERED_SOON:
            self._answers[by] += 1

    def helps(self, by: str) -> bool:
        answers = self._answers[by]
        return answers >= SURELY_HELPS and answers > OFTENER * self._asks[by]


def exchanges(
    said: Iterable[Message], mask: Callable[[str], str], helps: Callable[[str], bool]
) -> Iterator[Exchange]:
    """In the order in which they ended."""
    numbers: dict[str, int] = {}
    talk = Talk(helps)
    for turn in turns(said, helps):
        for ended in talk.hear(turn):
            yield _kept(ended, mask, numbers)
    for ended in talk.open:
        yield _kept(ended, mask, numbers)


def turns(said: Iterable[Message], helps: Callable[[str], bool]) -> Iterator[ChatTurn]:
    """A helper may answer several people in a row, so each of theirs is by itself."""
    now: ChatTurn | None = None
    for message in said:
        if now is not None and now.goes_on(message) and not helps(message.by):
            now.texts.append(message.text)
            now.last = message.at
            continue
        if now is not None:
            yield now
        now = ChatTurn(message.at, message.at, message.by, [message.text])
    if now is not None:
        yield now


class Talk:
    """The questions that are open just now, oldest first."""

    def __init__(self, helps: Callable[[str], bool]) -> None:
        self.open: deque[OpenQuestion] = deque()
        self._helps = helps
        self._last: dict[str, tuple[datetime, OpenQuestion]] = {}
        """Whom a helper answered last."""

    def hear(self, turn: ChatTurn) -> Iterator[OpenQuestion]:
        """The questions that end with this turn."""
        while self.open and (
            len(self.open) > MOST_OPEN or abs(turn.at - self.open[0].at) > ANSWERED
        ):
            yield self.open.popleft()
        own = next((each for each in reversed(self.open) if each.by == turn.by), None)
        if is_thanks(turn.text):
            if own is not None and own.answers:
                own.thanked = True
                self.open.remove(own)
                yield own
        elif is_question(turn.text) and not self._asks_back(turn):
            self._ask(turn, own)
        elif turn.text.rstrip().endswith("?") and len(turn.text.split()) <= SHORT:
            pass  # "OPD mana bu?"
        elif own is not None and not own.answers and turn.at - own.last <= GOES_ON:
            own.more(turn)
        else:
            self._answer(turn)

    def _asks_back(self, turn: ChatTurn) -> bool:
        """A helper who wants to know more, somebody who names who asked, or tells without a
        question mark of what was asked."""
        others = [each for each in self.open if each.by != turn.by]
        if not others:
            return False
        if self._named(turn, others) is not None:
            return True
        soon = [each for each in others if abs(turn.at - each.last) <= ANSWERED_SOON]
        told, said = "?" not in turn.text, _words(turn.text)
        return any(self._helps(turn.by) or (told and said & each.words) for each in soon)

    def _ask(self, turn: ChatTurn, own: OpenQuestion | None) -> None:
        if own is not None and not own.answers and turn.at - own.last <= GOES_ON:
            own.more(turn)
        else:
            self.open.append(OpenQuestion.of(turn))

    def _answer(self, turn: ChatTurn) -> None:
        if not is_answer(turn.text):
            return
        meant = self._meant(turn)
        if meant is not None and len(meant.answers) < MOST_ANSWERS:
            meant.answers.append(turn.text)
            meant.last = turn.last
            if self._helps(turn.by):
                self._last[turn.by] = turn.last, meant

    def _meant(self, turn: ChatTurn) -> OpenQuestion | None:
        others = [each for each in self.open if each.by != turn.by]
        named = self._named(turn, others)
        if named is not None or not others:
            return named
        said = _words(turn.text)
        best = max(reversed(others), key=lambda each: len(said & each.words))
        if said & best.words:
            return best
        at, goes_on = self._last.get(turn.by, (EARLIEST, None))
        if goes_on in others and turn.at - at <= IN_A_ROW:
            return goes_on
        soon = [each for each in others if abs(turn.at - each.last) <= ANSWERED_SOON]
        waiting = [each for each in soon if not each.answers]
        return next(iter([*reversed(waiting), *reversed(soon)]), None)

    def _named(self, turn: ChatTurn, others: list[OpenQuestion]) -> OpenQuestion | None:
        """Of whom the turn speaks by a mention or by name."""
        if not others:
            return None
        mentioned = set(_mentioned(turn.text))
        said = set(WORD.findall(turn.text[:200].lower()))
        for each in reversed(others):
            if each.by in mentioned or each.digits in mentioned or not said.isdisjoint(each.names):
                return each
        return None


def _mentioned(text: str) -> Iterator[str]:
    if "@" in text:
        for found in MENTION.finditer(text):
            yield found["who"] or _digits(found["number"])


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _words(text: str) -> frozenset[str]:
    known = lexicon()
    return frozenset(WORD.findall(text.lower())) - known.stop - known.weak - words("title")


def _kept(ended: OpenQuestion, mask: Callable[[str], str], numbers: dict[str, int]) -> Exchange:
    answers: list[str] = []
    room = MOST_ANSWER
    for text in ended.answers:
        said = as_answered(mask(text))[: max(0, room)]
        if said:
            answers.append(said)
            room -= len(said)
    return Exchange(
        mark=mark_of(ended),
        at=ended.at,
        by=numbers.setdefault(ended.by, len(numbers)),
        question=as_asked(mask(ended.asked)),
        answers=tuple(answers),
        thanked=ended.thanked,
    )


def mark_of(ended: OpenQuestion) -> int:
    """By when it was asked and with which first words: neither form nor name of the export's."""
    first = " ".join(ended.asked.split("\n", 1)[0].lower().split())
    told = f"{ended.at:%Y-%m-%d %H:%M}\n{first}"
    made = hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(made, "big", signed=True)
