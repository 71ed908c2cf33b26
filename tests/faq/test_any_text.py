"""Whatever is sent, one of three comes back: nothing raises, nothing hangs.

FAQ_MESSAGES=5000 in the environment tries that many.
"""

from __future__ import annotations

import os
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import utf16
from bot.simulator.text import html
from bot.words.book import answer
from faq.book.telegram_html import to_html
from faq.matching.matcher import Answer, Matcher, Silence, Suggestions
from faq.text.intent import as_answer, intent
from faq.text.mask import mask
from handlers.parse_update import clean
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
    as_answer(text)
    mask(text)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(st.text(max_size=4096).map(clean))
def test_an_answer_fits_into_messages_and_its_tags_close(text: str) -> None:
    pages = answer(
        question=text[:300], body=to_html(text), place="", edition="", as_of=None, local=()
    )
    for page in pages:
        shown, _ = html.parse(page)
        assert utf16.length(shown) <= 4096


def test_the_longest_messages_are_quick() -> None:
    long_ones = [
        "a" * 4096,
        "1 " * 2048,
        "a.b" * 1365,
        "@" * 4096,
        "di kan nya " * 370,
        "aaa-" * 1024,
    ]
    for text in long_ones:
        MATCHER.find(text)
        start = time.perf_counter()
        MATCHER.find(text)
        assert time.perf_counter() - start < 0.1  # 20 ms by day; the test machine may be busy
