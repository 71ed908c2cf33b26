"""What became of sendings, written down in one transaction, with its consequences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import zip_longest

from bot.rules.purpose import ANSWERED, KEPT_AS, OF_THE_DESK, Purpose, Subject
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.outgoing import (
    TOO_LATE,
    CardGone,
    Leaner,
    Migrated,
    NoFilesHere,
    NotRendered,
    OutgoingCall,
    Refused,
    SendPlain,
    SendResult,
    Sent,
    Unreachable,
    Wait,
)
from bot.wire.ports import Ended
from bot.wire.trace import trace
from bot.words import desk, undelivered
from bot.words.html import Html, as_text
from handlers.actions import (
    announcing,
    board,
    card,
    confidential,
    erasure,
    files,
    making,
    reachability,
)
from handlers.context import Context, in_reply_to
from handlers.desk import group
from handlers.resources import Resources
from handlers.turn import REACT
from storage.engine import Database
from storage.tables import HoldReason, Person, Ticket

# Calls that change nothing a person waits for; refused, they are only buried.
QUIET = {
    "answerCallbackQuery",
    "answerGuestQuery",
    "deleteMessages",
    "deleteMyCommands",
    "editMessageMedia",
    "editMessageText",
    "editMessageReplyMarkup",
    "setMyCommands",
}
GROUP_AWAY = timedelta(minutes=5)  # the bot was removed from a group: someone will add it again


Log = list[tuple[Action, OutgoingCall, SendResult]]


def record_results(
    database: Database, resources: Resources, ended: Sequence[Ended], now: datetime
) -> None:
    """What could not be written down together, one by one: who fails keeps nobody else back."""
    # Undone by a power cut, it only says again what was said: not worth waiting for the disk.
    with database.unit(flushed=False) as unit:
        context = Context(unit, resources, now)
        log = [line for one in ended for line in _guarded(context, *one)]
    tell(log)


def _guarded(context: Context, call: OutgoingCall, result: SendResult) -> Log:
    """Where what follows from it fails, by a fault of ours, it is over all the same: kept as under
    way, it would hold its place and its chat for good."""
    try:
        with context.unit.savepoint():
            return write_down(context, [(call, result)])
    except Exception as error:  # noqa: BLE001 - told in the log, and in the row where it was not sent
        fault = Refused(trace(error), ours=True)
    if isinstance(result, Sent):
        context.unit.outbox.all_sent([call], context.now)
    else:
        context.unit.outbox.bury(call, error=fault.reason)
    return [(Action.OUTBOX_FAILED, call, fault)]


def write_down(context: Context, ended: Sequence[Ended]) -> Log:
    """What became of sendings; the lines to `tell` once it is committed."""
    log: Log = []
    plain = []
    for call, result in ended:
        if isinstance(result, Sent) and context.now - call.created_at >= GROUP_AWAY:
            reachability.found(context, call.chat_id)
        if isinstance(result, Sent) and _is_plain(call):
            plain.append(call)
            log.append((Action.MESSAGE_SENT, call, result))
        elif action := board.refused(context, call, result):
            log.append((action, call, result))
        else:
            log.append((_record(context, call, result), call, result))
    if plain:
        context.unit.outbox.all_sent(plain, context.now)
    announcing.record_ended(context, ended)
    return log


def _is_plain(call: OutgoingCall) -> bool:
    """Whether nobody asks where it stands, and nothing can have rewritten it."""
    return call.purpose is None and call.coalesce is None and not call.quotes


def tell(log: Log) -> None:
    """Only now, for what is undone has not happened."""
    for action, call, result in log:
        _log(action, call, result)


def _log(action: Action, call: OutgoingCall, result: SendResult) -> None:
    record(
        action,
        message=call.id,
        method=call.method,
        chat=call.chat_id,
        purpose=call.purpose,
        ticket=call.ticket_id,
        attempt=call.attempts + 1 if call.attempts else None,
        reason=getattr(result, "reason", None),
        retry_s=getattr(result, "seconds", None),
    )


def _record(context: Context, call: OutgoingCall, result: SendResult) -> Action:
    """Writes it down; what is to be told of it in the log."""
    outbox = context.unit.outbox
    match result:
        case Sent():
            _sent(context, call, result)
            return Action.MESSAGE_SENT
        case Wait():
            at = context.now + timedelta(seconds=result.seconds)
            outbox.retry(call, at=at, error=result.reason, counts=result.counts)
            return Action.MESSAGE_DELAYED
        case Migrated():
            group.move(context, call.chat_id, result.new_chat_id)
            outbox.redirect(call, result.new_chat_id)
            return Action.MESSAGE_DELAYED
        case Unreachable():
            return _unreachable(context, call, result)
        case CardGone() if call.purpose is Purpose.CARD and call.ticket_id is not None:
            context.unit.tickets.place_card(call.ticket_id, chat_id=call.chat_id, message_id=None)
            return Action.CARD_GONE
        case Leaner() | SendPlain() if (left := _simpler(call, result)) is not None:
            outbox.rewrite(call, left, error="markup refused")
            return Action.MARKUP_REFUSED
        case NoFilesHere() | NotRendered() | Refused() if call.renderings and _is_sent(call):
            outbox.without_files(call, str(call.params.get("caption", "")), error=result.reason)
            return Action.WITHOUT_FILES
        case NoFilesHere():
            _no_files(context, call, result.reason)
            return Action.FILES_REFUSED
        case Refused():
            return _refused(context, call, result)
        case _:
            return _refused(context, call, Refused(type(result).__name__))


def _is_sent(call: OutgoingCall) -> bool:
    """And not only put in the place of something else."""
    return call.method.startswith("send")


def _sent(context: Context, call: OutgoingCall, result: Sent) -> None:
    first = result.message_ids[0] if result.message_ids else None
    if call.ticket_id is not None and call.purpose is not None:
        is_card = call.purpose in {Purpose.CARD, Purpose.CARD_BELOW}
        ticket = context.unit.tickets.get(call.ticket_id) if is_card else None
        if ticket is not None and first is not None:
            card.sent(context, ticket, call.chat_id, first)
        purpose = KEPT_AS.get(call.purpose, call.purpose)
        for message_id, kind in zip_longest(result.message_ids, files.kinds(call)):
            if message_id is None:
                continue
            context.unit.refs.put(
                call.chat_id,
                message_id,
                ticket_id=call.ticket_id,
                purpose=purpose,
                prompted_id=call.prompted_id,
                file=kind,
            )
    if first is not None:
        _stands(context, call, first)
    context.unit.outbox.sent(call, message_id=first, now=context.now)


def _stands(context: Context, call: OutgoingCall, message_id: int) -> None:
    """Where it was sent to is kept by what it stands for: from now on it is edited there, and a
    reply to it is known."""
    unit, chat_id, subject = context.unit, call.chat_id, call.subject
    if subject is not None and subject.purpose in ANSWERED:
        unit.subject_refs.put(chat_id, message_id, subject)
    match subject:
        case Subject(Purpose.BOARD):
            board.sent(context, call, message_id)
        case Subject(Purpose.PROGRESS, int(number)):
            making.stands(context, number, message_id)
        case Subject(Purpose.INCIDENT, int(number)):
            unit.incidents.place_card(number, chat_id=chat_id, message_id=message_id)
        case Subject(Purpose.NEWS, int(number)):
            unit.announcements.place_card(number, chat_id=chat_id, message_id=message_id)
        case Subject(Purpose.ERASURE, int(number)):
            unit.erasures.place_card(number, chat_id=chat_id, message_id=message_id)


def _unreachable(context: Context, call: OutgoingCall, result: Unreachable) -> Action:
    """A person who blocked us is noted; a group that threw us out keeps its messages waiting."""
    reachability.not_found(context, call.chat_id)
    alone = call.purpose is Purpose.ALONE and call.chat_id > 0
    if alone and context.desk_chat is not None:
        context.unit.outbox.redirect(call, context.desk_chat)
        _is_gone(context, call.chat_id)
        return Action.PERSON_UNREACHABLE
    if call.chat_id < 0:
        context.unit.outbox.retry(
            call, at=context.now + GROUP_AWAY, error=result.reason, counts=False
        )
        return Action.GROUP_UNREACHABLE
    if reachability.is_kept_for(context, call):
        context.unit.outbox.hold(call, HoldReason.UNREACHABLE, error=result.reason)
    else:
        context.unit.outbox.bury(call, error=result.reason)
    person = _is_gone(context, call.chat_id)
    if person is not None and call.purpose in OF_THE_DESK:
        reachability.desk_waits_for(context, person)
    elif person is not None and call.purpose in reachability.ASKED_FOR:
        reachability.say_what_waits(context, person, call)
    return Action.PERSON_UNREACHABLE


def _is_gone(context: Context, person_id: int) -> Person | None:
    person = context.unit.people.get(person_id)
    if person is not None:
        reachability.lost(context, person)
    return person


def _refused(context: Context, call: OutgoingCall, result: Refused) -> Action:
    context.unit.outbox.bury(call, error=result.reason)
    if call.method == "deleteMessages":
        erasure.edit_instead(context, call)
    if not result.ours and (result.reason == TOO_LATE or call.method in QUIET):
        return Action.MESSAGE_DROPPED
    ticket = _ticket(context, call)
    if call.method in QUIET:
        return Action.MESSAGE_REFUSED
    if call.method == REACT:
        _receipt_in_words(context, call, ticket)
        return Action.MESSAGE_REFUSED
    if ticket is None or call.purpose is Purpose.CARD:
        reachability.gave_up(context, call, ticket)
        return Action.MESSAGE_REFUSED
    if call.method == files.ALBUM:  # one broken file makes Telegram refuse them all
        files.one_by_one(context, ticket, call)
    elif call.purpose in OF_THE_DESK and call.chat_id > 0:
        _kept_from_officer(context, call, ticket)
    elif call.chat_id > 0:
        card.under_card(context, ticket, undelivered.undeliverable(ticket.number))
    elif call.method in files.METHODS.values():
        card.under_card(context, ticket, undelivered.file_lost(ticket.number))
    return Action.MESSAGE_REFUSED


def _kept_from_officer(context: Context, call: OutgoingCall, ticket: Ticket) -> None:
    """No group hears of abuse, whatever became of it."""
    if not confidential.is_of_abuse(ticket):
        reachability.gave_up(context, call, ticket)


def _receipt_in_words(context: Context, call: OutgoingCall, ticket: Ticket | None) -> None:
    """Reactions may be off in a group, or unknown to its server."""
    answered = call.params["message_id"]
    if ticket is not None and isinstance(answered, int):
        context.tell(call.chat_id, desk.passed(ticket.number), extra=in_reply_to(answered))


def _no_files(context: Context, call: OutgoingCall, reason: str) -> None:
    """Files wait for a better day, aside: what else the group is to hear must not."""
    context.unit.outbox.hold(call, HoldReason.NO_FILES, error=reason)
    ticket = _ticket(context, call)
    if ticket is not None:
        card.under_card(context, ticket, undelivered.no_files_here(ticket.number))


def _ticket(context: Context, call: OutgoingCall) -> Ticket | None:
    return None if call.ticket_id is None else context.unit.tickets.get(call.ticket_id)


def _simpler(call: OutgoingCall, result: Leaner | SendPlain) -> dict[str, object] | None:
    """Without what was refused; None where nothing of it can be left out."""
    if isinstance(result, Leaner):
        return {name: said for name, said in result.params.items() if name != "chat_id"}
    return _plain(call) if "parse_mode" in call.params else None


def _plain(call: OutgoingCall) -> dict[str, object]:
    left_out = {"parse_mode", "chat_id"}
    params = {name: value for name, value in call.params.items() if name not in left_out}
    for name in ("text", "caption"):
        if name in params:
            params[name] = as_text(Html(str(params[name])))
    return params
