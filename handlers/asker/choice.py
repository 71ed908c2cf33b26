"""One of "Maksud Anda…?", pressed or said."""

from __future__ import annotations

from bot.words import book as words
from faq.matching.matcher import Suggestions
from faq.text.intent import none_of_them, place
from handlers.actions import book_answer
from handlers.asker import question
from handlers.buttons import Pick
from handlers.turn import Turn
from storage.tables import Outcome, Question


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
    at = place(text)
    if at is None and not none_of_them(text):
        return False
    asked = turn.unit.questions.newest(turn.person.id, since=turn.now - book_answer.TOPIC_LASTS)
    if asked is None or asked.outcome is not Outcome.SUGGESTIONS:
        return False
    if at is None:
        turn.say(words.sorry_not_helpful(), ((question.to_officer(asked.id),),))
        return True
    found = turn.resources.matcher.find(asked.text)  # as then, unless it has learned
    offered = found.ids[at:][:1] if isinstance(found, Suggestions) else ()
    return bool(offered) and _give(turn, asked, offered[0])


def _give(turn: Turn, asked: Question, entry_id: str) -> bool:
    entry = turn.resources.book.get(entry_id)
    if entry is None:
        return False
    asked.entry_id = entry.id
    question.answer(turn, asked.id, entry)
    return True
