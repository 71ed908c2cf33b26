"""Whatever is sent, one of three comes back: nothing raises, nothing hangs.

FAQ_MESSAGES=5000 in the environment tries that many.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import utf16
from bot.rules.intent import Situation
from bot.rules.privacy.asking import asks_for_secret
from bot.rules.privacy.numbers import mask
from bot.rules.privacy.secrets import hide
from bot.simulator.text import html
from bot.words.book import answer
from faq.book.telegram_html import to_html
from faq.matching.matcher import Answer, Matcher, Silence, Suggestions
from faq.text.small_talk.meaning import as_answer, intent
from faq.text.small_talk.talk import civil, mood, tells_nothing
from faq.text.tokens import tokens
from handlers.json_parts import clean
from tests.faq.samples import PHRASINGS

MESSAGES = int(os.environ.get("FAQ_MESSAGES", "1500"))
MATCHER = Matcher(PHRASINGS)
WORDS = st.sampled_from([word for text, _ in PHRASINGS for word in text.split()])
ANYTHING = st.one_of(
    st.text(max_size=4096),
    st.lists(WORDS, max_size=400).map(lambda words: " ".join(words)[:4096]),
    st.text(alphabet=st.characters(categories=("L", "M", "N", "P", "Z", "C")), max_size=4096),
    st.builds(
        lambda part, times: (part * times)[:4096], st.text(min_size=1), st.integers(1, 4096)
    ),
)
TIRING = ["a", "1 ", "a.b", "@", "di kan nya ", "aaa-"]
MANY = settings(
    max_examples=MESSAGES, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@MANY
@given(ANYTHING)
def test_one_of_three(text: str) -> None:
    found = MATCHER.find(text)
    assert isinstance(found, Answer | Suggestions | Silence)
    assert 0 <= found.score <= 1
    intent(text)
    for situation in Situation:
        as_answer(text, situation)
    mood(text)
    tells_nothing(text)
    assert len(civil(text)) <= len(text)
    mask(text)
    hide(text)
    asks_for_secret(text)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(st.text(max_size=4096).map(clean))
def test_an_answer_fits_into_messages_and_its_tags_close(text: str) -> None:
    pages = answer(
        question=text[:300], body=to_html(text), place="", edition="", as_of=None, local=()
    )
    for page in pages:
        shown, _ = html.parse(page)
        assert utf16.length(shown) <= 4096


@pytest.mark.parametrize("part", TIRING)
def test_the_longest_message_takes_few_steps(part: str) -> None:
    text = (part * 4096)[:4096]
    MATCHER.find(text)
    assert calls(lambda: MATCHER.find(text)) < 3 * len(text)


@pytest.mark.parametrize("part", TIRING)
def test_no_pattern_takes_more_for_each_letter_of_a_longer_text(part: str) -> None:
    """A hundred times a message: half a second where time grows with the text, and where it grows
    with the text's square, longer than any test may take.
    """
    text = (part * 400_000)[:400_000] + " .@ selesai"
    assert tokens(text)[-1] == "selesai"


def calls(deed: Callable[[], object]) -> int:
    """How many functions it calls: the same on every machine, however busy."""
    count = 0

    def see(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        deed()
    finally:
        sys.setprofile(before)
    return count
