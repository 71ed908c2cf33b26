"""Whether a report may be of abuse of authority, corruption or discipline. A suspicion only: its
reporter is asked, and nobody's report goes another way because of it."""

from __future__ import annotations

import re
from functools import cache

from faq.text.language import in_standard_words
from faq.text.vocabulary import pattern, sections

FILE = "abuse.txt"


def may_be_abuse(text: str) -> bool:
    """A clear word, unless it is about a course, a form or a screen; or a deed and its doer."""
    said = in_standard_words(text)
    by_whom = _has("who", said)
    if by_whom and _has("done", said):
        return True
    taught, on_screen = _has("teaching", said), _has("screen", said)
    if _has("clear", said):
        return not (taught or on_screen) or (by_whom and not taught)
    return _has("deed", said) and by_whom and not (taught or on_screen)


def _has(section: str, said: str) -> bool:
    return _pattern(section).search(said) is not None


@cache
def _pattern(section: str) -> re.Pattern[str]:
    return re.compile("|".join(map(pattern, sections(FILE)[section])))
