"""Any private text that nothing else claims is a question to the book."""

from __future__ import annotations

from bot.rules.complaint import Draft, fitting_story, tells_enough
from bot.rules.intent import Intent
from bot.words import book as words
from bot.words import labels
from faq.book.book import Entry
from faq.matching.matcher import Answer, Silence, Suggestions
from faq.matching.results import Found
from faq.text.intent import bare, intent, place
from handlers.actions import book_answer
from handlers.asker import complaint, own_tickets
from handlers.buttons import AskOfficer, Helpful, Key, Keyboard, Pick, StartComplaint
from handlers.turn import Turn
from storage.tables import Outcome, Question


def question(turn: Turn) -> None:
    text = (turn.incoming.text or "").strip()
    kind = intent(text)
    if (said := book_answer.polite(turn, text, kind)) is not None:
        turn.say(said)
    elif kind is Intent.PERSON:
        turn.say(words.officer_offer(), ((Key(labels.START_COMPLAINT, StartComplaint()),),))
    elif kind is Intent.REPORT:
        complaint.start(turn)
    elif kind is Intent.TICKETS or book_answer.is_number(text):
        own_tickets.tickets(turn, text if book_answer.is_number(text) else "")
    elif kind is Intent.FOLLOW_UP and (known := book_answer.topic(turn)) is not None:
        once_more = Answer(known.id, 1.0, 0.0, "lanjutan topik")
        answer(turn, book_answer.log(turn, text, once_more), known)
    else:
        _look_up(turn, text)


def is_wish(turn: Turn) -> bool:
    """Words that mean a deed of the bot's, whatever is being talked about."""
    text = (turn.incoming.text or "").strip()
    if turn.incoming.file is not None:
        return False
    # Among other words a number may be part of what the officer is told.
    alone = book_answer.is_number(text) and len(text.split()) == 1
    return alone or intent(text) in {Intent.REPORT, Intent.TICKETS}


def _look_up(turn: Turn, text: str) -> None:
    found = _with_quote(turn, text, turn.resources.matcher.find(text))
    if (isinstance(found, Silence) and bare(text)) or place(text) is not None:
        turn.say(words.say_more())
        return
    asked = book_answer.log(turn, text, found)
    if isinstance(found, Answer):
        entry = turn.resources.book.get(found.best)
        assert entry is not None
        answer(turn, asked, entry)
    elif isinstance(found, Suggestions):
        turn.say(words.did_you_mean(), _choices(turn, asked, found))
    else:
        turn.say(words.not_in_book(), ((to_officer(asked),),))


def _with_quote(turn: Turn, text: str, found: Found) -> Found:
    """ "Ini maksudnya apa?" asks about the words that it quotes, where these say more."""
    pointed = turn.incoming.pointed
    if isinstance(found, Answer) or pointed is None or not pointed.quoted or not pointed.words:
        return found
    meant = turn.resources.matcher.find(f"{pointed.words} {text}")
    return meant if isinstance(meant, Answer) else found


def answer_too(turn: Turn, text: str) -> None:
    """Words that also went elsewhere, or were put right: the book speaks only where it is sure."""
    found = turn.resources.matcher.find(text)
    entry = turn.resources.book.get(found.best) if isinstance(found, Answer) else None
    if entry is not None and entry != book_answer.topic(turn):
        answer(turn, book_answer.log(turn, text, found), entry)


def answer(turn: Turn, asked: int, entry: Entry, *, onward: Keyboard = ()) -> None:
    """With what can be said to it, and the ways that lead on."""
    book_answer.remember_topic(turn, entry)
    keys: Keyboard = (
        (
            Key(labels.HELPFUL, Helpful(asked, True)),
            Key(labels.NOT_HELPFUL, Helpful(asked, False)),
        ),
        (to_officer(asked), *book_answer.address_key(turn, entry)),
        *onward,
    )
    *before, last = book_answer.pages(turn, entry)
    for page in before:
        turn.say(page)
    turn.say(last, keys)


def _choices(turn: Turn, asked: int, found: Suggestions) -> Keyboard:
    entries = [turn.resources.book.get(entry_id) for entry_id in found.ids]
    rows = [
        (Key(labels.label(entry.question), Pick(asked, entry.id)),)
        for entry in entries
        if entry is not None
    ]
    return (*rows, (Key(labels.NONE_OF_THESE, AskOfficer(asked)),))


def helpful(turn: Turn) -> None:
    pressed = turn.button(Helpful)
    asked = turn.unit.questions.get(pressed.question, asker_id=turn.person.id)
    if asked is None or asked.helpful is pressed.yes:
        turn.toast()
        return
    asked.helpful = pressed.yes
    turn.toast(words.thanks_toast())
    if not pressed.yes:
        turn.say(words.sorry_not_helpful(), ((to_officer(pressed.question),),))


def ask_officer(turn: Turn) -> None:
    """From a question to a report, with the question already filled in."""
    pressed = turn.button(AskOfficer)
    asked = turn.unit.questions.get(pressed.question, asker_id=turn.person.id)
    complaint.start(turn, None if asked is None else _draft(turn, asked))


def _draft(turn: Turn, asked: Question) -> Draft:
    # Only an answer's chapter fits; of mere suggestions the person has just said "Bukan itu".
    known = asked.entry_id if asked.outcome is Outcome.ANSWER else None
    entry = turn.resources.book.get(known) if known else None
    chapter = turn.resources.book.chapter(entry.chapter) if entry is not None else None
    category = chapter.title if chapter is not None else None
    story = fitting_story(asked.text) if tells_enough(asked.text) else None
    return Draft(category=category, story=story, question=asked.id)


def to_officer(asked: int) -> Key:
    return Key(labels.ASK_OFFICER, AskOfficer(asked))
