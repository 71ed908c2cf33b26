"""Any private text that nothing else claims is a question to the book."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.complaint import Draft, fitting_story, tells_enough
from bot.rules.ticket import Number
from bot.words import book as words
from bot.words import labels
from bot.words.html import Html
from faq.book.book import Entry
from faq.matching.matcher import Answer, Found, Silence, Suggestions
from faq.text.choice import place
from faq.text.mask import mask
from faq.text.smalltalk import Smalltalk, bare, smalltalk
from handlers.asker import complaint, manual, own_tickets
from handlers.buttons import AskOfficer, Helpful, Key, Keyboard, Pick, StartComplaint
from handlers.turn import Turn
from storage.tables import Outcome, Question

WORDS_AROUND = 6
TOPIC_LASTS = timedelta(minutes=10)


def question(turn: Turn) -> None:
    text = (turn.incoming.text or "").strip()
    kind = smalltalk(text)
    if (said := polite(turn, text, kind)) is not None:
        turn.say(said)
    elif kind is Smalltalk.PERSON:
        turn.say(words.officer_offer(), ((Key(labels.START_COMPLAINT, StartComplaint()),),))
    elif kind is Smalltalk.REPORT:
        complaint.start(turn)
    elif kind is Smalltalk.TICKETS or is_number(text):
        own_tickets.tickets(turn, text if is_number(text) else "")
    elif kind is Smalltalk.FOLLOW_UP and (known := topic(turn)) is not None:
        once_more = Answer(known.id, 1.0, 0.0, "lanjutan topik")
        answer(turn, log(turn, text, once_more), known)
    else:
        _look_up(turn, text)


def is_wish(turn: Turn) -> bool:
    """Words that mean a deed of the bot's, whatever is being talked about."""
    text = (turn.incoming.text or "").strip()
    if turn.incoming.file is not None:
        return False
    # Among other words a number may be part of what the officer is told.
    alone = is_number(text) and len(text.split()) == 1
    return alone or smalltalk(text) in {Smalltalk.REPORT, Smalltalk.TICKETS}


def is_number(text: str) -> bool:
    """A ticket's number, with its letters and few words around: a bare 42 may be anything, and a
    long message is about more than the number in it."""
    short = len(text.split()) <= WORDS_AROUND
    return short and "EK" in text.upper() and Number.parse(text) is not None


def polite(turn: Turn, text: str, kind: Smalltalk | None) -> Html | None:
    """What is said to words that ask nothing, wherever they are said."""
    match kind:
        case Smalltalk.GREETING:
            return words.greeting(turn.person.name)
        case Smalltalk.THANKS | Smalltalk.FAREWELL:
            return words.youre_welcome()
        case Smalltalk.YES | Smalltalk.NO:
            return words.go_ahead()
    if not any(sign.isalnum() for sign in text):  # "???", "😭": nothing to look up
        return words.go_ahead()
    return None


def topic(turn: Turn) -> Entry | None:
    """What was last spoken of, if it was just now."""
    at = turn.person.last_entry_at
    if at is None or turn.now - at > TOPIC_LASTS or turn.person.last_entry is None:
        return None
    return turn.resources.book.get(turn.person.last_entry)


def _look_up(turn: Turn, text: str) -> None:
    found = turn.resources.matcher.find(text)
    if (isinstance(found, Silence) and bare(text)) or place(text) is not None:
        turn.say(words.say_more())
        return
    asked = log(turn, text, found)
    if isinstance(found, Answer):
        entry = turn.resources.book.get(found.best)
        assert entry is not None
        answer(turn, asked, entry)
    elif isinstance(found, Suggestions):
        turn.say(words.did_you_mean(), _choices(turn, asked, found))
    else:
        turn.say(words.not_in_book(), ((to_officer(asked),),))


def answer_too(turn: Turn, text: str) -> None:
    """Words that also went elsewhere, or were put right: the book speaks only where it is sure."""
    found = turn.resources.matcher.find(text)
    entry = turn.resources.book.get(found.best) if isinstance(found, Answer) else None
    if entry is not None and entry != topic(turn):
        answer(turn, log(turn, text, found), entry)


def log(turn: Turn, text: str, found: Found) -> int:
    if isinstance(found, Answer):
        outcome = Outcome.ANSWER
    else:
        outcome = Outcome.SUGGESTIONS if isinstance(found, Suggestions) else Outcome.SILENCE
    return turn.unit.questions.log(
        turn.person.id,
        mask(text),
        now=turn.now,
        outcome=outcome,
        entry_id=found.best if outcome is Outcome.ANSWER else None,
        nearest_id=found.best,
        score=found.score,
        runner_up_score=found.runner_up_score,
    )


def answer(turn: Turn, asked: int, entry: Entry) -> None:
    manual.remember_topic(turn, entry)
    keys: Keyboard = (
        (
            Key(labels.HELPFUL, Helpful(asked, True)),
            Key(labels.NOT_HELPFUL, Helpful(asked, False)),
        ),
        (to_officer(asked),),
    )
    *before, last = manual.pages(turn, entry)
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
