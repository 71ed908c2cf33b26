"""The buttons of a ticket's card, and replies to it. Every deed checks who does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol

from bot.errors import (
    AnswerNeedsText,
    ClosingNoteMissing,
    DateUnclear,
    NotThatTicket,
    OnlyAnswersLater,
    Refusal,
    ScopeNoteMissing,
    SecretAsked,
    SplitStoryMissing,
    StaleButton,
    UnknownTicketAtDesk,
    WhoseUnclear,
)
from bot.rules import ticket as rules
from bot.rules.complaint import File
from bot.rules.letters import letters
from bot.rules.privacy.asking import asks_for_secret, asks_in_parts, refuse_asking
from bot.rules.purpose import CLOSINGS, PROMPTS, Purpose
from bot.rules.rights import DeskAct
from bot.rules.ticket import Deed, Number
from bot.words import desk, noting, prompts, refusals
from bot.words import linking as linking_words
from bot.words.html import Html, lines, mention
from faq.text.dates.day_to_come import day_said
from faq.text.said import ticket_number
from faq.text.small_talk.talk import tells_nothing
from handlers import pointing
from handlers.actions import card, confidential, deferring, linking, merging
from handlers.actions import ticket as actions
from handlers.actions.moving import must_be_possible
from handlers.buttons import AskInfo, Closing, ConfirmFor, Reopen, Resolve, Take
from handlers.desk import commands, held_answers, later, ticket_history, ticket_menu
from handlers.turn import Turn
from storage.tables import HoldReason, MessageRef, Ticket

NOTE_MARK = "//"
LEAST_NOTE, LEAST_WORDS = 3, 2  # letters and digits: a mere "ok" tells nobody what was done
ASKED_AGAIN = (
    AnswerNeedsText,
    ClosingNoteMissing,
    DateUnclear,
    NotThatTicket,
    OnlyAnswersLater,
    ScopeNoteMissing,
    SecretAsked,
    SplitStoryMissing,
    WhoseUnclear,
)


class Words(Protocol):
    """`officer`: a mention, for a reply to our own card alone would put the prompt before nobody:
    see ForceReply.selective."""

    def __call__(self, number: Number, *, officer: Html) -> Html: ...


# What each prompt says, and what stands in the field below it.
ASKED: dict[Purpose, tuple[Words, str]] = {
    **dict.fromkeys(CLOSINGS, (prompts.ask_closing_note, prompts.closing_placeholder())),
    Purpose.INFO: (prompts.ask_what_to_ask, prompts.info_placeholder()),
    Purpose.SCOPE: (prompts.ask_where_to_go, prompts.scope_placeholder()),
    Purpose.DEFER: (prompts.ask_until_when, prompts.date_placeholder()),
    Purpose.MERGE: (prompts.ask_master, prompts.number_placeholder()),
    Purpose.SPLIT: (prompts.ask_second_matter, prompts.split_placeholder()),
    Purpose.LINK: (linking_words.ask_whose, linking_words.whose_placeholder()),
    Purpose.CONFIRMED: (noting.ask_how_confirmed, noting.confirmed_placeholder()),
}
# What a reply to is simply an answer.
ANSWERED = frozenset({Purpose.CARD, Purpose.RELAY, Purpose.OWN_CARD, Purpose.OWN_COPY})
PROMPT_IN_SIGHT = timedelta(minutes=1)
IN_ONE_BREATH = timedelta(minutes=10)


def take(turn: Turn) -> None:
    at_once(turn, turn.button(Take).ticket, actions.take, desk.taken_toast)


def at_once(
    turn: Turn,
    ticket_id: int,
    deed: Callable[[Turn, Ticket], object],
    toast: Callable[[Number], str],
) -> None:
    """What needs nothing but the press."""
    ticket = turn.ticket(ticket_id)
    deed(turn, ticket)
    turn.toast(toast(ticket.number))


def ask_info(turn: Turn) -> None:
    """ "Minta info" asks the officer what to ask; the reply to that goes to the reporter."""
    pressed = turn.button(AskInfo)
    ticket = turn.ticket(pressed.ticket)
    must_be_possible(turn, ticket, Deed.ASK_INFO)
    prompt(turn, ticket, Purpose.INFO)


def resolve(turn: Turn) -> None:
    """ "Selesai" asks for the closing note; only the note closes the ticket."""
    pressed = turn.button(Resolve)
    ticket = turn.ticket(pressed.ticket)
    must_be_possible(turn, ticket, Deed.RESOLVE)
    if prompt(turn, ticket, Purpose.CLOSING):
        _offer_results(turn, ticket, Purpose.CLOSING)


def choose_result(turn: Turn) -> None:
    """Of the closing whose note they were asked for; anybody else is asked for one first."""
    pressed = turn.button(Closing)
    ticket = turn.ticket(pressed.ticket)
    must_be_possible(turn, ticket, Deed.RESOLVE)
    purpose = next((each for each, result in CLOSINGS.items() if result == pressed.result), None)
    if purpose is None:
        raise StaleButton
    if not _asked_again(turn, ticket, purpose):
        _ask(turn, ticket, purpose)
    _offer_results(turn, ticket, purpose)
    turn.toast(desk.result_toast(CLOSINGS[purpose]))


def _asked_again(turn: Turn, ticket: Ticket, purpose: Purpose) -> bool:
    """The prompt that they have already, sent or still to be sent, asks for this now."""
    me, closings = turn.person.id, [*CLOSINGS]
    sent = turn.unit.refs.ask_instead(ticket.id, me, closings, purpose)
    waiting = turn.unit.outbox.ask_instead(ticket.id, me, closings, purpose)
    return sent or waiting


def _offer_results(turn: Turn, ticket: Ticket, purpose: Purpose) -> None:
    if turn.shows_what_was_pressed:
        turn.show_keys(ticket_menu.closing(ticket, purpose))


def confirm_for(turn: Turn) -> None:
    """ "Pelapor setuju" asks how they said so; only that closes the ticket."""
    pressed = turn.button(ConfirmFor)
    ticket = turn.ticket(pressed.ticket)
    if not ticket.is_noted_down:
        raise StaleButton
    must_be_possible(turn, ticket, Deed.CONFIRM)
    prompt(turn, ticket, Purpose.CONFIRMED)


def prompt(turn: Turn, ticket: Ticket, purpose: Purpose) -> bool:
    """Pressed twice, it asks once: until something happens, the first prompt is close by."""
    me = turn.person.id
    happened = turn.unit.events.last_at(ticket)
    since = max(happened, turn.now - PROMPT_IN_SIGHT)
    alike = [*CLOSINGS] if purpose in CLOSINGS else [purpose]
    if turn.unit.outbox.prompted_since(since, ticket_id=ticket.id, purposes=alike, prompted_id=me):
        turn.toast(prompts.asked_already_toast())
        return False
    turn.toast()
    _ask(turn, ticket, purpose)
    return True


def _ask(turn: Turn, ticket: Ticket, purpose: Purpose) -> None:
    me, (words, placeholder) = turn.person, ASKED[purpose]
    turn.say(
        words(ticket.number, officer=mention(me.name, me.id)),
        ticket=ticket,
        purpose=purpose,
        prompted_id=me.id,
        force_reply=placeholder,
    )


def reopen(turn: Turn) -> None:
    at_once(turn, turn.button(Reopen).ticket, actions.reopen, desk.reopened_toast)


def reply(turn: Turn, ref: MessageRef, album: Sequence[File] = (), *, sure: bool = False) -> None:
    """An officer answered the card, something relayed, or a question of ours. `sure`: also where
    a colleague has just answered."""
    try:
        _hear_reply(turn, ref, album, sure=sure)
    except ASKED_AGAIN as refusal:
        _ask_again(turn, ref, refusal)


def _ask_again(turn: Turn, ref: MessageRef, refusal: Refusal) -> None:
    """So that the reply to this counts as one to the card, or to the prompt."""
    purpose = ref.purpose
    prompted = purpose in PROMPTS
    relayed = Purpose.OWN_COPY if turn.incoming.private else Purpose.RELAY
    turn.say(
        refusals.explain(refusal),
        ticket=turn.ticket(ref.ticket_id),
        purpose=purpose if prompted else relayed,
        prompted_id=turn.person.id if prompted else None,
        force_reply=ASKED[purpose][1] if prompted else prompts.answer_placeholder(),
    )


def _hear_reply(turn: Turn, ref: MessageRef, album: Sequence[File], *, sure: bool) -> None:
    turn.must(Deed.REPLY)
    ticket = turn.ticket(ref.ticket_id)
    text = (turn.incoming.text or "").strip()
    sent = album or ([turn.incoming.file] if turn.incoming.file else [])
    said_nothing = not text.strip("/ ")  # a lone "/" is a slip on the way to a command
    if turn.incoming.other is not None or (said_nothing and not sent):
        raise AnswerNeedsText
    commands.refuse(text)
    if text.startswith(NOTE_MARK):
        note = text.removeprefix(NOTE_MARK).strip()
        if not note:
            raise AnswerNeedsText
        not_told = actions.note(turn, ticket, pointing.to_reporter(turn, note))
        turn.say(lines(desk.noted(ticket.number), not_told))
    elif ref.prompted_id is not None and ref.prompted_id != turn.person.id:
        _keep_here(turn, ticket, text, ref.prompted_id)
    elif ref.purpose in AT_DESK:
        AT_DESK[ref.purpose](turn, ticket, text)
    else:
        _to_reporter(turn, ticket, ref, text, sent, sure=sure)


def _to_reporter(
    turn: Turn, ticket: Ticket, ref: MessageRef, text: str, sent: Sequence[File], *, sure: bool
) -> None:
    """As what the prompt asked for, while the ticket is open; else as an answer."""
    if asks_for_secret(text) or asks_in_breath(turn, ticket, text):
        raise SecretAsked
    to_answer = ref.purpose in ANSWERED and not sent and not sure
    if to_answer and held_answers.hold_deed(turn, ticket, ref, text):
        return
    if later.kept(turn, ticket, ref.purpose, text, sent):
        return
    purpose, own = ref.purpose, text
    text = pointing.to_reporter(turn, text)
    if purpose in PROMPTS and _ends(turn, ticket, purpose, own, (text, sent)):
        return
    if not sure and held_answers.hold(turn, ticket, ref, text, sent):
        return
    if purpose is Purpose.INFO:
        actions.ask_info(turn, ticket, text, sent)
        turn.receipt(ticket)
    elif purpose in ANSWERED:
        actions.reply(turn, ticket, text, sent)
        if ticket.is_noted_down:
            turn.say(noting.tell_them_yourself(ticket.number))
        else:
            turn.receipt(ticket)


def _ends(
    turn: Turn,
    ticket: Ticket,
    purpose: Purpose,
    own: str,
    told: tuple[str, Sequence[File]],
) -> bool:
    """Whether the reply to a prompt ended the ticket, or came when it had ended. `own`: without
    what is quoted in it."""
    text, sent = told
    if purpose is Purpose.CONFIRMED and (ticket.status, Deed.CONFIRM) in rules.MOVES:
        if letters(own) < LEAST_NOTE or tells_nothing(own):
            raise ClosingNoteMissing
        actions.confirm_for(turn, ticket, text)
        turn.say(noting.confirmed(ticket.number))
    elif ticket.status in rules.ENDED_STATES:
        actions.reply(turn, ticket, text, sent)
        turn.say(prompts.sent_as_answer(ticket.number))
    elif purpose in CLOSINGS:
        if not tells_enough(own):
            raise ClosingNoteMissing
        actions.resolve(turn, ticket, text, sent, result=CLOSINGS[purpose])
    elif purpose is Purpose.SCOPE:
        if not tells_enough(own):
            raise ScopeNoteMissing
        actions.out_of_scope(turn, ticket, text, sent)
    else:
        return False
    return True


def tells_enough(note: str) -> bool:
    """A sentence, however short: not a mere "ok", nor a single word."""
    words = [word for word in note.split() if letters(word)]
    return letters(note) >= LEAST_NOTE and len(words) >= LEAST_WORDS and not tells_nothing(note)


def _until_when(turn: Turn, ticket: Ticket, text: str) -> None:
    must_be_possible(turn, ticket, Deed.DEFER)
    said = day_said(text, turn.resources.calendar.today(turn.now))
    if said is None:
        raise DateUnclear
    refuse_asking(said.rest)
    deferring.defer(turn, ticket, said.day, said.rest)


def _master(turn: Turn, ticket: Ticket, text: str) -> None:
    must_be_possible(turn, ticket, Deed.MERGE)
    number = ticket_number.number_in(text)
    master = turn.unit.tickets.by_number(number) if number else None
    if master is None or confidential.is_of_abuse(master):
        raise UnknownTicketAtDesk
    merging.merge(turn, ticket, master)


def _second_matter(turn: Turn, ticket: Ticket, text: str) -> None:
    must_be_possible(turn, ticket, Deed.SPLIT)
    if not tells_enough(text):
        raise SplitStoryMissing
    merging.split(turn, ticket, text)


# What the reply to a prompt does that is no word to the reporter.
AT_DESK = {
    Purpose.DEFER: _until_when,
    Purpose.MERGE: _master,
    Purpose.SPLIT: _second_matter,
    Purpose.LINK: linking.offer,
}


def asks_in_breath(turn: Turn, ticket: Ticket, text: str) -> bool:
    """With what the desk wrote to the reporter just before: "passwordnya pak", "tolong kirim"."""
    since = turn.now - IN_ONE_BREATH
    spoken = [turn.unit.events.last(ticket, deed) for deed in (Deed.REPLY, Deed.ASK_INFO)]
    return any(
        asks_in_parts(event.text, text)
        for event in spoken
        if event is not None and event.text and event.at >= since
    )


def _keep_here(turn: Turn, ticket: Ticket, text: str, prompted_id: int) -> None:
    """A colleague's words to somebody else's prompt: perhaps "do not close it yet"."""
    not_told = actions.note(turn, ticket, text)
    officer = turn.unit.people.get(prompted_id)
    assert officer is not None
    kept = prompts.asked_of_another(ticket.number, officer=officer.name)
    turn.say_about(officer, lines(kept, not_told))


def names_ticket(turn: Turn, argument: str) -> bool:
    """Whether it begins with the number of one."""
    number = _first_number(argument)
    return number is not None and turn.unit.tickets.by_number(number) is not None


def by_its_card(turn: Turn, argument: str) -> None:
    """ "/selesai 12 sudah beres": there are no such commands; its card is answered or pressed."""
    number, *words = argument.split(maxsplit=1)
    if words:
        turn.say(desk.by_its_card())
    ticket_page(turn, number)


def _first_number(argument: str) -> Number | None:
    first, *_ = argument.split(maxsplit=1) or [""]
    return ticket_number.alone(first)


def ticket_page(turn: Turn, argument: str) -> None:
    """/tiket nomor: the card comes down here; where it stood, a line says so."""
    turn.must(DeskAct.SEE)
    number = ticket_number.number_in(argument)
    ticket = turn.unit.tickets.by_number(number) if number else None
    if ticket is None or confidential.is_of_abuse(ticket):
        raise UnknownTicketAtDesk
    turn.unit.outbox.release(turn.incoming.chat_id, HoldReason.NO_FILES)
    events = turn.unit.events.history(ticket)
    said, keys = card.for_group(turn, ticket, events), card.group_keys(ticket)
    turn.say(said, keys, ticket=ticket, purpose=Purpose.CARD_BELOW)
    if not ticket.hides_words:
        ticket_history.rest(turn, ticket, events)
