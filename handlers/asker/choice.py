"""One of "Maksud Anda…?", pressed or said; or several, or none."""

from __future__ import annotations

from bot.rules.intent import Intent, Situation
from bot.words import book as words
from bot.words import manners as manner_words
from faq.matching.matcher import Suggestions
from faq.text.intent import none_of_them, place, places_named
from faq.text.small_talk import small_talk
from handlers.actions import book_answer
from handlers.asker import question
from handlers.buttons import Pick
from handlers.turn import Turn
from storage.tables import Outcome, Question

MEANT = frozenset({Intent.YES, Intent.BOTH, Intent.NOT_THAT, Intent.DONT_KNOW, Intent.NO})


def pressed(turn: Turn) -> None:
    pick = turn.button(Pick)
    asked = turn.unit.questions.get(pick.question, asker_id=turn.person.id)
    turn.toast()
    last = turn.unit.people.topic(turn.person)
    given = (
        asked is not None and last is not None and pick.entry == asked.entry_id == last.entry_id
    )
    if given and last is not None and turn.tapped_again(last.at):
        return
    if asked is None or not _give(turn, asked, pick.entry):
        turn.say(words.entry_gone())


def said(turn: Turn, text: str) -> bool:
    """False where the words name no choice, or nothing was offered just before."""
    places = _places(text)
    meant = Intent.NOT_THAT if none_of_them(text) else small_talk(text, Situation.CHOICES)
    if not places and meant not in MEANT:
        return False
    asked = turn.unit.questions.newest(turn.person.id, since=turn.now - book_answer.TOPIC_LASTS)
    if asked is None or asked.outcome is not Outcome.SUGGESTIONS:
        return False
    found = turn.resources.matcher.find(asked.text)  # as then, unless it has learned
    if places:
        offered = found.ids if isinstance(found, Suggestions) else ()
        wanted = [each for at in places for each in offered[at:][:1]]
        given = [_give(turn, asked, each) for each in dict.fromkeys(wanted)]  # each of them
        return any(given)
    if meant is Intent.NOT_THAT or meant is Intent.NO:
        asked.helpful = False
    if meant is Intent.NOT_THAT or meant is Intent.NO or not isinstance(found, Suggestions):
        turn.say(words.sorry_not_helpful(), ((question.to_officer(asked.id),),))
    elif meant is Intent.BOTH:
        for entry_id in found.ids:
            _give(turn, asked, entry_id)
    else:
        turn.say(manner_words.which_one(), question.choices(turn, asked.id, found))
    return True


def _places(text: str) -> tuple[int, ...]:
    several, at = places_named(text), place(text)
    if len(several) > 1:
        return several
    return () if at is None else (at,)


def _give(turn: Turn, asked: Question, entry_id: str) -> bool:
    entry = turn.resources.book.get(entry_id)
    if entry is None:
        return False
    asked.entry_id = entry.id
    question.answer(turn, asked.id, entry)
    return True
