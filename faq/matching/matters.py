"""Several matters in one message: "otp salah terus dan skp saya ditolak atasan".

A message is tried in two at each of its joints. Whether there it falls into two matters is
decided by evidence: how sure each part is by itself, how much of each the other's entry, or the
whole's, explains, and whether the whole means both. The parts are then looked at in the same way.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from faq.matching.examples import Asked
from faq.matching.follow_ups import FollowUps, NoMore
from faq.matching.matcher import Answer, Candidate, Found, Silence, Suggestions
from faq.matching.recall import recalling
from faq.matching.weighing import log_odds, weighed
from faq.text.asking import asks
from faq.text.clauses.joints import Joint, Pieces, contrasts, leans, pieces, settled

MOST = 5
"""Matters that are answered at once; whoever asks more is told which were left."""
LEAST = 0.04
"""How much the whole must mean what a part does, or a weak joint is none."""
SECOND = 0.1
"""What the whole means besides its first entry, at least, or it is not cut by weak joints."""
RANKED = 12
KEPT = 64


@dataclass(frozen=True, slots=True)
class Matter:
    text: str
    found: Found


class CutEvidence(NamedTuple):
    surer: float
    """Log-odds of the part that is surer, and of the other."""
    lesser: float
    unexplained: float
    """Share of what the whole's entry explains in the part that is not its own."""
    drawn: float
    """How much, at most, one part means the other's entry."""
    short: float
    """Informative words of the shorter part, and of both, as logarithms."""
    long: float
    joints: float
    comma: float
    word: float
    question: float
    opening: float
    whole: float
    """How sure the whole is."""
    meant: float
    """How much the whole means the entry that it means less of the two."""
    own: float
    """The smaller share of a part that its own entry explains."""
    answers: float
    """Whether both parts are answered, or both only offered for."""
    offers: float


# Fitted as tests/bench/matters_fit.py does, 2026-11-26.
WEIGHTS = CutEvidence(
    surer=-0.05,
    lesser=0.40,
    unexplained=-3.41,
    drawn=-2.90,
    short=1.11,
    long=-1.26,
    joints=-0.94,
    comma=0.96,
    word=0.63,
    question=2.50,
    opening=1.67,
    whole=-1.48,
    meant=8.40,
    own=0.73,
    answers=0.28,
    offers=-1.86,
)
INTERCEPT = 1.75
ENOUGH = 0.8
"""Log-odds from which a message is cut."""
ENOUGH_ASKED = -2.0
"""The same where a question ends and another begins."""
BOTH = 0.48
"""How much the whole must mean its second entry, that this is offered without a cut."""
BOTH_ASKED = 0.15
"""The same where a question ends within the message."""
NEARLY = 0.6
"""How sure of the second, in parts of how sure of the first."""
NEARLY_ASKED = 0.15


@dataclass(frozen=True, slots=True)
class Whole:
    """What is to be cut, as one."""

    found: Found
    ranked: list[Candidate]
    joints: int

    @property
    def second(self) -> float:
        """How much it means any entry besides its first."""
        return self.ranked[1].score if len(self.ranked) > 1 else 0.0

    def means(self, part: Answer | Suggestions) -> float:
        """How much it means what one of its parts does."""
        wanted = ids(part)
        return max((one.score for one in self.ranked if one.id in wanted), default=0.0)


Pair = tuple[Answer | Suggestions, Answer | Suggestions]


@dataclass(frozen=True, slots=True)
class Cut:
    at: int
    left: str
    right: str
    pair: Pair
    evidence: CutEvidence
    odds: float
    """Logarithm, above what is enough."""


