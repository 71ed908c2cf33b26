"""While an officer is being talked with: a question to the book stays a question."""

from __future__ import annotations

from bot.rules.ticket import Deed
from bot.words import news, own
from faq.matching.matcher import Silence
from faq.text.asking import asks
from faq.text.intent import denies
from faq.text.language import plain
from faq.text.small_talk import of_the_book, personal
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
    if isinstance(turn.resources.matcher.find(text), Silence):
        return False
    question.look_up(turn, text, for_ticket=ticket)
    return True


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
