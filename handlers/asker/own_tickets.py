"""/tiket: one's own reports, what became of them, and the last word on them."""

from __future__ import annotations

from datetime import timedelta

from bot.errors import UnknownTicket
from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.complaint import ReportContent
from bot.rules.dialog import DialogKind
from bot.rules.intent import Intent, Situation
from bot.rules.purpose import Purpose
from bot.rules.ticket import ENDED_STATES, OPEN_STATES, SETTLED_STATES, Deed, Status
from bot.words import book as book_words
from bot.words import complaint as complaint_words
from bot.words import labels, news, own
from bot.words.html import Html
from faq.matching.matcher import Answer
from faq.text.asking import asks
from faq.text.language import plain
from faq.text.said import ticket_number
from faq.text.said.own_report import keeps, opens_again, reopens
from faq.text.small_talk.meaning import bare_verdict, intent, solved
from faq.text.small_talk.talk import only_small, small_talk, tells_nothing
from handlers import pointing
from handlers.actions import card, manners, reporter, satisfaction, unsent
from handlers.actions import ticket as actions
from handlers.asker import called_ticket, complaint, dialog
from handlers.asker.ticket_state import states, to_each
from handlers.buttons import (
    AddToTicket,
    Confirm,
    Dispute,
    ShareTicket,
    ShowEntry,
    ShowTicket,
    Withdraw,
    parse,
)
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage import drafts
from storage.tables import Ticket

MOST_LISTED = 10
FRESH = timedelta(days=2)
POLITE = {Intent.THANKS, Intent.FAREWELL}
ASKED = {Intent.HOURS, Intent.ADDRESS, Intent.WHO}


def tickets(turn: Turn, argument: str) -> None:
    if argument:
        _page(turn, _by_number(turn, argument))
        return
    mine = turn.unit.own_tickets.newest(turn.person.id, limit=MOST_LISTED)
    begun = dialog.of(turn)
    if begun is not None and unsent.is_worth_telling(begun.draft):
        told = complaint_words.unsent(begun.draft.story, files=len(begun.draft.files))
        turn.say(told, unsent.keys(begun.key))
    elif not mine:
        turn.say(own.no_tickets())
    if not mine:
        return
    turn.say(own.ticket_list(states(turn, mine)), to_each(mine))


def numbered(turn: Turn, text: str) -> bool:
    """A number alone ("no 11", "#11") is their ticket's, if they have one of that number."""
    number = ticket_number.alone(text) if ticket_number.marked(text) else None
    ticket = called_ticket.numbered(turn, number)
    if ticket is not None:
        _page(turn, ticket)
    return ticket is not None


def _by_number(turn: Turn, argument: str) -> Ticket:
    ticket = called_ticket.numbered(turn, ticket_number.number_in(argument))
    if ticket is None:
        raise UnknownTicket
    return ticket


def show(turn: Turn) -> None:
    pressed = turn.button(ShowTicket)
    ticket = turn.own_ticket(pressed.ticket)
    turn.toast()
    _page(turn, ticket)


def _page(turn: Turn, ticket: Ticket) -> None:
    (state,) = states(turn, [ticket])
    history = turn.unit.events.history(ticket)
    turn.say(
        own.ticket_page(state, kind=ticket.kind, category=ticket.category, history=history),
        (*card.reporter_keys(ticket), _more_keys(ticket), card.number_key(ticket)),
        ticket=ticket,
        purpose=Purpose.RELAY,
    )


def _more_keys(ticket: Ticket) -> tuple[Key, ...]:
    still_open = ticket.status in OPEN_STATES
    take_back = (Key(labels.WITHDRAW, Withdraw(ticket.id)),) if still_open else ()
    return (*take_back, Key(labels.SHARE, ShareTicket(ticket.id)))


def share(turn: Turn) -> None:
    ticket = turn.own_ticket(turn.button(ShareTicket).ticket)
    turn.toast(own.share_toast())
    say_to_share(turn, ticket)


def say_to_share(turn: Turn, ticket: Ticket) -> None:
    """A message of its own, so that nothing else is forwarded with it."""
    told = own.share(
        number=ticket.number,
        kind=ticket.kind,
        category=ticket.category,
        status=ticket.status,
        clock=ticket.clock,
        zone=turn.resources.zone,
        username=turn.resources.username,
    )
    turn.say(told)


