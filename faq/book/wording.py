"""What an answer must not say, and what it must: `faq/lists/wording.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.rules.privacy.numbers import PHONE, mask
from bot.words.html import as_text
from faq.book.telegram_html import to_html
from faq.text.vocabulary import core

FILE = "wording.txt"
SENTENCE_END = re.compile(r"[.!?:;](?=\s|$)|\n")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
ITEM = re.compile(r"\s*(?:•|\d{1,3}[.)])\s")


def hedges(markdown: str) -> Iterator[str]:
    """Where an answer tells what its writer knows or doubts instead of what to do."""
    for sentence in sentences(as_text(to_html(markdown))):
        if found := core("hedges", FILE).search(sentence):
            yield found[0]


def local_facts(markdown: str) -> Iterator[str]:
    """Where an answer tells what holds in one place only."""
    text = as_text(to_html(markdown))
    if PHONE in mask(text) and PHONE not in text:
        yield "nomor telepon"
    for sentence in sentences(text):
        if found := core("local", FILE).search(sentence):
            yield found[0]


def ends_with_a_helper(markdown: str) -> bool:
    """Whether its last part names somebody, and that they are asked."""
    end = " ".join(sentences(_last_part(as_text(to_html(markdown)))))
    return all(core(section, FILE).search(end) for section in ("helpers", "asking"))


def is_no_source(source: str) -> bool:
    """Whether it says itself that nobody can look it up."""
    return any(
        core(section, FILE).search(sentence)
        for sentence in sentences(source)
        for section in ("no source", "hedges")
    )


def sentences(text: str) -> Iterator[str]:
    """Their words alone, in small letters."""
    for sentence in SENTENCE_END.split(text.casefold()):
        if words := WORD.findall(sentence):
            yield " ".join(words)


def _last_part(text: str) -> str:
    """The last paragraph; with a list the line that opens it."""
    parts = [part for part in re.split(r"\n\s*\n", text) if part.strip()]
    first = len(parts) - 1
    while first > 0 and ITEM.match(parts[first]):
        first -= 1
    return "\n".join(parts[first:])
