"""A matcher of a book that the desk has taught: a few wordings must weigh against the many that
an editor wrote for the entries beside them.

What decides for the printed book decides first. Then the question is laid beside the taught
wordings and beside those of the entry that was found, by likeness alone: what is nearer to a
taught one is its entry's, and what is about as near is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from faq.book.book import Book
from faq.matching.exact import EXACT
from faq.matching.likeness import Doubles, Likeness, Rarity, SketchIndex
from faq.matching.matcher import MOST_SUGGESTED, Answer, Found, Matcher, Silence, Suggestions
from faq.matching.out_of_scope import out_of_scope

# Tried on played weeks with new topics, and on the book without twelve of its entries, 2026-11-26.
HEARD = 0.22
"""How near a taught wording must be to be an answer, and for less, to be offered."""
HEARD_IN_SILENCE = 0.26
"""The same where the book alone would say nothing."""
OFFERED = 0.2
APART = 0.04
"""So much nearer than the wordings of any other taught entry."""
INSTEAD_OF_NOTHING = 0.75
"""What part of the likeness to the entry that was found is enough, where that was no answer,"""
BESIDE_AN_ANSWER = 0.65
"""and to offer the taught one beside an answer."""
SAME_MATTER = 0.3
"""So near what was taught, something is out of scope no more."""
SURE = 0.94
"""What the book is so sure of is not put in doubt."""


@dataclass(frozen=True)
class Wordings:
    """Those of all entries, the taught ones among them known as such."""

    index: SketchIndex
    spans: dict[str, slice]
    """Of each entry its places in the index."""
    taught: dict[str, list[int]]
    foreign: slice
    """What is known to be out of scope."""

    @classmethod
    def of(
        cls,
        book: Book,
        taught: Iterable[tuple[str, str]],
        foreign: Iterable[str],
        likeness: Likeness,
    ) -> Wordings:
        """`taught`: pairs of an entry's id and a wording."""
        index, spans = SketchIndex(), {}
        by_entry: dict[str, set[str]] = {}
        for entry_id, text in taught:
            by_entry.setdefault(entry_id, set()).add(text)
        places: dict[str, list[int]] = {}
        for entry in book.entries:
            first = len(index)
            for text in entry.asked_with:
                number = index.add(likeness.sketch(text))
                if text in by_entry.get(entry.id, ()):
                    places.setdefault(entry.id, []).append(number)
            spans[entry.id] = slice(first, len(index))
        first = len(index)
        for text in foreign:
            index.add(likeness.sketch(text))
        return cls(index, spans, places, slice(first, len(index)))

    def nearest_taught(self, near: Doubles) -> list[tuple[float, str]]:
        found = [(float(near[some].max()), entry_id) for entry_id, some in self.taught.items()]
        return sorted(found, reverse=True)[:2]

    def to(self, entry_id: str | None, near: Doubles) -> float:
        """How near the entry's wordings are."""
        span = self.spans.get(entry_id or "")
        return float(near[span].max(initial=0.0)) if span is not None else 0.0


class TaughtMatcher(Matcher):
    wordings: Wordings
    likeness: Likeness

    @classmethod
    def taught(
        cls, book: Book, changes: Sequence[tuple[str, str]], rarity: Callable[[], Rarity]
    ) -> TaughtMatcher:
        """`changes`: pairs of an entry's id and what was taught to mean it."""
        foreign = apart_from([text for _, text in changes], rarity)
        matcher = cls.of(book, foreign)
        matcher.likeness = Likeness(rarity, correct=matcher.correct)
        outside = [text for text, _ in foreign]
        matcher.wordings = Wordings.of(book, changes, outside, matcher.likeness)
        return matcher

    def look_up(self, question: str) -> Found:
        found = super().look_up(question)
        if found.score >= SURE or not self.wordings.taught:
            return found
        near = self.wordings.index.alike(self.likeness.sketch(question))
        (like, entry_id), *others = self.wordings.nearest_taught(near)
        if isinstance(found, Answer) and found.best in self.wordings.taught:
            return found
        alone = like - max((each for each, _ in others), default=0.0) > APART
        known = self.wordings.to(found.best, near) if found.best != entry_id else 0.0
        part = 1.0 if isinstance(found, Answer) else INSTEAD_OF_NOTHING
        heard = like > float(near[self.wordings.foreign].max(initial=0.0))
        enough = HEARD_IN_SILENCE if isinstance(found, Silence) else HEARD
        if heard and like >= enough and like > part * known and alone:
            return Answer(entry_id, min(EXACT, like + HEARD), found.score, "diajarkan petugas")
        if like < OFFERED or like <= BESIDE_AN_ANSWER * known:
            return found
        return beside(entry_id, found) if not isinstance(found, Silence) else found


def apart_from(taught: Sequence[str], rarity: Callable[[], Rarity]) -> tuple[tuple[str, str], ...]:
    """What is out of scope, without what asks about that which was taught."""
    likeness, index = Likeness(rarity), SketchIndex()
    for text in taught:
        index.add(likeness.sketch(text))
    return tuple(
        (text, topic)
        for text, topic in out_of_scope()
        if index.alike(likeness.sketch(text)).max(initial=0.0) < SAME_MATTER
    )


def beside(taught: str, found: Answer | Suggestions) -> Suggestions:
    """The taught entry first, then what else it may be."""
    others = found.ids if isinstance(found, Suggestions) else (found.best,)
    ids = tuple(dict.fromkeys((taught, *others)))[:MOST_SUGGESTED]
    reason = "dekat dengan yang diajarkan"
    return Suggestions(taught, found.score, found.runner_up_score, reason, ids)
