"""Words by which a reporter stays unnamed: "anonim ya", "rahasiakan nama saya"."""

from __future__ import annotations

from enum import StrEnum

from faq.text.intent import only_polite
from faq.text.language import plain
from faq.text.vocabulary import core

LONGEST = 8  # words; whoever writes more tells something


class Confided(StrEnum):
    ANONYMOUS = "anonymous"
    SECRET = "secret"


def confided(message: str) -> Confided | None:
    """What is wished, where nothing else is said."""
    said = plain(message)
    text = " ".join(said)
    if len(said) > LONGEST:
        return None
    for each in Confided:
        found = core(each).search(text)
        if found and only_polite(text[: found.start()] + " " + text[found.end() :], each):
            return each
    return None
