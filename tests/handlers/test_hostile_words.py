"""No pattern and no reading of people's words takes more for each letter of a longer message.

Work is compared with itself, as CPU time of this thread: what grows with the text's square takes
sixteen times as long for four times the letters. The table is `python -m tests.bench.hostile`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.bench.hostile import readers, words
from tests.bench.hostile.__main__ import cost

SHORT, LONG = 2_048, 8_192
SOON = 0.01  # seconds for the long one: less is no harm, and too little to be compared
GROWN = 8  # times: four where work grows with the letters, sixteen with their square
TRIES = 5

PATTERNS = readers.patterns()
FUNCTIONS = readers.functions()


def grows(deed: Callable[[str], object], part: str) -> bool:
    """The least of several long ones is over both bounds where each of them is: the first that is
    not spares the others, which are what takes time."""
    message = words.long(part, LONG, "!")
    if cost(deed, message) < SOON:
        return False
    short = min(cost(deed, words.long(part, SHORT, "!")) for _ in range(TRIES))
    over = max(SOON, GROWN * short)
    return all(cost(deed, message) > over for _ in range(TRIES))


def surely_grows(deed: Callable[[str], object], part: str) -> bool:
    """On a busy machine one measurement may be off."""
    return all(grows(deed, part) for _ in range(TRIES))


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_a_pattern_takes_no_more_for_each_letter(pattern: re.Pattern[str]) -> None:
    parts = [*words.REPEATED, *words.beginnings(pattern)]
    assert [part for part in parts if surely_grows(pattern.search, part)] == []


@pytest.mark.parametrize("deed", FUNCTIONS.values(), ids=FUNCTIONS)
def test_a_reading_takes_no_more_for_each_letter(deed: Callable[[str], object]) -> None:
    assert [part for part in words.REPEATED if surely_grows(deed, part)] == []


def test_what_is_quadratic_is_found() -> None:
    """The yardstick itself: the pattern that stopped everybody once."""
    stopped = re.compile(r"\s*@bot\b").search
    assert any(grows(stopped, " ") for _ in range(TRIES)), "five measurements cannot all be off"


@pytest.mark.parametrize(
    "known",
    [
        "bot.rules.privacy.numbers.",
        "faq.text.tokens.",
        "faq.text.said.ticket_number.",
        "intents.txt [person]",
    ],
)
def test_the_patterns_are_found_by_themselves(known: str) -> None:
    assert any(name.startswith(known) for name in PATTERNS)
