"""Kind and category of a report, told from stories that nothing was set on."""

from __future__ import annotations

import pytest

from faq.book.book import read
from faq.matching.filing import Filing
from faq.matching.matcher import Matcher
from tests.bench.filing import HALVES, Figures, measured, stories
from tests.faq.samples import MANUAL

TUNED, HELD = map(stories, HALVES)
OTHER = "Lainnya"


@pytest.fixture(scope="module")
def filing() -> Filing:
    book = read(MANUAL)
    return Filing(book, Matcher.of(book), other=OTHER)


def test_held_out(filing: Filing) -> None:
    found: Figures = measured(filing, HELD)
    assert len(TUNED) + len(HELD) >= 200
    assert found.first >= 0.85
    assert found.among_three >= 0.95
    assert found.kind >= 0.93


def test_every_label_is_a_chapter_and_no_story_stands_twice() -> None:
    titles = {chapter.title for chapter in read(MANUAL).chapters} | {OTHER}
    told = [*TUNED, *HELD]
    assert {story.category for story in told} <= titles
    assert len({story.text for story in told}) == len(told)


@pytest.mark.parametrize(
    "story", ["", "😭😭😭", "qwrtp zxcvb", "login", "a" * 8_000, "error " * 900]
)
def test_any_story_has_a_category(filing: Filing, story: str) -> None:
    found = filing.categories(story)
    assert OTHER in found
    assert len(set(found)) == len(found)
