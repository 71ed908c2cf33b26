"""Plain words for one of one's own reports: named by its number, or the only one that is open."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.complaint import DialogInput, ReportContent, add_caption
from bot.rules.intent import Intent, Situation
from bot.rules.purpose import Purpose
from bot.rules.ticket import ENDED_STATES, OPEN_STATES, SETTLED_STATES, Deed
from bot.words import labels, news, own
from faq.text.language import plain, telling_words
from faq.text.said import ticket_number
from faq.text.said.own_report import names_ticket, opens_again, reopens, without_reason
from faq.text.small_talk.meaning import solved
from faq.text.small_talk.talk import small_talk
from faq.text.vocabulary import words
from handlers.actions import card, manners, reporter
from handlers.actions import ticket as actions
from handlers.actions.book_answer import WORDS_AROUND
from handlers.asker import called_ticket, dialog, own_tickets
from handlers.asker.ticket_state import states, to_each
from handlers.buttons import AddToTicket, Dispute, ShareTicket
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import Ticket

MOST_OFFERED = 10
SPEAKING = (Deed.REPLY, Deed.ASK_INFO)
FEW = 5  # words that only announce what is to be added, or ask for something to be shared


def heard(turn: Turn, text: str, *, on_a_topic: bool = False) -> bool:
    ticket = called_ticket.named(turn, text)
    if ticket is not None:
        return _of(turn, ticket, ticket_number.cut_out(text))
    return (
        _adds(turn, text) or _shares(turn, text) or _opens_again(turn, text, on_a_topic=on_a_topic)
    )


def elsewhere(turn: Turn, current: Ticket) -> bool:
    """What names another of their reports than the one that is being talked about, or asks for
    this one to be shared, is not for its officer."""
    text = (turn.incoming.text or "").strip()
    if turn.incoming.file is not None or turn.incoming.not_own or not text:
        return False
    ticket = called_ticket.named(turn, text)
    if ticket is not None and ticket.id != current.id:
        return _of(turn, ticket, ticket_number.cut_out(text))
    if not called_ticket.begins(plain(text), "shares"):
        return ticket is None and _fits_another(turn, current, text)
    return heard(turn, text)


def _fits_another(turn: Turn, current: Ticket, text: str) -> bool:
    """Two officers have spoken lately, and the words are of the story that the other has: which of
    them is meant is asked, before anything is told."""
    told = telling_words(text)
    if not told or told & _spoken_of(turn, current):
        return False
    mine = turn.unit.own_tickets.newest_open(turn.person.id, most=MOST_OFFERED)
    fitting = [
        ticket
        for ticket in mine
        if ticket.id != current.id
        and own_tickets.spoken_with(turn, ticket)
        and told & _spoken_of(turn, ticket)
    ]
    if fitting:
        _keep(turn, text)
        _ask_to_which(turn, [current, *fitting])
    return bool(fitting)


def _spoken_of(turn: Turn, ticket: Ticket) -> frozenset[str]:
    last = turn.unit.events.last(ticket, *SPEAKING)
    return telling_words(ticket.story) | telling_words((last.text or "") if last else "")


def _keep(turn: Turn, text: str) -> None:
    """What was written goes where the button says."""
    heard_ = DialogInput(text=text, message_id=turn.incoming.message_id)
    dialog.keep_loose(turn, add_caption(dialog.loose(turn) or ReportContent(), heard_))


def _ask_to_which(turn: Turn, tickets: list[Ticket]) -> None:
    keys = [(Key(labels.add_to(ticket.number), AddToTicket(ticket.id)),) for ticket in tickets]
    turn.say(own.which_one(states(turn, tickets)), tuple(keys))


def _of(turn: Turn, ticket: Ticket, text: str) -> bool:
    """What is said of a report that is named; False where the number is only looked up."""
    said = plain(text)
    if called_ticket.begins(said, "shares"):
        own_tickets.say_to_share(turn, ticket)
    elif ticket.status in OPEN_STATES and small_talk(text, Situation.OPEN) is Intent.WITHDRAW:
        own_tickets.offer_to_withdraw(turn, [ticket])
    elif _is_of_its_end(ticket, text):
        _ask_of(turn, ticket)
    elif called_ticket.begins(said, "adds") or len(said) > WORDS_AROUND:
        _add(turn, ticket, text)
    else:
        return False
    return True


def _ask_of(turn: Turn, ticket: Ticket) -> None:
    about = news.about_this(ticket.number)
    turn.say(about, card.reporter_keys(ticket), ticket=ticket, purpose=Purpose.RELAY)
    own_tickets.offer_again(turn, ticket)


def _is_of_its_end(ticket: Ticket, text: str) -> bool:
    """A verdict on what was settled, or that what ended is to be opened again."""
    if ticket.status in SETTLED_STATES and solved(text) is not None:
        return True
    return ticket.status in ENDED_STATES and reopens(without_reason(text))


def _opens_again(turn: Turn, text: str, *, on_a_topic: bool) -> bool:
    """ "Tolong buka lagi laporan saya", without a number: of what ended not too long ago; lately,
    where no report is named."""
    named = names_ticket(without_reason(text))
    if not opens_again(text) or (on_a_topic and not named):
        return False
    within = timedelta(days=turn.resources.reopen_days) if named else own_tickets.FRESH
    since = turn.now - within
    mine = turn.unit.own_tickets.ended_since(turn.person.id, since, most=MOST_OFFERED)
    if len(mine) == 1:
        _ask_of(turn, mine[0])
    elif mine:
        turn.say(own.which_one(states(turn, mine)), to_each(mine, Dispute))
    return bool(mine)


def _add(turn: Turn, ticket: Ticket, text: str) -> None:
    """At once where it tells something; else what follows belongs there."""
    if _only_announces(plain(text)):
        busy = reporter.busy(turn, ticket)
        reporter.open_reply(turn, ticket, lasts=reporter.REPLY_OPEN, asked=True)
        said = news.write_more(ticket.number, files=0, told=False, busy=busy)
        turn.say(said, ticket=ticket, purpose=Purpose.RELAY)
        return
    actions.answer(turn, ticket, text, None)
    said = news.answer_passed(ticket.number, in_book=False)
    turn.say(manners.kindly(turn, said), ticket=ticket, purpose=Purpose.RELAY)


def _only_announces(said: tuple[str, ...]) -> bool:
    around = {*words("adds"), *words("adds to"), *words("polite"), *words("address")}
    return len(said) <= FEW and set(said) <= around


def _adds(turn: Turn, text: str) -> bool:
    """ "Tambahan untuk laporan saya: …", without a number."""
    said = plain(text)
    if not called_ticket.begins(said, "adds") or not set(said[:FEW]) & set(words("adds to")):
        return False
    mine = turn.unit.own_tickets.newest_open(turn.person.id, most=MOST_OFFERED)
    if not mine:
        return False
    if len(mine) == 1:
        _add(turn, mine[0], text)
        return True
    if not _only_announces(said):
        _keep(turn, text)
    _ask_to_which(turn, mine)
    return True


def _shares(turn: Turn, text: str) -> bool:
    said = plain(text)
    if len(said) > FEW or not names_ticket(said) or not called_ticket.begins(said, "shares"):
        return False
    mine = turn.unit.own_tickets.newest_open(turn.person.id, most=MOST_OFFERED)
    if len(mine) == 1:
        own_tickets.say_to_share(turn, mine[0])
    elif mine:
        turn.say(own.which_one(states(turn, mine)), to_each(mine, ShareTicket))
    return bool(mine)
