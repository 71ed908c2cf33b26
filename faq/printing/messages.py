"""The index of error messages: what the screen says, and which entries speak of it.

The book has no field for it, so the texts are gathered where they stand:
in quotes or after "Muncul pesan" in a question; quoted in an answer's sentence about a message;
and among the phrasings where somebody simply typed the screen's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from faq.book import Book, Entry
from faq.printing.inline import plain

QUOTED = re.compile(r"[\"“](?P<quoted>[^\"“”\n]{3,120})[\"”]|`(?P<code>[^`\n]{3,120})`")
TITLE = re.compile(r"\b(?:[Mm]uncul|[Aa]da) pesan (?P<text>[^\"“”.?!]{8,})")
SPEAKS_OF_ONE = re.compile(r"\b(?:pesan\w*|muncul\w*|tulisan\w*|tertulis|berbunyi)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+")
CODE = re.compile(r"\b[A-Z]{2,}(?:_[A-Z]+)+\b")
WORD = re.compile(r"[\w'’]+")

# Browsers and servers speak in these words; no question of a person is made of them alone.
SCREEN = frozenset(
    "a access already an at auth authenticator bad bkn can't can’t code connection data date"
    " denied email error expired failed forbidden found gagal gateway in internal invalid is"
    " login many not ooops operasi oops or page password reached refused request requests reset"
    " server service session site status the this timed timeout token too unauthorized"
    " unavailable used user username with".split()
)
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
    for text in typed:
        if not any(text.casefold() in other.casefold() for other in (*certain, *typed) if other != text):
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
            if told and found.start() > told.start() and len(WORD.findall(text)) >= FEWEST_WORDS:
                if "petugas" not in text.casefold():
                    yield text


def _typed_from_screen(phrasing: str) -> bool:
    if CODE.fullmatch(phrasing.strip()):
        return True
    words = [word.casefold() for word in WORD.findall(phrasing)]
    letters = [word for word in words if not word.isdecimal()]
    return len(letters) >= FEWEST_WORDS and SCREEN.issuperset(letters)
