"""Words by which a reporter stays unnamed: "anonim ya", "rahasiakan nama saya"."""

from __future__ import annotations

from enum import StrEnum

from faq.text.language import plain
from faq.text.vocabulary import beside, core, words

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
        rest = "" if found is None else f"{text[: found.start()]} {text[found.end() :]}"
        if found is not None and set(rest.split()) <= {*words("polite"), *beside(each)}:
            return each
    return None
