"""What a message means that goes on about what was answered just before: "kalau PPPK?", "wajib?".

The entry that was spoken of, those near it in the book, and what the words mean by themselves are
weighed against each other. What is a question of its own stays one; where nothing leads clearly,
the likeliest are offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice, pairwise
from math import log1p

from faq.book.book import Book, Entry
from faq.matching.examples import Asked
from faq.matching.going_on import FollowUpEvidence, probabilities
from faq.matching.matcher import Answer, Found, Matcher, Silence, Suggestions, likely
from faq.matching.recall import recalling
from faq.matching.weighing import log_odds
from faq.text.asking import asks
from faq.text.language import plain
from faq.text.small_talk.meaning import bare, place
from faq.text.tokens import tokens
from faq.text.vocabulary import word_set

FILE = "follow_ups.txt"
LONGEST = 12
"""Words; whoever writes more tells a matter of their own."""
EVEN = 0.5
"""How likely the likeliest must be to be told, or else it is offered with others."""
AGAIN = 0.6
"""The same of the entry spoken of: it was read, and did not do."""
OVERRULES = 0.7
"""The same where the words alone are answered with another."""
SURE, SURE_POINTING = 0.95, 0.995
"""What is answered so surely is a question of its own; the latter where it seems to point back."""
OWN_ANSWER = 0.88
"""So surely answered with another by its words alone, it is not told that there is no more."""
FAR_LESS = 0.5
"""What the entry spoken of explains of the words, in parts of what one beside it does."""
ALWAYS_OFFERED = 1.0
HARDLY = 0.02
"""How likely what was spoken of must be, to be offered beside others."""
NONE = 0.4
"""How likely it may be that nothing here is meant."""
OWN = 0.5
"""Share of a word's use from which it is the book's."""
FEW = 2
"""Informative words from which who names an address asks for more than that."""
OFFERED = 2
CHOICES = 4
ALONE, WITHIN = 5, 4
"""How many are looked at of those that the words mean, alone and behind the entry."""
WHAT_IS = ("apa", "itu")
MANY = 4
"""Informative words from which more tell nothing."""


@dataclass(frozen=True, slots=True)
class NoMore:
    """It is about the entry again, and the book has only these beside it."""

    best: str
    near: tuple[str, ...]

    def offered(self) -> Suggestions:
        return Suggestions(
            self.best, 0.0, 0.0, "buku hanya sampai di situ", (*self.near, self.best)
        )


Followed = Answer | Suggestions | NoMore


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The message, looked up by itself."""

    message: str
    found: Found
    asked: Asked
    asks: bool
    points: bool
    bare: bool
    again: bool
    foreign: bool
    length: int

    @property
    def stands_alone(self) -> bool:
        """Nearly every question does: what it means behind the entry need not be looked at."""
        if not isinstance(self.found, Answer) or self.bare or self.again:
            return False
        return self.found.score >= (SURE_POINTING if self.points else SURE)


@dataclass(frozen=True, slots=True)
class Meant:
    id: str | None
    """None: nothing in the book, or nothing that goes on."""
    likely: float