def offer_to_withdraw(turn: Turn, tickets: list[Ticket]) -> None:
    rows = [(ticket.number, ticket.status, ticket.story) for ticket in tickets]
    turn.say(manners.kindly(turn, own.withdraw_which(rows)), card.withdraw_keys(tickets))


def confirm(turn: Turn) -> None:
    pressed = turn.button(Confirm)
    ticket = turn.own_ticket(pressed.ticket)
    _solved(turn, ticket)
    turn.toast()
    turn.take_buttons_away()


def dispute(turn: Turn) -> None:
    pressed = turn.button(Dispute)
    ticket = turn.own_ticket(pressed.ticket)
    _not_solved(turn, ticket, dialog.said_before(turn, ticket))
    turn.toast()
    turn.take_buttons_away()


def _solved(turn: Turn, ticket: Ticket) -> None:
    actions.confirm(turn, ticket)
    satisfaction.ask(turn, ticket)
    words = news.thanks_closed(ticket.number)
    turn.say(words, satisfaction.keys(ticket), ticket=ticket, purpose=Purpose.RELAY)


def _not_solved(turn: Turn, ticket: Ticket, text: str = "") -> None:
    """`text`: by which it was said; the officer reads it where it says more than that."""
    settled = ticket.status in SETTLED_STATES
    told = bool(text) and not _tells_only_that(text)
    actions.dispute(turn, ticket)
    if told:
        actions.answer(turn, ticket, pointing.answered(turn, text), None)
    words = news.disputed if settled else news.opened_again
    turn.say(words(ticket.number, told=told), ticket=ticket, purpose=Purpose.RELAY)


def offer_again(turn: Turn, ticket: Ticket, text: str = "") -> None:
    """The button for it was just shown. `text`: to what; it goes along once that is done."""
    told = drafts.write(ReportContent(story=text)) if text else None
    reporter.offer_again(turn, ticket, draft=told)


def spoken_with(turn: Turn, ticket: Ticket) -> bool:
    """Whether its officer has written within the time that an answer goes to them by itself."""
    said = turn.unit.events.last(ticket, Deed.REPLY, Deed.ASK_INFO)
    return said is not None and turn.now - said.at < reporter.REPLY_OPEN


def opened_by_words(turn: Turn, ticket: Ticket) -> bool:
    """ "Ya", "buka lagi": to the button that was just shown. False where it is about something
    else, and then the offer is over."""
    text = turn.incoming.own_text
    wished = opens_again(text) or intent(text) is Intent.YES
    if ticket.status is Status.WITHDRAWN:
        wished = wished or keeps(text)
    said = [dialog.said_before(turn, ticket), "" if intent(text) is Intent.YES else text]
    dialog.end(turn, DialogKind.REPLY)
    if wished and turn.incoming.file is None:
        telling = [each for each in said if each and not _tells_only_that(each)]
        _not_solved(turn, ticket, "\n".join(telling))
        return True
    return False


def _tells_only_that(text: str) -> bool:
    """That it is not solved, or is to be opened again, and not why."""
    return bare_verdict(ticket_number.cut_out(text)) or reopens(plain(text)) or keeps(text)


def fresh(turn: Turn) -> Ticket | None:
    """The ticket that what is sent without a word may belong to."""
    for ticket in turn.unit.own_tickets.newest(turn.person.id, limit=1):
        if ticket.status not in ENDED_STATES and turn.now - ticket.created_at < FRESH:
            return ticket
    return None


def add(turn: Turn) -> None:
    """Words that follow belong to the ticket, and files that were sent before the press."""
    pressed = turn.button(AddToTicket)
    ticket = turn.own_ticket(pressed.ticket)
    loose = dialog.loose(turn)
    files = loose.files
    if files or loose.story:
        actions.answer(turn, ticket, loose.story or "", files[0] if files else None)
        dialog.end(turn, DialogKind.LOOSE)
        for message_id in loose.messages:
            reporter.remember(turn, ticket, message_id, purpose=Purpose.SAID)
    for sent in files[1:]:
        actions.attach_late(turn, ticket, sent)
    reporter.talks_here(turn, ticket)
    reporter.open_reply(turn, ticket, lasts=reporter.REPLY_OPEN, asked=True)
    turn.toast()
    words = news.write_more(
        ticket.number,
        files=len(files),
        told=loose.story is not None and not files,
        busy=reporter.busy(turn, ticket),
    )
    turn.say(words, ticket=ticket, purpose=Purpose.RELAY)


