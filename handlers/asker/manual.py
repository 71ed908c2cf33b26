"""/manual: the book by chapters and entries, turned page by page in one message."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from bot.words import book as words
from bot.words import labels
from bot.words.html import Address, Html
from faq.book.book import Entry
from faq.book.telegram_html import to_html
from handlers.buttons import Contents, Key, Keyboard, ShowChapter, ShowEntry
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
    remember_topic(turn, found)
    *before, last = pages(turn, found)
    for page in before:
        turn.say(page)
    turn.say(last, _onward(turn, found))


def pages(turn: Turn, found: Entry) -> tuple[Html, ...]:
    facts = [
        turn.resources.book.local[key] for key in found.local if key in turn.resources.book.local
    ]
    return _laid_out(
        username=turn.resources.username,
        question=found.question,
        answer=found.answer,
        place=found.place,
        edition=found.edition,
        as_of=found.as_of,
        local=tuple((fact.label, fact.value) for fact in facts),
    )


@lru_cache(maxsize=512)  # the book is asked for the same few entries all day
def _laid_out(
    *,
    username: str,
    question: str,
    answer: str,
    place: str,
    edition: str,
    as_of: date | None,
    local: tuple[tuple[str, str | None], ...],
) -> tuple[Html, ...]:
    return tuple(
        words.answer(
            question=question,
            body=to_html(answer, lambda entry_id: deep_link(username, entry_id)),
            place=place,
            edition=edition,
            as_of=as_of,
            local=local,
        )
    )


def deep_link(username: str, entry_id: str) -> Address:
    return Address(f"https://t.me/{username}?start={entry_id}")


def remember_topic(turn: Turn, found: Entry) -> None:
    turn.person.last_entry, turn.person.last_entry_at = found.id, turn.now


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
