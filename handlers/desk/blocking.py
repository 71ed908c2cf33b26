"""/blokir and /buka_blokir: an admin keeps an abuser from the bot, and lets them back in."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rules.limits import MOST_REASON, BlockReason
from bot.rules.privacy.numbers import mask
from bot.rules.rights import is_staff
from bot.words import blocking as words
from bot.words import labels
from bot.words.fit import cut
from bot.words.html import Html, as_text
from faq.text.said import ticket_number
from handlers.actions import confidential, reachability
from handlers.buttons import Block, BlockWhy, Unblock
from handlers.desk import officers
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import ERASED_ID, Person, Ticket

MOST_OFFERED = 5


@dataclass(frozen=True)
class BlockTarget:
    """Somebody, as the desk may call them; and the rest of what was written: the reason."""

    person: Person
    called: str
    reason: str
    ticket_id: int | None = None
    """Of an anonymous report, by which alone the desk knows them."""


def block(turn: Turn, argument: str) -> None:
    """As a reply to a card or to what is relayed, by a ticket's number, or by choosing."""
    meant = _meant(turn, argument)
    if meant is None and not argument and turn.incoming.reply_to is None:
        turn.say(*_choices(turn), quotes=True)
    elif meant is None:
        turn.say(words.whom())
    elif meant.person.id == ERASED_ID:
        turn.say(words.erased())
    elif not _may_be_blocked(turn, meant.person, meant.called):
        return
    elif meant.reason:
        _block(turn, meant)
        turn.say_about(meant.person, *_done(turn, meant))
    elif meant.ticket_id is not None:
        turn.say(words.why_in_words(meant.called))
    else:
        turn.say_about(meant.person, words.ask_why(meant.called), _reasons(meant.person))


def unblock(turn: Turn, argument: str) -> None:
    meant = _meant(turn, argument)
    if meant is not None and meant.person.id == ERASED_ID:
        turn.say(words.erased())
    elif meant is not None:
        turn.say_about(meant.person, _unblock(turn, meant.person))
    elif argument or turn.incoming.reply_to is not None:
        turn.say(words.whom())
    else:
        turn.say(*_choices(turn), quotes=True)


def ask_why(turn: Turn) -> None:
    """Chosen from the list."""
    pressed = turn.button(BlockWhy)
    turn.must_show_what_was_pressed()
    person = turn.unit.people.get(pressed.person)
    if person is None:
        turn.toast(words.gone_toast())
    elif _may_be_blocked(turn, person, person.name):
        turn.toast()
        said = words.ask_why(person.name)
        turn.edit(said, _reasons(person), quotes=True, about=person)


def give_reason(turn: Turn) -> None:
    pressed = turn.button(Block)
    turn.must_show_what_was_pressed()
    person = turn.unit.people.get(pressed.person)
    if person is None or pressed.why not in list(BlockReason):
        turn.toast(words.gone_toast())
    elif _may_be_blocked(turn, person, person.name):
        reason = words.REASONS[BlockReason(pressed.why)]
        meant = BlockTarget(person, person.name, reason)
        _block(turn, meant)
        turn.toast()
        turn.edit(*_done(turn, meant), quotes=True, about=person)


def take_back(turn: Turn) -> None:
    pressed = turn.button(Unblock)
    turn.must_show_what_was_pressed()
    person = turn.unit.people.get(pressed.person)
    if person is None:
        turn.toast(words.gone_toast())
        return
    turn.toast()
    turn.edit(_unblock(turn, person), quotes=True, about=person)


def _meant(turn: Turn, argument: str) -> BlockTarget | None:
    """In a reply to a card it is the card's reporter, whatever number the reason begins with."""
    reply_to = turn.incoming.reply_to
    ref = turn.unit.refs.get(turn.incoming.chat_id, reply_to) if reply_to is not None else None
    ticket = turn.unit.tickets.get(ref.ticket_id) if ref else None
    if ticket is not None:
        return _reporter(turn, ticket, _short(argument))
    first, *rest = argument.split(None, 1) or [""]
    number = ticket_number.number_in(first) if any(sign.isdigit() for sign in first) else None
    if number is None:
        person = officers.answered(turn)
        return None if person is None else BlockTarget(person, person.name, _short(argument))
    ticket = turn.unit.tickets.by_number(number)
    return None if ticket is None else _reporter(turn, ticket, _short("".join(rest)))


def _reporter(turn: Turn, ticket: Ticket, reason: str) -> BlockTarget | None:
    """Of what no group hears of, nobody; nor somebody who never wrote to the bot, nor of an
    anonymous report whoever was erased."""
    person = turn.unit.people.get(ticket.reporter_id)
    if person is None or ticket.is_noted_down or confidential.is_of_abuse(ticket):
        return None
    if ticket.visibility.hides_who:
        if ticket.is_erased:
            return None
        return BlockTarget(person, words.by_number(ticket.number), reason, ticket.id)
    return BlockTarget(person, person.name, reason)


def _called(turn: Turn, person: Person) -> str:
    """Somebody blocked, as the desk knows them."""
    blocked = turn.unit.blocks.of(person.id)
    ticket = blocked.ticket if blocked else None
    return person.name if ticket is None else words.by_number(ticket)


def _short(reason: str) -> str:
    return cut(" ".join(mask(reason).split()), MOST_REASON)


def _may_be_blocked(turn: Turn, person: Person, called: str) -> bool:
    """False, and said, where not."""
    if is_staff(person.role):
        _say(turn, person, words.officer_stays(called))
    elif person.blocked_at is not None:
        _say(turn, person, words.blocked_already(called))
    else:
        return True
    return False


def _say(turn: Turn, person: Person, said: Html) -> None:
    if turn.incoming.callback_id is None:
        turn.say_about(person, said)
    else:
        turn.toast(as_text(said), alert=True)


def _block(turn: Turn, meant: BlockTarget) -> None:
    turn.unit.blocks.add(
        meant.person,
        by=turn.person.id,
        reason=meant.reason,
        now=turn.now,
        ticket_id=meant.ticket_id,
    )
    reachability.show_block(turn, meant.person)


def _unblock(turn: Turn, person: Person) -> Html:
    called = _called(turn, person)
    if person.blocked_at is None:
        return words.not_blocked(called)
    turn.unit.blocks.lift(person, by=turn.person.id, now=turn.now)
    reachability.show_block(turn, person)
    return words.unblocked(called, by=turn.person.name)


def _done(turn: Turn, meant: BlockTarget) -> tuple[Html, Keyboard]:
    said = words.blocked(meant.called, reason=meant.reason, by=turn.person.name)
    return said, ((Key(labels.unblock(meant.called), Unblock(meant.person.id)),),)


def _choices(turn: Turn) -> tuple[Html, Keyboard]:
    """Those who are blocked, to be let in again, and who wrote most of late."""
    blocked = turn.unit.blocks.now()
    names = [words.by_number(each.ticket) if each.ticket else each.name for each in blocked]
    back = [
        (Key(labels.unblock(name), Unblock(each.person_id)),)
        for name, each in zip(names, blocked, strict=True)
    ]
    busy = [
        (Key(labels.block(person.name), BlockWhy(person.id)),)
        for person in turn.unit.blocks.busiest(MOST_OFFERED)
    ]
    rows = [(name, each.reason, each.at) for name, each in zip(names, blocked, strict=True)]
    return words.choose_whom(rows, zone=turn.resources.zone), (*back, *busy)


def _reasons(person: Person) -> Keyboard:
    return tuple((Key(said, Block(person.id, why.value)),) for why, said in words.REASONS.items())