class FollowUps:
    def __init__(self, book: Book, matcher: Matcher) -> None:
        self.book = book
        self.matcher = matcher
        self.labels = matcher.classes.label_of

    def follow(self, message: str, entry: Entry, *, sure: bool = False) -> Followed | None:
        """None where the message is a question of its own. `sure`: it is known to go on."""
        return self._recalled(message, entry.id, sure)

    @cached_property
    def _recalled(self) -> Callable[[str, str, bool], Followed | None]:
        return recalling(self._follow)

    def _follow(self, message: str, entry_id: str, sure: bool) -> Followed | None:
        length, entry = len(plain(message)), self.book.get(entry_id)
        if not length or length > LONGEST or entry is None or entry_id not in self.labels:
            return None
        if place(message) is not None and not sure:  # of choices that there are not
            return None
        said = self.said(message, entry, length)
        if not (sure or said.points or said.asks or said.asked.informative):
            return None
        if self.matcher.few_words.tells_nothing(said.asked) and not (sure or said.again):
            return None
        if wants_address(message) and said.asked.informative < FEW:
            return NoMore(entry.id, self.near[entry.id][:OFFERED])
        if not sure and (said.stands_alone or self.is_phrasing(said) or defines(message, said)):
            return None
        meant = self.meant(message, said, entry)
        none = next(one.likely for one in meant if one.id is None)
        if not sure and (none > NONE or meant[0].id is None or is_own(said, meant[0])):
            return None
        likeliest = [(one.id, one.likely) for one in meant if one.id is not None]
        if sure and not isinstance(said.found, Answer):
            near = (id_ for id_, _ in likeliest if id_ != entry.id)
            return NoMore(entry.id, tuple(islice(near, OFFERED)))
        return self.told(said, entry, likeliest)

    def told(self, said: LookedUp, entry: Entry, likeliest: list[tuple[str, float]]) -> Followed:
        (best, likely), (_, second), *_ = likeliest
        ids = [id_ for id_, _ in likeliest]
        another = surely_another(said, entry) if best == entry.id else None
        if another or likely < self.enough(best, said, entry):
            ids = list(dict.fromkeys([another or best, *ids]))
            own = next(share for id_, share in likeliest if id_ == entry.id)
            offered = kept(ids, entry.id) if own > HARDLY else tuple(ids[:CHOICES])
            return Suggestions(ids[0], likely, second, "lanjutan topik?", offered)
        if best == entry.id:
            return self.leads_on(said, entry, ids) or NoMore(entry.id, tuple(ids[1 : 1 + OFFERED]))
        return Answer(best, likely, second, "lanjutan topik")

    def leads_on(
        self, said: LookedUp, entry: Entry, ids: list[str]
    ) -> Answer | Suggestions | None:
        """To what stands beside the entry, leads by the words alone, and explains more of them."""
        first = next(iter(self.standing(said.message)), None)
        id_ = None if first is None else self.matcher.classes.ids[first]
        if first is None or id_ not in self.near[entry.id] or said.again or said.bare:
            return None
        if isinstance(said.found, Silence):  # by itself it is of nothing in the book
            return None
        own, other = self.matcher.confidence.coverages(said.asked, [self.labels[entry.id], first])
        if own.covered >= other.covered:
            return None
        if own.covered < other.covered * FAR_LESS:
            return Answer(id_, EVEN, EVEN, "lanjutan topik")
        offered = kept(list(dict.fromkeys([id_, *ids])), entry.id)
        return Suggestions(id_, EVEN, EVEN, "lanjutan topik?", offered)

    def is_phrasing(self, said: LookedUp) -> bool:
        """Whether the book is asked in these very words, and nothing points back."""
        alone = isinstance(said.found, Answer) or not (said.points or said.bare)
        return alone and self.matcher.exact.same(said.asked.key) is not None

    def enough(self, best: str, said: LookedUp, entry: Entry) -> float:
        """How likely it must be to be told: what the words alone neither mean nor is beside the
        entry is only offered, and an answer of their own is not overruled lightly."""
        if isinstance(said.found, Answer):
            return OVERRULES
        if best == entry.id:
            return AGAIN
        return EVEN if best in self.near[entry.id] else ALWAYS_OFFERED

    def said(self, message: str, entry: Entry, length: int) -> LookedUp:
        asked = self.matcher.read(message)
        return LookedUp(
            message,
            self.matcher.find(message),
            asked,
            asks(message),
            points_back(message),
            bare(message),
            again(message),
            self.foreign(asked, entry),
            length,
        )

    def meant(self, message: str, said: LookedUp, entry: Entry) -> list[Meant]:
        """What it may mean, the likeliest first."""
        evidence = self.evidence(message, said, entry)
        likely = probabilities(list(evidence.values()))
        found = [Meant(id_, share) for id_, share in zip(evidence, likely, strict=True)]
        return sorted(found, key=lambda one: -one.likely)

    def evidence(
        self, message: str, said: LookedUp, entry: Entry
    ) -> dict[str | None, FollowUpEvidence]:
        """The entry, those near it, and those that the words mean, alone or behind it."""
        alone = self.standing(message)
        within = self.standing(f"{entry.question} {message}")
        beside = self.near[entry.id]
        named = (
            self.labels[entry.id],
            *(self.labels[id_] for id_ in beside),
            *islice(alone, ALONE),
            *islice(within, WITHIN),
        )
        labels = list(dict.fromkeys(named))
        first, first_within = next(iter(alone), None), next(iter(within), None)
        found: dict[str | None, FollowUpEvidence] = {}
        coverages = self.matcher.confidence.coverages(said.asked, labels)
        for label, shares in zip(labels, coverages, strict=True):
            covered, told = shares.covered, shares.answered
            id_, is_first = self.matcher.classes.ids[label], first == label
            by_itself, behind = shown(alone.get(label)), shown(within.get(label))
            if id_ == entry.id:
                own = self.of_own(said, covered, told, behind)
                found[id_] = self.of_entry(said, id_, by_itself, first=is_first, **own)
                continue
            other, near = self.book.get(id_), id_ in beside
            found[id_] = self.of_entry(
                said,
                id_,
                by_itself,
                first=is_first,
                covered=covered,
                told=told,
                within=behind,
                beside=float(near),
                first_within=float(first_within == label),
                first_beside=float(near and is_first),
                chapter=float(not near and other is not None and other.chapter == entry.chapter),
            )
        found[None] = of_none(said)
        return found

    def of_entry(
        self, said: LookedUp, id_: str, alone: float, *, first: bool, **more: float
    ) -> FollowUpEvidence:
        answered = isinstance(said.found, Answer) and said.found.best == id_
        return FollowUpEvidence(
            alone=alone,
            answered=float(answered),
            answered_sure=log_odds(said.found.score) if answered else 0.0,
            offered=float(isinstance(said.found, Suggestions) and id_ in said.found.ids),
            first=float(first),
            **more,
        )

    def of_own(
        self, said: LookedUp, covered: float, told: float, within: float
    ) -> dict[str, float]:
        return {
            "own": 1.0,
            "own_points": float(said.points),
            "own_asks": float(said.asks),
            "own_bare": float(said.bare),
            "own_words": float(min(said.asked.informative, MANY)),
            "own_covered": covered,
            "own_told": told,
            "own_again": float(said.again),
            "own_length": log1p(said.length),
            "own_within": within,
            "own_foreign": float(said.foreign),
        }

    @cached_property
    def near(self) -> dict[str, tuple[str, ...]]:
        """Those beside each entry."""
        return {each.id: tuple(dict.fromkeys(self.beside(each))) for each in self.book.entries}

    def beside(self, entry: Entry) -> Iterator[str]:
        """What it refers to, what refers to it, and what may be meant by the same few words."""
        near = (
            *entry.see_also,
            *(other.id for other in self.book.entries if entry.id in other.see_also),
            *(
                id_
                for one in self.book.disambiguation
                if entry.id in one.choices
                for id_ in one.choices
            ),
        )
        return (id_ for id_ in near if id_ != entry.id and id_ in self.labels)

    def standing(self, text: str) -> dict[int, float]:
        return self.matcher.standing(text)

    def foreign(self, asked: Asked, entry: Entry) -> bool:
        """Whether any word is neither the entry's nor, oftener than not, the book's."""
        label, of_book = self.labels[entry.id], self.matcher.ownership.of_book
        strange = asked.telling[~self.matcher.exact.held(asked.telling, label)]
        return bool((of_book[strange] < OWN).any())


