"""/hapus_data: the wish to be forgotten. It is no ticket: it has a deadline of its own in law, and
would spoil the figures of what the desk is there for."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.dialog import DialogKind
from bot.rules.privacy.retention import MOST_A_DAY
from bot.words import labels
from bot.words import privacy as words
from faq.text.said.taking_back import TakenBack, names_own_data, taken_back
from handlers.actions import card
from handlers.actions import erasure as actions
from handlers.asker import dialog
from handlers.buttons import EraseMe, KeepMe, parse
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import ErasureRow, ErasureStatus

DAY = timedelta(days=1)
JUST_NOW = timedelta(hours=1)  # so long a bare "batal" is about it
UNASKED = {DialogKind.REPLY, DialogKind.LOOSE, DialogKind.NOTING}  # they want no answer of ours
CALL_OFF = ((Key(labels.KEEP_ME, KeepMe()),),)


def explain(turn: Turn) -> None:
    """What goes and what stays, before anything is asked for."""
    if not _may_ask(turn):
        return
    privacy = turn.resources.privacy
    said = words.ask_erasure(
        open_tickets=turn.unit.own_tickets.open_numbers(turn.person.id),
        erase_within=privacy.erase_within,
        backup_days=turn.resources.backups_kept,
    )
    turn.say(said, ((Key(labels.ERASE, EraseMe()),),))


def ask(turn: Turn) -> None:
    turn.toast()
    if not _may_ask(turn):
        return
    due = turn.resources.privacy.erase_by(turn.now)
    row = turn.unit.erasures.ask(turn.person.id, now=turn.now, due=due)
    actions.post(turn, row, turn.person)
    turn.say(words.erasure_noted(due=due, zone=turn.resources.zone), CALL_OFF)


def heard(turn: Turn, text: str) -> bool:
    """ "Jangan dihapus, saya berubah pikiran": cancelled at once, or asked about where the words
    may mean something else. False where they go on to whatever else they are about."""
    meant = taken_back(text)
    row = None if meant is None else turn.unit.erasures.of(turn.person.id)
    if row is None:
        return meant is TakenBack.NAMED and _takes_back_nothing(turn, text)
    if meant is TakenBack.NAMED or (meant is TakenBack.BARE and _to_its_button(turn)):
        _call_off(turn)
        return True
    if row.status is not ErasureStatus.OPEN:
        return False
    if meant in {TakenBack.ASKED, TakenBack.PERHAPS}:
        turn.say(words.erasure_perhaps_taken_back(), CALL_OFF)
        return meant is TakenBack.ASKED
    if not dialog.open_now(turn).keys() <= UNASKED:
        return False
    if _is_all_there_is(turn, row):
        _call_off(turn)
    else:
        which(turn)
    return True


def _takes_back_nothing(turn: Turn, text: str) -> bool:
    named = names_own_data(text)
    if named:
        turn.say(words.erasure_cancelled_before())
    return named


def _to_its_button(turn: Turn) -> bool:
    whose, data = turn.incoming.reply_to_button or ("", "")
    return whose == turn.resources.username and isinstance(parse(data), KeepMe)


def _is_all_there_is(turn: Turn, row: ErasureRow) -> bool:
    """It was asked for just now, and neither is a report open nor was the book asked since."""
    if turn.now - row.asked_at > JUST_NOW or turn.unit.own_tickets.open_numbers(turn.person.id):
        return False
    return turn.unit.questions.newest(turn.person.id, since=row.asked_at) is None


def which(turn: Turn) -> None:
    """The request, or one of the reports that are open."""
    still_open = turn.own_open_tickets()
    numbers = [ticket.number for ticket in still_open]
    turn.say(words.erasure_or_report(numbers), (*CALL_OFF, *card.withdraw_keys(still_open)))


def waits(turn: Turn) -> bool:
    """Whether somebody's request may still be called off."""
    row = turn.unit.erasures.of(turn.person.id)
    return row is not None and row.status is ErasureStatus.OPEN


def call_off(turn: Turn) -> None:
    turn.toast()
    _call_off(turn)


def _call_off(turn: Turn) -> None:
    row = turn.unit.erasures.of(turn.person.id)
    if row is None or not turn.unit.erasures.cancel(row):
        turn.say(words.erasure_under_way() if row else words.erasure_cancelled_before())
        return
    actions.redraw(turn, row, words.erasure_withdrawn(request=row.id))
    turn.say(words.erasure_cancelled())


def _may_ask(turn: Turn) -> bool:
    """Or else it is said why not; pressed again and again, there is one request."""
    under_way = turn.unit.erasures.of(turn.person.id)
    if under_way is not None:
        _tell(turn, under_way)
    elif turn.is_officer:
        turn.say(words.erasure_not_for_officers())
    elif turn.unit.erasures.asked_since(turn.person.id, turn.now - DAY) >= MOST_A_DAY:
        turn.say(words.erasure_too_often())
    else:
        return True
    return False


def _tell(turn: Turn, row: ErasureRow) -> None:
    if row.status is ErasureStatus.CONFIRMED:
        turn.say(words.erasure_under_way())
        return
    zone = turn.resources.zone
    said = words.erasure_noted_before(asked=row.asked_at, due=row.due_at, zone=zone)
    turn.say(said, CALL_OFF)
