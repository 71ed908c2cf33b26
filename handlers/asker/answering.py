"""An answer from the book, or choices, as they stand in a private chat."""

from __future__ import annotations

from bot import utf16
from bot.words import book as words
from bot.words import labels
from bot.words.html import Html, paragraphs
from faq.book.book import Entry
from handlers.actions import book_answer, manners
from handlers.buttons import AskOfficer, Helpful, Pick
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn


def answer(
    turn: Turn,
    asked: int,
    entry: Entry,
    onward: Keyboard = (),
    *,
    above: Html | None = None,
    place: Html | None = None,
) -> None:
    """With what can be said to it, and the ways that lead on. `above` stands before it; `place`
    behind it: among several answers."""
    book_answer.remember_topic(turn, entry)
    keys: Keyboard = (
        (
            Key(labels.HELPFUL, Helpful(asked, True)),
            Key(labels.NOT_HELPFUL, Helpful(asked, False)),
        ),
        (to_officer(asked), *book_answer.address_key(turn, entry)),
        *onward,
    )
    first, *others = book_answer.pages(turn, entry)
    *before, last = (*_headed(above, manners.kindly(turn, first)), *others)
    for page in before:
        turn.say(page)
    turn.say(paragraphs(last, place), keys)


def _headed(above: Html | None, first: Html) -> tuple[Html, ...]:
    """Above the first page, or a message of its own where that is full."""
    if above is None:
        return (first,)
    joined = paragraphs(above, first)
    return (joined,) if utf16.length(joined) <= words.MOST else (above, first)


def choices(turn: Turn, asked: int, ids: tuple[str, ...]) -> Keyboard:
    entries = [turn.resources.book.get(entry_id) for entry_id in ids]
    rows = [
        (Key(labels.label(entry.question), Pick(asked, entry.id)),)
        for entry in entries
        if entry is not None
    ]
    return (*rows, (Key(labels.NONE_OF_THESE, AskOfficer(asked)),))


def to_officer(asked: int) -> Key:
    return Key(labels.ASK_OFFICER, AskOfficer(asked))
