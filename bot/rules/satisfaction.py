"""How satisfied somebody was, on the four steps of the SKM survey.

Source of the scale: PermenPANRB 14/2017 (1 tidak baik to 4 sangat baik). Pure.
"""

from __future__ import annotations

from enum import StrEnum


class RatingStep(StrEnum):
    """What is waited for."""

    SCORE = "step"
    WORDS = "words"


LEAST, MOST = 1, 4
MOST_WORDS = 500  # letters of the one sentence that may be added
