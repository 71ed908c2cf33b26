"""On a ticket's card: an answer out of the book, or of the desk's own, is sent with one tap."""

from __future__ import annotations

from functools import partial

from bot.rules.templates import Facts, filled
from bot.rules.ticket import Deed
from bot.words import labels
from bot.words import ready_answers as words
from bot.words.html import as_text
from bot.words.ready_answers import Choice
from faq.book.book import Entry
from handlers.actions import book_answer, card, moving
from handlers.actions import ticket as actions
from handlers.buttons import OfferBook, OfferTemplates, SendEntry, SendTemplate, ShowCard
from handlers.desk import held_answers
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import TemplateRow, Ticket

BEST = 3
TEMPLATES_AT_ONCE = 6
MOST_LETTERS = 1_000  # of what the reporter wrote


def offer_book(turn: Turn) -> None:
    """The card turns into the choice, and back: nothing is posted."""
    ticket = _answerable(turn, turn.button(OfferBook).ticket)
    found = _best(turn, ticket)
    turn.toast()
    if not found:
        turn.edit(words.nothing_fits(ticket.number), ((_back(ticket),),))
        return
    choices = [
        Choice(
            title=entry.question,
            text=as_text(book_answer.pages(turn, entry)[0]).partition("\n")[2],
            address=book_answer.deep_link(turn.resources.username, entry.id),
            category=None,
        )
        for entry in found
    ]
    keys = [
        (Key(labels.numbered(place, entry.question), SendEntry(ticket.id, entry.id, sure=False)),)
        for place, entry in enumerate(found, start=1)
    ]
    said = words.from_book(ticket.number, choices, story=ticket.story)
    turn.edit(said, (*keys, (_back(ticket),)))


def _best(turn: Turn, ticket: Ticket) -> list[Entry]:
    """For the story, and for what the reporter wrote last."""
    said = [ticket.story]
    later = turn.unit.events.last(ticket, Deed.ANSWER)
    if later is not None and later.text:
        said.append(later.text)
    score: dict[str, float] = {}
    for text in said:
        for each in turn.resources.matcher.rank(text[:MOST_LETTERS], BEST):
            score[each.id] = max(score.get(each.id, 0.0), each.score)
    best = sorted(score, key=lambda entry_id: -score[entry_id])[:BEST]
    entries = (turn.resources.book.get(entry_id) for entry_id in best)
    return [entry for entry in entries if entry is not None]


def offer_templates(turn: Turn) -> None:
    pressed = turn.button(OfferTemplates)
    ticket = _answerable(turn, pressed.ticket)
    first = pressed.page * TEMPLATES_AT_ONCE
    rows = turn.unit.templates.fitting(ticket.category, first=first, most=TEMPLATES_AT_ONCE + 1)
    turn.toast()
    if not rows:
        turn.edit(words.how_to(), ((_back(ticket),),))
        return
    shown = rows[:TEMPLATES_AT_ONCE]
    choices = [
        Choice(row.title, _filled(turn, ticket, row, name="{nama}"), None, row.category)
        for row in shown
    ]
    keys: list[tuple[Key, ...]] = [
        (Key(labels.numbered(place, row.title), SendTemplate(ticket.id, row.id, sure=False)),)
        for place, row in enumerate(shown, start=1)
    ]
    if len(rows) > len(shown):
        keys.append((Key(labels.NEXT_PAGE, OfferTemplates(ticket.id, pressed.page + 1)),))
    said = words.from_templates(ticket.number, choices, story=ticket.story)
    turn.edit(said, (*keys, (_back(ticket),)))


def send_entry(turn: Turn) -> None:
    pressed = turn.button(SendEntry)
    ticket = _answerable(turn, pressed.ticket)
    entry = turn.resources.book.get(pressed.entry)
    if entry is None:
        turn.toast(words.gone_toast())
        return
    noted = f"📖 {entry.question} [{entry.id}]"
    again = SendEntry(ticket.id, entry.id, sure=True)
    if pressed.sure or _may_go(turn, ticket, noted, entry.question, again):
        actions.reply_from_book(turn, ticket, noted, book_answer.pages(turn, entry))
        turn.toast(words.sent_toast())


def send_template(turn: Turn) -> None:
    pressed = turn.button(SendTemplate)
    ticket = _answerable(turn, pressed.ticket)
    row = turn.unit.templates.get(pressed.template)
    if row is None:
        turn.toast(words.gone_toast())
        return
    text = _to_reporter(turn, row, ticket)
    again = SendTemplate(ticket.id, row.id, sure=True)
    if pressed.sure or _may_go(turn, ticket, text, row.title, again):
        actions.reply_to_each(turn, ticket, partial(_to_reporter, turn, row))
        turn.toast(words.sent_toast())


def show_card(turn: Turn) -> None:
    """Back to the card, as the ticket is now."""
    ticket = turn.ticket(turn.button(ShowCard).ticket)
    turn.toast()
    events = turn.unit.events.history(ticket)
    turn.edit(card.page(turn, ticket, events), card.keys(ticket))


def _answerable(turn: Turn, ticket_id: int) -> Ticket:
    ticket = turn.ticket(ticket_id)
    moving.must_be_possible(turn, ticket, Deed.REPLY)
    turn.must_show_what_was_pressed()
    return ticket


def _may_go(
    turn: Turn, ticket: Ticket, text: str, title: str, again: SendEntry | SendTemplate
) -> bool:
    """Not the second of two quick taps; and where a colleague was first, it is asked."""
    answered = held_answers.by_colleague(turn, ticket)
    if answered is not None:
        turn.toast()
        said = words.answered_meanwhile(ticket.number, by=answered.by, title=title)
        turn.edit(said, ((Key(labels.SEND_ANYWAY, again), _back(ticket)),))
        return False
    last = turn.unit.events.last(ticket, Deed.REPLY)
    mine = last is not None and (last.actor_id, last.text) == (turn.person.id, text)
    twice = last is not None and mine and turn.tapped_again(last.at)
    if twice:
        turn.toast(words.sent_toast())
    return not twice


def _to_reporter(turn: Turn, row: TemplateRow, ticket: Ticket) -> str:
    reporter = turn.unit.people.get(ticket.reporter_id)
    return _filled(turn, ticket, row, name=reporter.name if reporter is not None else "")


def _filled(turn: Turn, ticket: Ticket, row: TemplateRow, *, name: str) -> str:
    """Shown in the group it is without the name, which not everybody there may see."""
    facts = Facts(
        name=name,
        number=ticket.number,
        category=ticket.category,
        officer=turn.person.name,
    )
    return filled(row.text, facts)


def _back(ticket: Ticket) -> Key:
    return Key(labels.BACK, ShowCard(ticket.id))
