"""/batal: what was being written is thrown away; what was sent stays."""

from __future__ import annotations

from bot.rules.complaint import ReportContent
from bot.rules.dialog import DialogKind, called_off
from bot.words import calling_off as words
from bot.words import clinic as clinic_words
from bot.words import roster as roster_words
from bot.words.html import Html
from handlers.actions import card
from handlers.asker import dialog, erasure, survey
from handlers.buttons import Cancel
from handlers.turn import Turn

MOST_OFFERED = 10  # open tickets that may be withdrawn


def cancel_button(turn: Turn) -> None:
    pressed = turn.button(Cancel)
    said = _thrown_away(turn, dialog.matching(turn, pressed.key).draft)
    dialog.end(turn, DialogKind.COMPLAINT)
    turn.toast()
    turn.edit(said)


def cancel(turn: Turn) -> None:
    """/batal: always works, whatever is under way."""
    if dialog.offered_again(turn) is not None:
        dialog.end(turn, DialogKind.REPLY)  # nothing of theirs
    off = called_off(dialog.open_now(turn))
    if not off:
        _nothing_to_cancel(turn)
    elif off == {DialogKind.OFFICE}:
        dialog.end(turn, DialogKind.OFFICE)
        turn.say(words.office_called_off())
    elif off == {DialogKind.NIP}:
        dialog.end(turn, DialogKind.NIP)
        turn.say(roster_words.stopped())
    elif off == {DialogKind.CLINIC}:
        dialog.end(turn, DialogKind.CLINIC)
        turn.say(clinic_words.stopped())
    elif off == {DialogKind.SURVEY}:
        survey.stop(turn)
    else:
        call_off(turn)


def _nothing_to_cancel(turn: Turn) -> None:
    if erasure.waits(turn):
        erasure.which(turn)
        return
    stay = turn.unit.own_tickets.newest_open(turn.person.id, most=MOST_OFFERED)
    numbers = [ticket.number for ticket in stay]
    turn.say(words.nothing_to_cancel(numbers), card.withdraw_keys(stay))


def call_off(turn: Turn, *, glad: bool = False) -> None:
    """What was being written is thrown away; what was sent stays with the desk. `glad`: because it
    works again."""
    opened, loose = dialog.of(turn), dialog.loose(turn)
    ticket = dialog.replied_to(turn) if opened is None else None
    said = _thrown_away(turn, opened.draft if opened is not None else loose, glad=glad)
    if ticket is not None and loose == ReportContent():
        said = words.reply_ended(ticket.number)
    dialog.end(turn, *called_off(dialog.open_now(turn)))
    turn.say(said)


def _thrown_away(turn: Turn, told: ReportContent, *, glad: bool = False) -> Html:
    numbers = [ticket.number for ticket in turn.own_open_tickets()]
    return words.cancelled(told.story, files=len(told.files), stay=numbers, glad=glad)
