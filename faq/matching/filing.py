"""What a story is about, before anybody says so: its kind, and the chapters it may belong to."""

from __future__ import annotations

import math
from collections import defaultdict

from bot.rules.complaint import Guess
from faq.book.book import Book
from faq.matching.matcher import Matcher
from faq.text.said.report_kind import report_kind

# Set on tests/faq/talks/stories.csv, 2026-11-26 (python -m tests.bench.filing).
SHARPNESS = 6.0
"""How much more one entry that fits well says than several that fit a little."""
OUTSIDE = 0.6
"""Of out of scope, which has many more examples than any chapter."""
LOOKED_AT = 40


class Filing:
    def __init__(self, book: Book, matcher: Matcher, *, other: str) -> None:
        """`other`: what is in none of the book's chapters."""
        self._title_of = {
            entry.id: chapter.title for chapter in book.chapters for entry in chapter.entries
        }
        self._matcher = matcher
        self._other = other

    def guess(self, story: str) -> Guess:
        return Guess(report_kind(story), self.categories(story))

    def categories(self, story: str) -> tuple[str, ...]:
        """All that come into question, the likeliest first; never none."""
        weights: defaultdict[str, float] = defaultdict(float)
        for entry_id, total in self._matcher.weigh(story, LOOKED_AT):
            share = math.exp(SHARPNESS * total)
            if entry_id is None:
                weights[self._other] += OUTSIDE * share
            else:
                weights[self._title_of[entry_id]] += share
        found = tuple(sorted(weights, key=lambda title: -weights[title]))
        return found if self._other in found else (*found, self._other)
