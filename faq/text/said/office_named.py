"""An office as people write it who are asked for theirs: "dari Dinas Pertanian pak"."""

from __future__ import annotations

from faq.text.asking import asks
from faq.text.small_talk.meaning import denies
from faq.text.vocabulary import word_set

SIGNS = " .,!"
LONGEST = 8  # words


def office_named(text: str) -> str:
    """Without what stands around it; whatever is no name of an office stays as it is."""
    words = text.strip(SIGNS).split()
    kept = list(words)
    while len(kept) > 1 and _is(kept[-1], "beside an office"):
        kept.pop()
    for at, word in enumerate(kept):
        if _is(word, "office begins") and not _introduces(kept[at:]):
            return " ".join(kept[at:])
        if not _is(word, "before an office"):
            break
    return " ".join(words)


def is_an_office(text: str) -> bool:
    words = office_named(text).split()
    named = bool(words) and _is(words[0], "office begins") and len(words) <= LONGEST
    return named and not asks(text) and not denies(text)


def skips(text: str) -> bool:
    words = {word.strip(SIGNS).casefold() for word in text.split()}
    skipped = word_set("office skipped")
    return not skipped.isdisjoint(words) and words <= skipped | word_set("beside an office")


def _introduces(words: list[str]) -> bool:
    """ "Dinas di SDN Juai", "kantor kami Dinas Pertanian": the name is yet to come."""
    return len(words) > 1 and _is(words[1], "before an office") and words[1].casefold() != "kerja"


def _is(word: str, section: str) -> bool:
    return word.strip(SIGNS).casefold() in word_set(section)
