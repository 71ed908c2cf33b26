"""WhatsApp's own words in an export, and the small ones that show who asks: read once."""

from __future__ import annotations

import re
from functools import cache, partial

from faq.text import vocabulary
from faq.text.vocabulary import sections

FILE = "chat_export.txt"
one_of = partial(vocabulary.one_of, file=FILE)
FAR = 200
"""Letters that "…" stands for, within a line."""


@cache
def forms(section: str) -> tuple[str, ...]:
    return tuple(form.strip() for line in sections(FILE)[section] for form in line.split(","))


@cache
def words(section: str) -> frozenset[str]:
    return frozenset(word for form in forms(section) for word in form.split())


@cache
def whole(section: str) -> re.Pattern[str]:
    """A message or line that is nothing else."""
    return re.compile(rf"[\W_]*(?:{_either(section)})[\W_]*", re.IGNORECASE)


@cache
def within(section: str) -> re.Pattern[str]:
    """At the borders of words, anywhere."""
    return re.compile(rf"(?<!\w)(?:{_either(section)})(?!\w)", re.IGNORECASE)


def _either(section: str) -> str:
    longest_first = sorted(forms(section), key=len, reverse=True)
    return "|".join(re.escape(form).replace("…", f".{{0,{FAR}}}") for form in longest_first)
