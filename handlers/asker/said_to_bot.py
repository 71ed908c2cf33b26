"""What is said to the bot, not asked of the book: "menu", "sudah bisa", "petugasnya lambat"."""

from __future__ import annotations

from bot.rules.intent import Intent, Situation
from bot.words import manners as words
from faq.matching.matcher import Answer
from faq.text.small_talk.talk import small_talk
from handlers.actions import book_answer
from handlers.asker import answering, own_tickets, puzzled, start
from handlers.turn import Turn


def heard(turn: Turn, text: str) -> bool:
    """False where the words may be a question."""
    on_a_topic = book_answer.topic(turn) is not None
    match small_talk(text, Situation.ANSWERED if on_a_topic else Situation.NONE):
        case Intent.HELP:
            start.help_page(turn)
        case Intent.SETTLED:
            turn.unit.people.end_topic(turn.person)
            _settled(turn)
        case Intent.LATER:
            turn.say(words.later())
        case Intent.SEND:
            _sends(turn)
        case Intent.WAITING if not isinstance(turn.resources.matcher.find(text), Answer):
            _waits(turn)
        case _:
            return False
    return True


def _settled(turn: Turn) -> None:
    """Whoever has a report under way may not need it any more."""
    still_open = turn.own_open_tickets()
    if still_open:
        own_tickets.offer_to_withdraw(turn, still_open)
    else:
        turn.say(words.settled())


def _sends(turn: Turn) -> None:
    """Perhaps what the book did not answer."""
    asked = book_answer.asked_before(turn)
    if asked is None:
        turn.say(words.nothing_to_send())
    else:
        turn.say(words.send_what_was_asked(), ((answering.to_officer(asked.id),),))


def _waits(turn: Turn) -> None:
    if turn.own_open_tickets():
        own_tickets.tickets(turn, "")
    else:
        turn.say(words.nobody_waits(), puzzled.TO_OFFICER)
