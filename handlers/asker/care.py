"""Something grave, told to us alone: abuse of authority, or somebody who wants to die."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.complaint import Draft
from bot.words import care as words
from bot.words import labels
from bot.words.html import paragraphs
from faq.matching.results import Answer, Found, Silence, Suggestions
from faq.text.said.abuse import beside_abuse, tells_of_abuse
from faq.text.said.distress import beside_distress, in_distress
from faq.text.said.report_wish import reported
from faq.text.small_talk.meaning import intent
from faq.text.small_talk.talk import of_the_book
from handlers.actions import book_answer, manners
from handlers.asker import answering, complaint
from handlers.buttons import Confide
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn

NOT_OF_THE_BOOK = Silence(None, 0.0, 0.0, "somebody in distress")


def heard(turn: Turn, text: str) -> str:
    """What of it is still to be answered from the book, if anything; all of it where nothing grave
    is told."""
    if in_distress(text):
        asked = _log(turn, text, NOT_OF_THE_BOOK)
        key = (Key(labels.TELL_A_PERSON, Confide(asked, abuse=False)),)
        turn.say(paragraphs(manners.comfort(turn), words.a_person_listens()), (key,))
        return _of_the_book(beside_distress(text))
    if tells_of_abuse(text) and reported(text) is None and intent(text) is None:
        return _abuse(turn, text)
    return text


def _abuse(turn: Turn, text: str) -> str:
    """What the book knows stands below it, unless more was said that it can answer."""
    rest, found = _of_the_book(beside_abuse(text)), turn.resources.matcher.find(text)
    asked = _log(turn, text, found)
    key = Key(labels.SUPERVISORY, Confide(asked, abuse=True))
    turn.say(words.of_abuse(), ((key,), *(() if rest else _choices(turn, asked, found))))
    return rest


def _of_the_book(rest: str) -> str:
    return rest if of_the_book(rest) else ""


def _choices(turn: Turn, asked: int, found: Found) -> Keyboard:
    match found:
        case Suggestions():
            return answering.choices(turn, asked, found.ids)
        case Answer():
            return answering.choices(turn, asked, (found.best,))
    return ((answering.to_officer(asked),),)


def _log(turn: Turn, text: str, found: Found) -> int:
    """Nobody at the desk is shown it among what the book left unanswered."""
    asked = book_answer.log(turn, text, found)
    kept = turn.unit.questions.get(asked, asker_id=turn.person.id)
    assert kept is not None
    kept.reviewed_at = turn.now
    return asked


def pressed(turn: Turn) -> None:
    """A report that no group reads, with what was told."""
    confide = turn.button(Confide)
    asked = turn.unit.questions.get(confide.question, asker_id=turn.person.id)
    draft = Draft(abuse=True) if confide.abuse else Draft(secret=True)
    if asked is not None and asked.text:
        draft = replace(draft, story=asked.text, question=asked.id)
    complaint.start(turn, draft)
