"""/manual: the book by chapters and entries, turned page by page in one message."""

from __future__ import annotations

from bot.words import book as words
from bot.words import labels
from faq.book.book import Entry
from handlers.actions import book_answer
from handlers.asker import answering
from handlers.buttons import Contents, ShowChapter, ShowEntry
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn


def manual(turn: Turn) -> None:
    turn.say(words.contents(), _chapters(turn))


def contents(turn: Turn) -> None:
    turn.toast()
    turn.edit(words.contents(), _chapters(turn))


def chapter(turn: Turn) -> None:
    pressed = turn.button(ShowChapter)
    turn.toast()
    found = turn.resources.book.chapter(pressed.number)
    if found is None:
        turn.edit(words.contents(), _chapters(turn))
        return
    rows = [(Key(labels.label(entry.question), ShowEntry(entry.id)),) for entry in found.entries]
    keys: Keyboard = (*rows, (Key(labels.CONTENTS, Contents()),))
    turn.edit(words.chapter(found.number, found.title, found.intro), keys)


def entry(turn: Turn) -> None:
    pressed = turn.button(ShowEntry)
    turn.toast()
    found = turn.resources.book.get(pressed.entry)
    if found is None:
        turn.say(words.entry_gone())
        return
    show(turn, found)


def show(turn: Turn, found: Entry) -> None:
    """As an answer to a question is, with its neighbours in the book."""
    asked = book_answer.opened(turn, found)
    answering.answer(turn, asked, found, onward=_onward(turn, found))


def _onward(turn: Turn, found: Entry) -> Keyboard:
    """Neighbouring entries, and the way back."""
    near = [turn.resources.book.get(other) for other in found.see_also[:3]]
    rows = [(Key(labels.label(other.question), ShowEntry(other.id)),) for other in near if other]
    return (*rows, (Key(labels.BACK, ShowChapter(found.chapter)),))


def _chapters(turn: Turn) -> Keyboard:
    return tuple(
        (Key(labels.label(f"{part.number}. {part.title}"), ShowChapter(part.number)),)
        for part in turn.resources.book.chapters
    )
