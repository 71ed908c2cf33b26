"""Any private text that nothing else claims is a question to the book."""

from __future__ import annotations

from bot.rules.complaint import Draft
from bot.rules.intent import Intent, Situation
from bot.words import book as words
from bot.words import manners as manner_words
from faq.matching.follow_ups import asks_again
from faq.matching.matcher import Answer, Silence, Suggestions
from faq.matching.results import Found
from faq.text.asking import asks
from faq.text.language import in_standard_words
from faq.text.said.accepting import names
from faq.text.said.clinic_wish import wished
from faq.text.said.report_wish import reported
from faq.text.small_talk.meaning import bare, intent, of_the_last, place
from faq.text.small_talk.talk import civil, small_talk
from handlers.actions import book_answer, incident, manners
from handlers.asker import (
    answering,
    complaint,
    going_on,
    own_tickets,
    passing_on,
    puzzled,
    said_to_bot,
    several,
    ticket_talk,
)
from handlers.buttons import AskOfficer, Helpful
from handlers.keyboard import Keyboard
from handlers.turn import Turn
from storage.tables import Outcome, Question, Ticket

MOST_BEFORE = 3
SPEAKS_FOR_ITSELF = 5  # words
LONGEST_BEFORE = 500  # letters


def question(turn: Turn, text: str) -> None:
    kind = intent(text)
    if _asks_again(turn, text) or _is_said_of_the_answer(turn, text):
        return
    if (said := book_answer.polite(turn, text, kind)) is not None:
        if kind in {Intent.THANKS, Intent.FAREWELL}:
            turn.unit.people.end_topic(turn.person)
        turn.say(said, _beside(turn, text))
    elif kind is Intent.PERSON:
        asked = _left_open(turn)
        keys = puzzled.TO_OFFICER if asked is None else ((answering.to_officer(asked.id),),)
        turn.say(manners.kindly(turn, words.officer_offer(filled_in=asked is not None)), keys)
    elif kind is Intent.REPORT or (names(text, "passing on") and _left_open(turn) is not None):
        asked = _left_open(turn) if of_the_last(text) else None
        complaint.start(turn, None if asked is None else _draft(turn, asked))
    elif (wished := reported(text)) is not None:
        complaint.begin(turn, wished)
    elif kind is Intent.TICKETS or book_answer.is_number(text):
        own_tickets.tickets(turn, text if book_answer.is_number(text) else "")
    elif kind is Intent.FOLLOW_UP and going_on.heard(turn, text, sure=True):
        return
    elif not (said_to_bot.heard(turn, text) or own_tickets.numbered(turn, text)):
        _look_up_all(turn, civil(text))


def _left_open(turn: Turn) -> Question | None:
    """What was asked just before, unless its answer helped."""
    asked = book_answer.asked_before(turn)
    return None if asked is None or asked.helpful else asked


def _asks_again(turn: Turn, text: str) -> bool:
    """ "Jelaskan lagi", but not "bukan itu maksud saya"."""
    again = asks_again(text) and small_talk(text, Situation.ANSWERED) is not Intent.NOT_THAT
    return again and going_on.heard(turn, text, sure=True)


def _look_up_all(turn: Turn, text: str) -> None:
    """One matter, several, or what goes on about the last one."""
    matters = turn.resources.matters.of(text)
    if matters:
        incident.hear_first(turn, text)
        several.answer(turn, matters)
    elif not going_on.heard(turn, text):
        look_up(turn, text)


def _beside(turn: Turn, text: str) -> Keyboard:
    """An officer for whoever is angry; what the book knows of a place or an hour."""
    match manners.meant_by(text):
        case Intent.INSULT:
            return puzzled.TO_OFFICER
        case Intent.ADDRESS | Intent.HOURS:
            return own_tickets.in_book(turn, text)
    return ()


def _is_said_of_the_answer(turn: Turn, text: str) -> bool:
    """Just after an answer: it was to something else, or not understood."""
    meant = small_talk(text, Situation.ANSWERED)
    goes_on = asks(text) and intent(text) is Intent.FOLLOW_UP  # "maksudnya apa"
    if meant not in {Intent.NOT_THAT, Intent.DONT_KNOW} or goes_on:
        return False
    if meant is Intent.DONT_KNOW and going_on.heard(turn, text, sure=True):
        return True
    asked = turn.unit.questions.newest(turn.person.id, since=turn.now - book_answer.TOPIC_LASTS)
    if asked is None:
        if meant is Intent.DONT_KNOW:
            turn.say(manners.kindly(turn, manner_words.tell_us()), puzzled.TO_OFFICER)
        return meant is Intent.DONT_KNOW
    if meant is Intent.NOT_THAT:
        asked.helpful = False
    said = words.sorry_not_helpful() if meant is Intent.NOT_THAT else manner_words.not_clear()
    turn.say(said, ((answering.to_officer(asked.id),),))
    return True