def answer(turn: Turn, ticket: Ticket) -> bool:
    """The reporter writes, or sends a file, that belongs to this ticket.

    True when it was passed on to the desk; False where it was a verdict or mere politeness.
    """
    text = turn.incoming.own_text
    if turn.incoming.file is None:
        match _verdict(turn, ticket, ticket_number.cut_out(text)):
            case True if ticket.status is Status.RESOLVED:
                _solved(turn, ticket)
                return False
            case True:
                turn.say(book_words.youre_welcome())
                return False
            case False:
                _not_solved(turn, ticket, text)
                return False
        if (said := _courtesy(turn, ticket, text)) is not None:
            turn.say(said, _settled_keys(ticket), ticket=ticket, purpose=Purpose.RELAY)
            return False
    _pass_on(turn, ticket, text)
    return True


def _courtesy(turn: Turn, ticket: Ticket, text: str) -> Html | None:
    """What is said to words that the desk need not read: manners, and news that it is well."""
    at = Situation.RESOLVED if ticket.status is Status.RESOLVED else Situation.OPEN
    meant = small_talk(text, at)
    if meant is Intent.YES and reporter.waits_for_verdict(turn, ticket):
        return news.about_this(ticket.number)
    if ticket.status is Status.WAITING and meant is not Intent.INSULT:
        return None  # "sudah, terima kasih" may be the answer
    if solved(text) is not None and not tells_nothing(text):
        return None  # "oh iya sudah bisa, terima kasih" is news for the officer
    if meant in ASKED and not asks(text):
        return None  # "jam nya salah"
    if meant is Intent.GREETING and intent(text) is not Intent.GREETING and not only_small(text):
        return None  # "sebentar pak, saya lagi rapat"
    return manners.answer(turn, intent(text) if intent(text) in POLITE else meant)


def _verdict(turn: Turn, ticket: Ticket, text: str) -> bool | None:
    """What plain words say of a settled ticket, if that is what was asked last; or that one that
    ended is to be opened again."""
    if ticket.status in ENDED_STATES and ticket.status is not Status.MERGED and opens_again(text):
        return False
    said = solved(text) if ticket.status in SETTLED_STATES else None
    if said is None or reporter.waits_for_verdict(turn, ticket) or _to_the_question(turn):
        return said
    return None


def _to_the_question(turn: Turn) -> bool:
    """A reply to a message of ours with the two buttons under it."""
    whose, data = turn.incoming.reply_to_button or ("", "")
    return whose == turn.resources.username and isinstance(parse(data), Confirm | Dispute)


def _pass_on(turn: Turn, ticket: Ticket, text: str) -> None:
    words = pointing.answered(turn, turn.incoming.text)
    actions.answer(turn, ticket, words, turn.incoming.file)
    # Like all that is said of a ticket it can be replied to, also days later.
    in_album = turn.incoming.file is not None and turn.incoming.file.group_id is not None
    found = in_book(turn, text)
    turn.say(
        manners.kindly(turn, news.answer_passed(ticket.number, in_book=bool(found))),
        (*found, *_settled_keys(ticket)),
        ticket=ticket,
        purpose=Purpose.RELAY,
        coalesce=coalesce_key(Waiting.PASSED_ON, ticket.id),
        delay=complaint.ALBUM_SETTLES if in_album else None,
    )


def in_book(turn: Turn, text: str) -> Keyboard:
    """Words that ask nothing may be a question all the same: then its answer is a tap away."""
    found = turn.resources.matcher.find(text) if text and not asks(text) else None
    entry = turn.resources.book.get(found.best) if isinstance(found, Answer) else None
    return ((Key(labels.label(entry.question), ShowEntry(entry.id)),),) if entry else ()


def _settled_keys(ticket: Ticket) -> Keyboard:
    """The last word is the reporter's, whatever they have just said."""
    return card.reporter_keys(ticket) if ticket.status in ENDED_STATES else ()
