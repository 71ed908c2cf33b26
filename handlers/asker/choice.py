"""One of "Maksud Anda…?", pressed or said; or several, or none."""

from __future__ import annotations

from bot.rules.intent import Intent, Situation
from bot.words import book as words
from bot.words import manners as manner_words
from faq.text.small_talk.meaning import none_of_them, place, places_named
from faq.text.small_talk.talk import small_talk
from handlers.actions import book_answer
from handlers.asker import answering
from handlers.buttons import Pick
from handlers.turn import Turn
from storage.tables import Question

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
    given_before = book_answer.offered_before(turn)
    if given_before is None:
        return False
    asked, offered = given_before
    if places:
        wanted = [each for at in places for each in offered[at:][:1]]
        given = [_give(turn, asked, each) for each in dict.fromkeys(wanted)]  # each of them
        return any(given)
    if meant is Intent.YES and len(offered) == 1:  # as what was read in a picture
        return _give(turn, asked, offered[0])
    if meant is Intent.NOT_THAT or meant is Intent.NO:
        asked.helpful = False
        turn.say(words.sorry_not_helpful(), ((answering.to_officer(asked.id),),))
    elif meant is Intent.BOTH:
        for entry_id in offered:
            _give(turn, asked, entry_id)
    else:
        turn.say(manner_words.which_one(), answering.choices(turn, asked.id, offered))
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
    answering.answer(turn, asked.id, entry)
    return True