class Matters:
    def __init__(self, context: FollowUps) -> None:
        self.context = context
        self.matcher = context.matcher

    @cached_property
    def of(self) -> Callable[[str], tuple[Matter, ...]]:
        """The message's matters in their order; nothing where it is one."""
        return recalling(self._of)

    def _of(self, message: str) -> tuple[Matter, ...]:
        found = pieces(message)
        if found is None:
            return ()
        if found.joints[0] is Joint.ITEM:
            return self.listed(found)
        if contrasts(message):
            return ()
        parts = self.parts(found, 0, len(found.joints))
        return tuple(parts) if len(parts) > 1 else self.besides(found)

    def besides(self, found: Pieces) -> tuple[Matter, ...]:
        """Where no cut is sure, but the whole means two entries nearly alike."""
        text, at = found.text(0, len(found.joints)), found.joints.index(max(found.joints))
        whole, asked = self.matcher.find(text), found.joints[at] >= Joint.QUESTION
        ranked = self.ranked(text)
        if not isinstance(whole, Answer) or len(ranked) < 2 or ranked[0].id != whole.best:
            return ()
        enough, nearly = (BOTH_ASKED, NEARLY_ASKED) if asked else (BOTH, NEARLY)
        second = ranked[1]
        if second.score < enough or whole.runner_up_score < nearly * whole.score:
            return ()
        left, right = found.text(0, at), found.text(at + 1, len(found.joints))
        if settled(left) or settled(right):
            return ()
        other = Suggestions(second.id, second.score, 0.0, "dua hal sekaligus", (second.id,))
        if self.meant(left, second.id) > self.meant(right, second.id):
            return Matter(left, other), Matter(right, whole)
        return Matter(left, whole), Matter(right, other)

    def listed(self, found: Pieces) -> tuple[Matter, ...]:
        """Who numbers them means several, if at least two of them are different entries."""
        items = [found.text(at, at) for at in range(len(found.spans))]
        matters = tuple(Matter(item, self.matcher.find(item)) for item in items)
        known = {one.found.best for one in matters if not isinstance(one.found, Silence)}
        return matters if len(known) > 1 else ()

    def parts(self, found: Pieces, first: int, last: int) -> list[Matter]:
        """From one piece to another: as one, or as those into which it falls."""
        best = max(self.cuts(found, first, last), key=lambda one: one.odds, default=None)
        if best is None:
            text = found.text(first, last)
            return [Matter(text, self.matcher.find(text))]
        left = self.parts(found, first, best.at)
        right = self.parts(found, best.at + 1, last)
        # What was understood only by what stood before it is not looked up alone.
        return [
            *(left if len(left) > 1 else [Matter(best.left, best.pair[0])]),
            *(right if len(right) > 1 else [Matter(best.right, best.pair[1])]),
        ]

    def cuts(self, found: Pieces, first: int, last: int) -> Iterator[Cut]:
        if first == last:
            return
        text = found.text(first, last)
        ranked = self.ranked(text)
        whole = Whole(self.matcher.find(text), ranked, len(found.joints))
        for at in range(first, last):
            if found.joints[at] < Joint.QUESTION and whole.second < SECOND:
                continue
            cut = self.cut(found, (first, at, last), whole)
            if cut is not None:
                yield cut

    def cut(self, found: Pieces, ends: tuple[int, int, int], whole: Whole) -> Cut | None:
        """None where it is not to be cut here. What is dearer to know comes last."""
        first, at, last = ends
        joint = found.joints[at]
        left, right = found.text(first, at), found.text(at + 1, last)
        if settled(left) or settled(right) or (joint < Joint.SENTENCE and leans(right)):
            return None
        pair = self.pair(left, right, whole, joint)
        if pair is None:
            return None
        said = self.matcher.read(left), self.matcher.read(right)
        if not said[0].informative or not (said[1].informative or isinstance(pair[0], Answer)):
            return None
        asked = joint >= Joint.QUESTION and found.asks(at) and asks(right)
        enough = ENOUGH_ASKED if asked else ENOUGH
        evidence = self.evidence(pair, said, whole, joint)
        if odds(evidence) < enough:
            return None
        drawn = max(self.meant(left, pair[1].best), self.meant(right, pair[0].best))
        evidence = evidence._replace(drawn=drawn)
        sure = odds(evidence) - enough
        return Cut(at, left, right, pair, evidence, sure) if sure >= 0 else None

    def pair(self, left: str, right: str, whole: Whole, joint: Joint) -> Pair | None:
        """What the parts mean; None where one of them is no matter, or both are the same."""
        weak = joint < Joint.QUESTION
        one = self.matcher.find(left)
        if isinstance(one, Silence) or (weak and whole.means(one) < LEAST):
            return None
        other = self.second(right, one if joint >= Joint.SENTENCE else None)
        if isinstance(other, Silence) or (weak and whole.means(other) < LEAST):
            return None
        if weak and not (isinstance(one, Answer) or isinstance(other, Answer)):
            return None
        return apart(one, other)

    def second(self, text: str, before: Found | None) -> Found:
        """What follows may only be understood by what stands before it: "…, caranya gimana?"."""
        found = self.matcher.find(text)
        entry = self.context.book.get(before.best) if isinstance(before, Answer) else None
        if isinstance(found, Answer) or entry is None:
            return found
        match self.context.follow(text, entry):
            case Answer() as goes_on:
                best, score, second = goes_on.best, goes_on.score, goes_on.runner_up_score
                return Suggestions(best, score, second, "lanjutan", (best,))
            case Suggestions() as goes_on:
                return goes_on
            case NoMore() as goes_on if goes_on.near:
                return Suggestions(goes_on.near[0], 0.1, 0.1, "lanjutan", goes_on.near)
        return found

    def evidence(
        self,
        pair: Pair,
        said: tuple[Asked, Asked],
        whole: Whole,
        joint: Joint,
    ) -> CutEvidence:
        """All but how much a part means the other's entry."""
        one, other = pair
        sure = sorted((log_odds(one.score), log_odds(other.score)))
        explained = [self.covered(said[at], whole.found.best) for at in (0, 1)]
        foreign = [explained[at] for at in (0, 1) if pair[at].best != whole.found.best]
        words = [math.log1p(each.informative) for each in said]
        answers = [isinstance(each, Answer) for each in pair]
        return CutEvidence(
            surer=sure[1],
            lesser=sure[0],
            unexplained=max(foreign),
            drawn=0.0,
            short=min(words),
            long=math.log1p(sum(each.informative for each in said)),
            joints=math.log1p(whole.joints),
            comma=float(joint is Joint.COMMA),
            word=float(joint is Joint.WORD),
            question=float(joint >= Joint.QUESTION),
            opening=float(joint >= Joint.OPENING),
            whole=whole.found.score if isinstance(whole.found, Answer) else 0.0,
            meant=min(whole.means(each) for each in pair),
            own=min(max(self.covered(said[at], id_) for id_ in ids(pair[at])) for at in (0, 1)),
            answers=float(all(answers)),
            offers=float(not any(answers)),
        )

    def meant(self, text: str, entry: str) -> float:
        return next((one.score for one in self.ranked(text) if one.id == entry), 0.0)

    @cached_property
    def ranked(self) -> Callable[[str], list[Candidate]]:
        """Of one message the same parts are looked at from several sides."""
        return lru_cache(maxsize=KEPT)(partial(self.matcher.rank, limit=RANKED))

    def covered(self, said: Asked, entry: str | None) -> float:
        """Share of what is said that the entry is asked with."""
        if entry is None:
            return 0.0
        return self.matcher.confidence.coverage(said, self.context.labels[entry]).covered


def apart(one: Answer | Suggestions, other: Answer | Suggestions) -> Pair | None:
    """Without offering for the one what the other is; None where nothing is left."""
    left, right = without(one, other), without(other, one)
    if left is None or right is None or left.best == right.best:
        return None
    return left, right


def without(
    found: Answer | Suggestions, other: Answer | Suggestions
) -> Answer | Suggestions | None:
    if isinstance(found, Answer) or not isinstance(other, Answer):
        return found
    ids = tuple(each for each in found.ids if each != other.best)
    if not ids:
        return None
    return Suggestions(ids[0], found.score, found.runner_up_score, found.reason, ids)


def ids(found: Answer | Suggestions) -> tuple[str, ...]:
    return (found.best,) if isinstance(found, Answer) else found.ids


def odds(evidence: CutEvidence) -> float:
    return INTERCEPT + weighed(WEIGHTS, evidence)
