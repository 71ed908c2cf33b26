"""A question put to the bot in a group is answered there, without a private chat's buttons."""

from __future__ import annotations

import re

from bot.words import book as words
from bot.words import desk, labels
from faq.asking import asks
from faq.book import Entry
from faq.match import Answer, Silence, Suggestions
from faq.smalltalk import Smalltalk, bare, smalltalk
from handlers.asker import ask, reading
from handlers.buttons import Key, ShowEntry
from handlers.desk import tickets
from handlers.turn import Turn, refuse_nobody


def begins_with_us(turn: Turn) -> bool:
    """Said to the bot even where it answers a card: without this it would be the reporter's."""
    return _mention(turn).match(turn.heard.text or "") is not None


def addressed(turn: Turn) -> bool:
    return _mention(turn).search(turn.heard.text or "") is not None


def answers_us(turn: Turn) -> bool:
    username = turn.house.username.lower()
    return username != "" and (turn.heard.reply_to_bot or "").lower() == username


def question(turn: Turn) -> None:
    text = _without_mention(turn)
    kind = smalltalk(text)
    if (said := ask.polite(turn, text, kind)) is not None:
        turn.say(said)
    elif kind in {Smalltalk.PERSON, Smalltalk.REPORT}:
        turn.say(words.officer_in_group(turn.house.username))
    elif kind is Smalltalk.FOLLOW_UP and (known := _answered_before(turn)) is not None:
        _answer(turn, known)
    elif kind is Smalltalk.TICKETS:
        turn.say(desk.private_only(turn.house.username))
    elif ask.is_number(text) and turn.heard.chat_id == turn.desk_chat:
        refuse_nobody(turn.heard)
        tickets.ticket_page(turn, text)
    else:
        _look_up(turn, text)


def question_edited(turn: Turn) -> None:
    """Put right: the book speaks only where it is sure, and does not say the same again."""
    text = _without_mention(turn)
    found = turn.house.matcher.find(text)
    if turn.heard.who is None or not isinstance(found, Answer):
        return
    before = turn.unit.questions.newest(turn.person.id, since=turn.now - ask.TOPIC_LASTS)
    entry = turn.house.book.get(found.best)
    if entry is not None and (before is None or before.entry_id != entry.id):
        ask.log(turn, text, found)
        _answer(turn, entry)


def _answered_before(turn: Turn) -> Entry | None:
    """The entry that the answer replied to was about. What a person last read in private is
    nobody's business here."""
    line = turn.heard.reply_to_line if answers_us(turn) else None
    return turn.house.book.asked_as(line) if line else None


def talk_on(turn: Turn) -> None:
    """An answer to words of ours that belong to no ticket: only what asks something is meant."""
    text = (turn.heard.text or "").strip()
    kind = smalltalk(text)
    if asks(text) or kind in {Smalltalk.THANKS, Smalltalk.FOLLOW_UP}:
        question(turn)
    elif kind is None and turn.heard.chat_id == turn.desk_chat and turn.is_officer:
        turn.say(desk.went_nowhere())


def _look_up(turn: Turn, text: str) -> None:
    found = turn.house.matcher.find(text)
    if isinstance(found, Silence) and bare(text):
        turn.say(words.say_more())
        return
    if turn.heard.who is not None:
        ask.log(turn, text, found)
    match found:
        case Answer():
            entry = turn.house.book.get(found.best)
            assert entry is not None
            _answer(turn, entry)
        case Suggestions():
            near = [turn.house.book.get(entry_id) for entry_id in found.ids]
            rows = [
                (Key(labels.label(each.question), ShowEntry(each.id)),) for each in near if each
            ]
            turn.say(words.did_you_mean(), tuple(rows))
        case Silence():
            turn.say(words.not_in_book_in_group(turn.house.username))


def _answer(turn: Turn, entry: Entry) -> None:
    for page in reading.pages(turn, entry):
        turn.say(page)


def _without_mention(turn: Turn) -> str:
    return _mention(turn).sub(" ", turn.heard.text or "").strip()


def _mention(turn: Turn) -> re.Pattern[str]:
    return re.compile(rf"\s*@{re.escape(turn.house.username)}\b", re.IGNORECASE)
