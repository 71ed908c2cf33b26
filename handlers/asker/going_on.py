"""What goes on about the last answer ("kalau PPPK?", "jelaskan lagi"). It files nothing."""

from __future__ import annotations

from bot.words import book as book_words
from bot.words import labels
from bot.words import matters as words
from faq.book.book import Entry
from faq.matching.follow_ups import NoMore, asks_again, wants_address
from faq.matching.matcher import Answer, Suggestions
from faq.matching.passage import passage
from handlers.actions import book_answer, incident, manners
from handlers.asker import answering, passing_on, puzzled
from handlers.buttons import Pick
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import Outcome


def heard(turn: Turn, text: str, *, sure: bool = False) -> bool:
    """False where the words are a question of their own. `sure`: they cannot be one."""
    entry = book_answer.topic(turn)
    if entry is None or turn.incoming.pointed is not None:
        return False
    found = turn.resources.follow_ups.follow(text, entry, sure=sure)
    if found is None or _spoke_of_something_else(turn, entry):
        return False
    incident.hear_first(turn, text)
    match found:
        case Answer():
            meant = turn.resources.book.get(found.best)
            assert meant is not None
            answering.answer(turn, book_answer.log(turn, text, found), meant)
        case Suggestions():
            asked = book_answer.log(turn, text, found)
            said = manners.kindly(turn, book_words.did_you_mean())
            beside = passing_on.beside(turn, asked, text, found)
            turn.say(said, (*answering.choices(turn, asked, found.ids), *beside))
        case NoMore():
            _no_more(turn, text, entry, found)
    return True


def _spoke_of_something_else(turn: Turn, entry: Entry) -> bool:
    """What the book did not know, or knew only other entries for, was asked since: what follows
    is about that."""
    newest = book_answer.asked_before(turn)
    if newest is None or newest.outcome is Outcome.ANSWER:
        return False
    if any(asked.entry_id == entry.id for asked in turn.unit.questions.together(newest)):
        return False  # of several matters one was answered
    return newest.outcome is Outcome.SILENCE or entry.id not in (newest.offered or ())


def _no_more(turn: Turn, text: str, entry: Entry, found: NoMore) -> None:
    """Where it stands, what is near it, and a person; not the same words again."""
    asked = book_answer.log(turn, text, found.offered())
    book_answer.remember_topic(turn, entry)
    near = [turn.resources.book.get(each) for each in found.near]
    keys = (
        *((Key(labels.label(each.question), Pick(asked, each.id)),) for each in near if each),
        (Key(labels.READ_AGAIN, Pick(asked, entry.id)),),
        (answering.to_officer(asked),),
        *passing_on.beside(turn, asked, text, found),
    )
    named = book_answer.addresses(turn, entry) if wants_address(text) else ()
    line = passage(entry.answer, text)
    said = words.no_more(entry.question, entry.place, named, line)
    if asks_again(text) and not named:  # asked so twice, a person is all that is left
        puzzled.say(turn, said, keys)
    else:
        turn.say(manners.kindly(turn, said), keys)
