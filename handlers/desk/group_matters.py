"""In a group: several matters in one message, and what goes on about the last answer there."""

from __future__ import annotations

from bot.words import book as book_words
from bot.words import labels
from bot.words import matters as words
from bot.words.html import Html, paragraphs
from faq.book.book import Entry
from faq.matching.follow_ups import NoMore, wants_address
from faq.matching.matcher import Answer, Silence, Suggestions
from faq.matching.matters import MOST, Matter
from faq.matching.passage import passage
from faq.text.small_talk.meaning import places_named
from handlers.actions import book_answer
from handlers.buttons import ShowEntry
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import Outcome, Question

AT_ONCE = 2
"""Whole answers to one message in a group, where others read along."""


def answer(turn: Turn, matters: tuple[Matter, ...]) -> None:
    told, others = matters[:AT_ONCE], matters[AT_ONCE:MOST]
    for matter in (*told, *others):
        if turn.incoming.who is not None:
            book_answer.log(turn, matter.text, matter.found)
    for at, matter in enumerate(told, 1):
        _one(turn, matter, (at, len(told) + len(others)))
    rest = [each.found.best for each in others if not isinstance(each.found, Silence)]
    if rest:
        turn.say(words.others(), keys(turn, rest))


def _one(turn: Turn, matter: Matter, place: tuple[int, int]) -> None:
    match matter.found:
        case Answer():
            entry = turn.resources.book.get(matter.found.best)
            assert entry is not None
            pages(turn, entry, words.place(*place))
        case Suggestions():
            turn.say(words.did_you_mean(place[0]), keys(turn, matter.found.ids))
        case Silence():
            username = turn.resources.username
            turn.say(words.not_in_book_in_group(place[0], matter.text, username))


def pages(turn: Turn, entry: Entry, place: Html | None = None) -> None:
    *before, last = book_answer.pages(turn, entry)
    for page in (*before, paragraphs(last, place)):
        turn.say(page)


def keys(turn: Turn, ids: tuple[str, ...] | list[str]) -> Keyboard:
    near = [turn.resources.book.get(entry_id) for entry_id in ids]
    return tuple((Key(labels.label(each.question), ShowEntry(each.id)),) for each in near if each)


def picked(turn: Turn, text: str) -> bool:
    """ "@bot 2": one of the choices given to whoever speaks, here and just before."""
    if turn.incoming.who is None:
        return False
    places = places_named(text)
    given = book_answer.offered_before(turn) if places else None
    if given is None:
        return _told_again(turn, text)
    asked, offered = given
    wanted = [turn.resources.book.get(each) for at in places for each in offered[at:][:1]]
    entries = [entry for entry in dict.fromkeys(wanted) if entry is not None]
    for entry in entries:
        asked.entry_id = entry.id
        pages(turn, entry)
    return bool(entries)


def _told_again(turn: Turn, text: str) -> bool:
    """ "@bot yang kedua belum dijawab"."""
    wanted = book_answer.matter_asked_again(turn, text)
    if wanted is not None:
        _again(turn, *wanted)
    return wanted is not None


def _again(turn: Turn, asked: Question, place: tuple[int, int]) -> None:
    entry = turn.resources.book.get(asked.entry_id) if asked.entry_id else None
    if entry is not None:
        pages(turn, entry, words.place(*place))
    elif asked.offered:
        turn.say(words.did_you_mean(place[0]), keys(turn, asked.offered))
    else:
        username = turn.resources.username
        turn.say(words.not_in_book_in_group(place[0], asked.text, username))


def goes_on(turn: Turn, text: str, entry: Entry | None, *, sure: bool = False) -> bool:
    """False where the words are a question of their own, or nothing was spoken of."""
    found = turn.resources.follow_ups.follow(text, entry, sure=sure) if entry else None
    if entry is None or found is None:
        return False
    logged = found.offered() if isinstance(found, NoMore) else found
    if turn.incoming.who is not None:
        book_answer.log(turn, text, logged)
    match found:
        case Answer():
            meant = turn.resources.book.get(found.best)
            assert meant is not None
            pages(turn, meant)
        case Suggestions():
            turn.say(book_words.did_you_mean(), keys(turn, found.ids))
        case NoMore():
            named = book_answer.addresses(turn, entry) if wants_address(text) else ()
            line, username = passage(entry.answer, text), turn.resources.username
            said = words.no_more_in_group(entry.question, entry.place, named, line, username)
            turn.say(said, keys(turn, (*found.near, entry.id)))
    return True


def spoken_of(turn: Turn) -> Entry | None:
    """What whoever speaks was answered here last, if it was just now. What they last read alone
    with us is nobody's business here."""
    if turn.incoming.who is None:
        return None
    newest = book_answer.asked_before(turn)
    if newest is None or newest.outcome is Outcome.SILENCE:
        return None
    known = newest.entry_id or newest.nearest_id
    return turn.resources.book.get(known) if known else None
