"""The index of error messages: what the screen says, and which entries speak of it.

The book has no field for it, so the texts are gathered where they stand:
in quotes or after "Muncul pesan" in a question; quoted in an answer's sentence about a message;
and among the phrasings where somebody simply typed the screen's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from faq.book.book import Book, Entry
from faq.book.markdown import plain

QUOTED = re.compile(r"[\"“](?P<quoted>[^\"“”\n]{3,120})[\"”]|(?<!\\)`(?P<code>[^`\n]{3,120})`")
TITLE = re.compile(r"\b(?:[Mm]uncul|[Aa]da) pesan (?P<text>[^\"“”.?!]{8,})")
SPEAKS_OF_ONE = re.compile(
    r"\b(?:pesan\w*|muncul\w*|tulisan\w*|tertulis|berbunyi)\b", re.IGNORECASE
)
SENTENCE = re.compile(r"(?<=[.!?])\s+")
CODE = re.compile(r"\b[A-Z]{2,}(?:_[A-Z]+)+\b")
WORD = re.compile(r"[\w'’]+")

FEWEST_WORDS = 2


@dataclass(frozen=True)
class Message:
    text: str
    exact: bool
    """Word for word from the screen; else the book tells it in its own words."""
    entries: tuple[Entry, ...]


def messages(book: Book) -> list[Message]:
    found: dict[str, Message] = {}
    for entry in book.entries:
        for text, exact in _of(entry):
            key = text.casefold()
            known = found.get(key, Message(text, exact, ()))
            if entry not in known.entries:
                found[key] = Message(known.text, known.exact, (*known.entries, entry))
    return sorted(found.values(), key=lambda message: message.text.casefold())


def _of(entry: Entry) -> Iterator[tuple[str, bool]]:
    certain = [*_quoted_in_title(entry.question), *_quoted_in_answer(entry.answer)]
    yield from ((text, True) for text in certain)
    described = None if QUOTED.search(entry.question) else TITLE.search(entry.question)
    if described:
        yield described["text"].strip(), False
    typed = [text for text in entry.phrasings if _typed_from_screen(text)]
    others = {text.casefold() for text in (*certain, *typed)}
    for text in typed:  # "status code 419" is only a piece of the whole message
        if not any(text.casefold() in other for other in others - {text.casefold()}):
            yield text, True


def _quoted_in_title(question: str) -> Iterator[str]:
    for found in QUOTED.finditer(question):
        yield (found["quoted"] or found["code"]).strip()


def _quoted_in_answer(answer: str) -> Iterator[str]:
    for sentence in (part for line in answer.split("\n") for part in SENTENCE.split(line)):
        told = SPEAKS_OF_ONE.search(sentence)
        for found in QUOTED.finditer(sentence):
            text = plain((found["quoted"] or found["code"]).strip())
            # The screen's words follow the word "pesan"; a button's name in the cure does not.
            if not told or found.start() < told.start() or "petugas" in text.casefold():
                continue
            if len(text.split()) >= FEWEST_WORDS:
                yield text


def _typed_from_screen(phrasing: str) -> bool:
    if CODE.fullmatch(phrasing.strip()):
        return True
    words = [word.casefold() for word in WORD.findall(phrasing)]
    letters = [word for word in words if not word.isdecimal()]
    return len(letters) >= FEWEST_WORDS and _screen_words().issuperset(letters)


@cache
def _screen_words() -> frozenset[str]:
    """Browsers and servers speak in these; no question of a person is made of them alone."""
    text = (Path(__file__).parent / "screen_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