def is_own(said: LookedUp, best: Meant) -> bool:
    """Whether it is answered without what was spoken of, and means the same so."""
    return isinstance(said.found, Answer) and best.id == said.found.best


def surely_another(said: LookedUp, entry: Entry) -> str | None:
    """With which other its words alone are surely answered: then it is told of both."""
    found = said.found
    if not isinstance(found, Answer) or found.score <= OWN_ANSWER or found.best == entry.id:
        return None
    return found.best


def shown(total: float | None) -> float:
    """The log-odds of what came out of a ranking."""
    return log_odds(0.0 if total is None else likely(total))


def of_none(said: LookedUp) -> FollowUpEvidence:
    return FollowUpEvidence(
        none=1.0,
        none_foreign=float(said.foreign),
        none_points=float(said.points),
        none_silent=float(isinstance(said.found, Silence)),
        none_bare=float(said.bare),
        none_words=float(min(said.asked.informative, MANY)),
        none_sure=0.0 if isinstance(said.found, Answer) else log_odds(said.found.score),
    )


def kept(ids: list[str], own: str) -> tuple[str, ...]:
    """What was spoken of is among the choices: it may be about that after all."""
    likeliest = tuple(ids[:CHOICES])
    return likeliest if own in likeliest else (*likeliest[:-1], own)


def asks_again(message: str) -> bool:
    """ "Jelaskan lagi", "contohnya mana", and nothing besides."""
    return bare(message) and again(message)


def defines(message: str, said: LookedUp) -> bool:
    """ "RHK itu apa" names what it is about."""
    told = plain(message)
    asks_what = told[:2] == WHAT_IS or (
        told[-2:] == WHAT_IS[::-1] and told[0] not in marks("beginning")
    )
    return asks_what and said.asked.informative > 0 and not (suffixed(message) or said.again)


def points_back(message: str) -> bool:
    said = plain(message)
    pairs = set(pairwise(said))
    if ("apa", "itu") in pairs or ("itu", "apa") in pairs:
        said = tuple(word for word in said if word != "itu")  # "apa itu SKP" points at nothing
    begins = bool(said) and said[0] in marks("beginning")
    return begins or not marks("pointing").isdisjoint(said) or suffixed(message)


def suffixed(message: str) -> bool:
    """ "Linknya", "jam nya": of something that both know."""
    return any(
        token in {"nya", "ny"} or (token.endswith("nya") and token not in marks("no suffix"))
        for token in tokens(message)
    )


def again(message: str) -> bool:
    """It is to be told once more, or more plainly."""
    return not marks("again").isdisjoint(plain(message))


def wants_address(message: str) -> bool:
    return not marks("address").isdisjoint(plain(message))


marks = partial(word_set, file=FILE)
