"""A question put to the bot in a group is answered there, without a private chat's buttons."""

from __future__ import annotations

from bot.rules.intent import Intent
from bot.words import book as words
from bot.words import groups, undelivered
from bot.words import screen as screen_words
from faq.book.book import Entry
from faq.matching.follow_ups import asks_again
from faq.matching.matcher import Answer, Silence, Suggestions
from faq.text.asking import asks
from faq.text.small_talk.meaning import bare, intent, place
from handlers.actions import book_answer, incident, screen
from handlers.actions.group_words import mention, without_mention
from handlers.desk import group_matters, ticket_card
from handlers.turn import Turn, refuse_nobody


def begins_with_us(turn: Turn) -> bool:
    """Said to the bot even where it answers a card: without this it would be the reporter's."""
    return mention(turn.resources.username).match((turn.incoming.text or "").lstrip()) is not None


def addressed(turn: Turn) -> bool:
    return mention(turn.resources.username).search(turn.incoming.text or "") is not None


def answers_us(turn: Turn) -> bool:
    username = turn.resources.username.lower()
    return username != "" and (turn.incoming.reply_to_bot or "").lower() == username


def speaks_to_us(turn: Turn) -> bool:
    return addressed(turn) or answers_us(turn)


def ask(turn: Turn) -> None:
    text = without_mention(turn.resources.username, turn.incoming.text)
    kind = intent(text)
    if screen.asks_nothing(text) and screen.ask(turn):
        return
    if asks_again(text) and group_matters.goes_on(turn, text, _topic(turn), sure=True):
        return
    if (said := book_answer.polite(turn, text, kind)) is not None:
        turn.say_about(turn.person, said)  # it may greet by name
    elif kind in {Intent.PERSON, Intent.REPORT}:
        turn.say(words.officer_in_group(turn.resources.username))
    elif group_matters.picked(turn, text) or (
        kind is Intent.FOLLOW_UP and group_matters.goes_on(turn, text, _topic(turn), sure=True)
    ):
        return
    elif kind is Intent.TICKETS:
        turn.say(groups.private_only(turn.resources.username))
    elif book_answer.is_number(text) and turn.incoming.chat_id == turn.desk_chat:
        refuse_nobody(turn.incoming)
        ticket_card.ticket_page(turn, text)
    elif matters := turn.resources.matters.of(text):
        group_matters.answer(turn, matters)
    elif not group_matters.goes_on(turn, text, _topic(turn)):
        _look_up(turn, text)


def question_edited(turn: Turn) -> None:
    """Put right: the book speaks only where it is sure, and does not say the same again."""
    text = without_mention(turn.resources.username, turn.incoming.text)
    found = turn.resources.matcher.find(text)
    if turn.incoming.who is None or not isinstance(found, Answer):
        return
    before = book_answer.asked_before(turn)
    entry = turn.resources.book.get(found.best)
    if entry is not None and (before is None or before.entry_id != entry.id):
        book_answer.log(turn, text, found)
        group_matters.pages(turn, entry)


def _topic(turn: Turn) -> Entry | None:
    """What the answer replied to was about, else what was asked here just before."""
    line = turn.incoming.reply_to_line if answers_us(turn) else None
    replied = turn.resources.book.asked_as(line) if line else None
    return replied or group_matters.spoken_of(turn)


def talk_on(turn: Turn) -> None:
    """An answer to words of ours that belong to no ticket: only what asks something is meant."""
    text = (turn.incoming.text or "").strip()
    kind = intent(text)
    if asks(text) or kind in {Intent.THANKS, Intent.FOLLOW_UP}:
        ask(turn)
    elif kind is None and turn.incoming.chat_id == turn.desk_chat and turn.is_officer:
        turn.say(undelivered.went_nowhere())


def _look_up(turn: Turn, text: str) -> None:
    found = turn.resources.matcher.find(text)
    if (isinstance(found, Silence) and bare(text)) or place(text) is not None:
        turn.say(words.say_more())
        return
    incident.hear_first(turn, text)
    if turn.incoming.who is not None:
        book_answer.log(turn, text, found)
    match found:
        case Answer():
            entry = turn.resources.book.get(found.best)
            assert entry is not None
            group_matters.pages(turn, entry)
        case Suggestions() | Silence() if turn.incoming.chat_id == turn.report_chat:
            turn.say(groups.about_figures(turn.resources.username))
        case Suggestions():
            turn.say(words.did_you_mean(), group_matters.keys(turn, found.ids))
        case Silence():
            turn.say(words.not_in_book_in_group(turn.resources.username))


def answer_picture(turn: Turn, reading: screen.ReadScreen) -> None:
    """Whether it was read right is asked in private only."""
    read = reading.chosen
    entry = turn.resources.book.get(read.found.best or "") if read and read.sure else None
    if read is None or entry is None:
        turn.say(screen_words.nothing_read_in_group(turn.resources.username))
        return
    book_answer.log(turn, read.text, read.found)
    turn.say(screen_words.read(read.text))
    group_matters.pages(turn, entry)
