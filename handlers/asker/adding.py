"""What was about to become a report is added to an open ticket that is about the same."""

from __future__ import annotations

from bot.errors import StaleButton
from bot.rules.complaint import Draft, Step
from bot.rules.dialog import DialogKind
from bot.rules.purpose import Purpose
from bot.words import complaint as words
from bot.words import news
from handlers.actions import reporter
from handlers.actions import ticket as actions
from handlers.asker import called_ticket, confide, dialog, similar
from handlers.buttons import AddDraft
from handlers.turn import Turn
from storage.tables import Ticket


def pressed(turn: Turn) -> None:
    added = turn.button(AddDraft)
    opened = dialog.matching(turn, added.key)
    ticket = turn.own_ticket(added.ticket)
    if opened.step is not Step.CHECK and not opened.changes:
        raise StaleButton
    turn.toast()
    if _shows_more(turn, ticket, opened.draft):
        return
    turn.edit(words.check(opened.draft, sent=True))
    _add(turn, ticket, opened.draft)


def said(turn: Turn, opened: dialog.OpenReport) -> bool:
    """ "Tambahkan saja ke situ" instead of the button."""
    text = turn.incoming.own_text
    if opened.step is not Step.CHECK or not called_ticket.adds_only(text):
        return False
    ticket = called_ticket.named(turn, text) or similar.to(turn, opened.draft).ticket
    if ticket is not None and not _shows_more(turn, ticket, opened.draft):
        _add(turn, ticket, opened.draft)
    return ticket is not None


def _shows_more(turn: Turn, ticket: Ticket, draft: Draft) -> bool:
    """What is not for everybody may not be told on a ticket that everybody reads."""
    shows = not confide.covers(ticket, draft)
    if shows:
        turn.say(words.shows_more(ticket.number))
    return shows


def _add(turn: Turn, ticket: Ticket, draft: Draft) -> None:
    first, others = draft.files[:1], draft.files[1:]
    actions.answer(turn, ticket, draft.story or "", first[0] if first else None)
    for sent in others:
        actions.attach_late(turn, ticket, sent)
    for message_id in draft.messages:
        reporter.remember(turn, ticket, message_id, purpose=Purpose.SAID)
    dialog.end(turn, DialogKind.COMPLAINT)
    reporter.open_reply(turn, ticket, lasts=reporter.REPLY_GOES_ON)
    passed = news.answer_passed(ticket.number, in_book=False)
    turn.say(passed, ticket=ticket, purpose=Purpose.RELAY)
