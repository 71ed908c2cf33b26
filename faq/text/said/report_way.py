"""Which way a report goes, by words instead of the button: "jalur pengawasan ya", "biasa saja"."""

from __future__ import annotations

from enum import StrEnum

from faq.text import vocabulary
from faq.text.language import plain
from faq.text.small_talk.meaning import only_polite

LONGEST = 8  # words; whoever writes more tells something


class Way(StrEnum):
    SUPERVISORY = "supervisory"
    USUAL = "usual"


def way_named(message: str, *, asked: bool) -> Way | None:
    """`asked`: "is it of abuse?" was asked, and a mere yes or no answers it."""
    said = plain(message)
    if len(said) > LONGEST:
        return None
    text = " ".join(said)
    for way in Way:
        for section in (way, *((f"{way} answered",) if asked else ())):
            rest = vocabulary.around_core(section, text)
            if rest is not None and only_polite(rest, way):
                return way
    return None
