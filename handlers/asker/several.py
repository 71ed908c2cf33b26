"""Several matters in one message: each answered, offered for, or named as not found."""

from __future__ import annotations

from bot.words import labels
from bot.words import matters as words
from bot.words.html import Html
from faq.matching.matcher import Answer, Silence, Suggestions
from faq.matching.matters import MOST, Matter
from handlers.actions import book_answer, manners
from handlers.asker import answering
from handlers.buttons import Pick
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import Outcome, Question

AT_ONCE = 3
"""Whole answers to one message; more would be a wall of words on a small screen."""


def answer(turn: Turn, matters: tuple[Matter, ...]) -> None:
    told, others = matters[:AT_ONCE], matters[AT_ONCE:MOST]
    for at, matter in enumerate(told, 1):
        asked = book_answer.log(turn, matter.text, matter.found)
        _one(turn, asked, matter, (at, len(told) + len(others)))
    if others:
        _rest(turn, others, left=len(matters) > MOST)


def _one(turn: Turn, asked: int, matter: Matter, place: tuple[int, int]) -> None:
    match matter.found:
        case Answer():
            entry = turn.resources.book.get(matter.found.best)
            assert entry is not None
            answering.answer(turn, asked, entry, place=words.place(*place))
        case Suggestions():
            said = _kindly(turn, words.did_you_mean(place[0]), place)
            turn.say(said, answering.choices(turn, asked, matter.found.ids))
        case Silence():
            said = _kindly(turn, words.not_in_book(place[0], matter.text), place)
            turn.say(said, ((answering.to_officer(asked),),))


def _kindly(turn: Turn, said: Html, place: tuple[int, int]) -> Html:
    return manners.kindly(turn, said) if place[0] == 1 else said


def _rest(turn: Turn, others: tuple[Matter, ...], *, left: bool) -> None:
    """As buttons; each is a question of its own in the log."""
    rows = []
    for matter in others:
        asked = book_answer.log(turn, matter.text, matter.found)
        if isinstance(matter.found, Silence):
            rows.append((answering.to_officer(asked),))
        elif (entry := turn.resources.book.get(matter.found.best)) is not None:
            rows.append((Key(labels.label(entry.question), Pick(asked, entry.id)),))
    turn.say(words.others(), tuple(rows))
    if left:
        turn.say(words.too_many())


def asked_again(turn: Turn, text: str) -> bool:
    """ "Yang kedua belum dijawab"."""
    wanted = book_answer.matter_asked_again(turn, text)
    if wanted is not None:
        _told_again(turn, *wanted)
    return wanted is not None


def _told_again(turn: Turn, asked: Question, place: tuple[int, int]) -> None:
    entry = turn.resources.book.get(asked.entry_id) if asked.entry_id else None
    if asked.outcome is Outcome.SUGGESTIONS and entry is None and asked.offered:
        keys = answering.choices(turn, asked.id, asked.offered)
        turn.say(words.did_you_mean(place[0]), keys)
    elif entry is not None:
        answering.answer(turn, asked.id, entry, place=words.place(*place))
    else:
        turn.say(words.not_in_book(place[0], asked.text), ((answering.to_officer(asked.id),),))