def is_wish(turn: Turn, ticket: Ticket) -> bool:
    """Words that mean a deed of the bot's, whatever is being talked about."""
    text = (turn.incoming.text or "").strip()
    if turn.incoming.file is not None:
        return False
    # Among other words a number may be part of what the officer is told.
    alone = book_answer.is_number(text) and book_answer.only_number(text)
    found = wished(text) or wished(in_standard_words(text))
    if found is not None and not found.bare:  # of Coaching Clinic
        return True
    if alone or intent(text) in {Intent.REPORT, Intent.TICKETS}:
        return True
    return ticket_talk.is_wish(turn, text, ticket)


def look_up(turn: Turn, text: str, *, for_ticket: Ticket | None = None) -> None:
    """`for_ticket`: whose officer may have been meant all the same."""
    text = civil(text)
    found = _with_quote(turn, text, turn.resources.matcher.find(text))
    about_nothing = bare(text) and (isinstance(found, Silence) or intent(text) is Intent.FOLLOW_UP)
    if about_nothing or place(text) is not None:
        puzzled.say(turn, words.say_more())
        return
    incident.hear_first(turn, text)
    asked = book_answer.log(turn, text, found)
    if for_ticket is not None:
        beside = passing_on.key(asked, for_ticket)
    else:
        beside = passing_on.beside(turn, asked, text, found)
    if isinstance(found, Answer):
        entry = turn.resources.book.get(found.best)
        assert entry is not None
        answering.answer(turn, asked, entry, beside)
    elif isinstance(found, Suggestions):
        shown = manners.kindly(turn, words.did_you_mean())
        turn.say(shown, (*answering.choices(turn, asked, found.ids), *beside))
    else:
        puzzled.say(turn, words.not_in_book(), ((answering.to_officer(asked),), *beside))


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
        answering.answer(turn, book_answer.log(turn, text, found), entry)


def helpful(turn: Turn) -> None:
    pressed = turn.button(Helpful)
    asked = turn.unit.questions.get(pressed.question, asker_id=turn.person.id)
    if asked is None or asked.helpful is pressed.yes:
        turn.toast()
        return
    asked.helpful = pressed.yes
    turn.toast(words.thanks_toast())
    if not pressed.yes:
        turn.say(words.sorry_not_helpful(), ((answering.to_officer(pressed.question),),))


def ask_officer(turn: Turn) -> None:
    """From a question to a report, with the question already filled in."""
    pressed = turn.button(AskOfficer)
    asked = turn.unit.questions.get(pressed.question, asker_id=turn.person.id)
    if asked is not None and asked.outcome is Outcome.SUGGESTIONS and asked.entry_id is None:
        asked.helpful = False  # "Bukan itu", whether or not a report comes of it
    complaint.start(turn, None if asked is None else _draft(turn, asked))


def _draft(turn: Turn, asked: Question) -> Draft:
    # Only an answer's chapter fits; of mere suggestions the person has just said "Bukan itu".
    known = asked.entry_id if asked.outcome is Outcome.ANSWER else None
    entry = turn.resources.book.get(known) if known else None
    chapter = turn.resources.book.chapter(entry.chapter) if entry is not None else None
    category = chapter.title if chapter is not None else None
    return Draft(
        story=_story(turn, asked) or None,
        question=asked.id,
        category=category,
        own_category=category is not None,
    )


def _story(turn: Turn, asked: Question) -> str:
    """What is asked in few words, or only goes on, is understood by what was asked just before:
    "no hp nya", "sudah dicoba tetap tidak bisa"."""
    told = [asked.text]
    since = asked.at - book_answer.TOPIC_LASTS
    for before in turn.unit.questions.before(asked, since=since, most=MOST_BEFORE):
        alone = len(told[-1].split()) >= SPEAKS_FOR_ITSELF and not _goes_on(turn, told[-1], before)
        if alone or len(before.text) > LONGEST_BEFORE:
            break
        if before.text not in ("", *told):
            told.append(before.text)
    return "\n".join(reversed(told))


def _goes_on(turn: Turn, text: str, before: Question) -> bool:
    """Whether it is about the entry by which what was asked before it was answered."""
    entry = turn.resources.book.get(before.entry_id or before.nearest_id or "")
    return entry is not None and turn.resources.follow_ups.follow(text, entry) is not None
