"""/blokir and /buka_blokir: an admin keeps an abuser from the bot, and lets them back in."""

from __future__ import annotations

from bot.rules.limits import MOST_REASON, Why
from bot.rules.privacy.numbers import mask
from bot.rules.purpose import Purpose
from bot.rules.ticket import Number, Role
from bot.words import blocking as words
from bot.words import labels
from bot.words.fit import cut
from bot.words.html import Html, as_text
from handlers.actions import reachability
from handlers.buttons import Block, BlockWhy, Unblock
from handlers.desk import officers
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import ERASED_ID, Person, Ticket

MOST_OFFERED = 5


def block(turn: Turn, argument: str) -> None:
    """As a reply to a card or to what is relayed, by a ticket's number, or by choosing."""
    turn.admin()
    person, reason = _meant(turn, argument)
    if person is not None and person.id == ERASED_ID:
        turn.say(words.erased())
    elif person is None and not argument and turn.incoming.reply_to is None:
        turn.say(*_choices(turn), purpose=Purpose.QUOTES)
    elif person is None:
        turn.say(words.whom())
    elif not _may_be_blocked(turn, person):
        return
    elif reason:
        _block(turn, person, reason)
        turn.say_about(person, *_done(turn, person, reason))
    else:
        turn.say_about(person, words.ask_why(person.name), _reasons(person))


def unblock(turn: Turn, argument: str) -> None:
    turn.admin()
    person, _ = _meant(turn, argument)
    if person is not None and person.id == ERASED_ID:
        turn.say(words.erased())
    elif person is not None:
        turn.say_about(person, _unblock(turn, person))
    elif argument or turn.incoming.reply_to is not None:
        turn.say(words.whom())
    else:
        turn.say(*_choices(turn), purpose=Purpose.QUOTES)


def ask_why(turn: Turn) -> None:
    """Chosen from the list."""
    pressed = turn.button(BlockWhy)
    turn.admin()
    turn.must_show_what_was_pressed()
    person = turn.unit.people.get(pressed.person)
    if person is None:
        turn.toast(words.gone_toast())
    elif _may_be_blocked(turn, person):
        turn.toast()
        said = words.ask_why(person.name)
        turn.edit(said, _reasons(person), purpose=Purpose.QUOTES, about=person)


def give_reason(turn: Turn) -> None:
    pressed = turn.button(Block)
    turn.admin()
    turn.must_show_what_was_pressed()
    person = turn.unit.people.get(pressed.person)
    if person is None or pressed.why not in list(Why):
        turn.toast(words.gone_toast())
    elif _may_be_blocked(turn, person):
        reason = words.REASONS[Why(pressed.why)]
        _block(turn, person, reason)
        turn.toast()
        turn.edit(*_done(turn, person, reason), purpose=Purpose.QUOTES, about=person)


def take_back(turn: Turn) -> None:
    pressed = turn.button(Unblock)
    turn.admin()
    turn.must_show_what_was_pressed()
    person = turn.unit.people.get(pressed.person)
    if person is None:
        turn.toast(words.gone_toast())
        return
    turn.toast()
    turn.edit(_unblock(turn, person), purpose=Purpose.QUOTES, about=person)


def _meant(turn: Turn, argument: str) -> tuple[Person | None, str]:
    """The person, and the rest of what was written: the reason. In a reply to a card it is the
    card's, whatever number the reason begins with."""
    reply_to = turn.incoming.reply_to
    ref = turn.unit.refs.get(turn.incoming.chat_id, reply_to) if reply_to is not None else None
    ticket = turn.unit.tickets.get(ref.ticket_id) if ref else None
    if ticket is not None:
        return _reporter(turn, ticket), _short(argument)
    first, *rest = argument.split(None, 1) or [""]
    number = Number.parse(first) if any(sign.isdigit() for sign in first) else None
    if number is None:
        return officers.answered(turn), _short(argument)
    ticket = turn.unit.tickets.by_number(number)
    return _reporter(turn, ticket), _short("".join(rest))


def _reporter(turn: Turn, ticket: Ticket | None) -> Person | None:
    """None where it is somebody who never wrote to the bot."""
    if ticket is None or ticket.is_noted_down:
        return None
    return turn.unit.people.get(ticket.reporter_id)


def _short(reason: str) -> str:
    return cut(" ".join(mask(reason).split()), MOST_REASON)


def _may_be_blocked(turn: Turn, person: Person) -> bool:
    """False, and said, where not."""
    if person.role is not Role.ASKER:
        _say(turn, person, words.officer_stays(person.name))
    elif person.blocked_at is not None:
        _say(turn, person, words.blocked_already(person.name))
    else:
        return True
    return False


def _say(turn: Turn, person: Person, said: Html) -> None:
    if turn.incoming.callback_id is None:
        turn.say_about(person, said)
    else:
        turn.toast(as_text(said), alert=True)


def _block(turn: Turn, person: Person, reason: str) -> None:
    turn.unit.blocks.add(person, by=turn.person.id, reason=reason, now=turn.now)
    reachability.show_block(turn, person)


def _unblock(turn: Turn, person: Person) -> Html:
    if person.blocked_at is None:
        return words.not_blocked(person.name)
    turn.unit.blocks.lift(person, by=turn.person.id, now=turn.now)
    reachability.show_block(turn, person)
    return words.unblocked(person.name, by=turn.person.name)


def _done(turn: Turn, person: Person, reason: str) -> tuple[Html, Keyboard]:
    said = words.blocked(person.name, reason=reason, by=turn.person.name)
    return said, ((Key(labels.unblock(person.name), Unblock(person.id)),),)


def _choices(turn: Turn) -> tuple[Html, Keyboard]:
    """Those who are blocked, to be let in again, and who wrote most of late."""
    blocked = turn.unit.blocks.now()
    back = [(Key(labels.unblock(each.name), Unblock(each.person_id)),) for each in blocked]
    busy = [
        (Key(labels.block(person.name), BlockWhy(person.id)),)
        for person in turn.unit.blocks.busiest(MOST_OFFERED)
    ]
    rows = [(each.name, each.reason, each.at) for each in blocked]
    return words.choose_whom(rows, zone=turn.resources.zone), (*back, *busy)


def _reasons(person: Person) -> Keyboard:
    return tuple((Key(said, Block(person.id, why.value)),) for why, said in words.REASONS.items())
