"""While an officer is being talked with: a question to the book stays a question."""

from __future__ import annotations

from bot.rules.ticket import Deed
from bot.words import news, own
from faq.matching.matcher import Answer, Silence
from faq.matching.results import Found
from faq.text.asking import asks
from faq.text.language import plain, telling_words
from faq.text.small_talk.meaning import denies
from faq.text.small_talk.talk import of_the_book, personal
from handlers.actions import reporter
from handlers.actions import ticket as actions
from handlers.asker import question, ticket_talk
from handlers.buttons import PassOn
from handlers.turn import Turn
from storage.tables import Ticket

FEW = 2  # words by which somebody looks something up


def asked(turn: Turn, ticket: Ticket) -> bool:
    """Answered by the book, and passed on by one tap; False where the words may be the officer's:
    an answer, or about whoever writes."""
    text = (turn.incoming.text or "").strip()
    if turn.incoming.file is not None or not text or ticket_talk.officer_waits(turn, ticket):
        return False
    looks_up = len(plain(text)) <= FEW or asks(text)
    if not looks_up or personal(text) or denies(text) or not of_the_book(text):
        return False
    found = turn.resources.matcher.find(text)
    if isinstance(found, Silence) or _may_be_to_the_officer(turn, ticket, text, found):
        return False
    question.look_up(turn, text, for_ticket=ticket)
    return True


def _may_be_to_the_officer(turn: Turn, ticket: Ticket, text: str, found: Found) -> bool:
    """Just after they wrote: it is of what they mentioned ("ganti browser itu gimana pak?"), or a
    question of which the book is not sure."""
    if not reporter.has_just_spoken(turn, ticket):
        return False
    said = turn.unit.events.last(ticket, Deed.REPLY, Deed.ASK_INFO)
    mentioned = telling_words((said.text or "") if said is not None else "")
    unsure = asks(text) and not isinstance(found, Answer)
    return unsure or bool(telling_words(text) & mentioned)


def pass_on(turn: Turn) -> None:
    pressed = turn.button(PassOn)
    ticket = turn.own_ticket(pressed.ticket)
    said = turn.unit.questions.get(pressed.question, asker_id=turn.person.id)
    last = turn.unit.events.last(ticket, Deed.ANSWER)
    if said is None or (
        last is not None and last.text == said.text and turn.tapped_again(last.at)
    ):
        turn.toast()
        return
    actions.answer(turn, ticket, said.text, None)
    turn.toast(own.passed_on_toast())
    turn.say(news.answer_passed(ticket.number, in_book=False))
