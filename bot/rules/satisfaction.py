"""How satisfied somebody was, on the four steps of the SKM survey; and how people write it.

Source of the scale: PermenPANRB 14/2017 (1 tidak baik to 4 sangat baik). Pure.
"""

from __future__ import annotations

import re
from enum import StrEnum


class RatingStep(StrEnum):
    """What is waited for."""

    SCORE = "step"
    WORDS = "words"


LEAST, MOST = 1, 4
MOST_WORDS = 500  # letters of the one sentence that may be added
_SIGNS = re.compile(r"[^\w\s]")
_STEPS = {
    1: ("tidak baik", "tidak puas", "sangat tidak puas", "buruk", "jelek", "kecewa", "1"),
    2: ("kurang baik", "kurang puas", "kurang", "2"),
    3: ("baik", "puas", "cukup baik", "3"),
    4: ("sangat baik", "sangat puas", "baik sekali", "puas sekali", "bagus sekali", "4"),
}
_SAID = {words: step for step, several in _STEPS.items() for words in several}


def step_said(text: str) -> int | None:
    """None for anything beside the step itself: "baik pak" is manners."""
    return _SAID.get(" ".join(_SIGNS.sub(" ", text.casefold()).split()))
