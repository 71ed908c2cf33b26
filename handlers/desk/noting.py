"""/catat: somebody came, called or wrote elsewhere; in the group, or alone with the bot."""

from __future__ import annotations

from dataclasses import replace

from bot.errors import StaleButton, UnknownTicketAtDesk
from bot.rules.complaint import File
from bot.rules.dialog import DialogKind
from bot.rules.noting import NotedReport
from bot.rules.purpose import Purpose
from bot.rules.ticket import Channel, Number
from bot.words import labels
from bot.words import noting as words
from bot.words.html import Html
from faq.text.said.noted_report import noted, said_to_be_of
from handlers.actions import confidential, linking, office_names
from handlers.actions import ticket as actions
from handlers.buttons import NoteChannel
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage import drafts
from storage.tables import Ticket

ASKED = tuple(channel for channel in Channel if channel is not Channel.TELEGRAM)


def note(turn: Turn, argument: str) -> None:
    """An edit of the same message is the same note: a mistyped one may be put right by it."""
    known_before = said_to_be_of(argument)
    if known_before is not None:
        _link(turn, *known_before)
        return
    key = f"note:{turn.incoming.chat_id}:{turn.incoming.message_id}"
    known = turn.unit.tickets.by_key(key)
    read = _by_todays_name(turn, noted(argument))
    if known is not None:
        _say(turn, known, words.noted_already(known.number))
    elif read.missing is not None:
        turn.say(words.how_to(read.missing))
    elif read.channel is None:
        _ask_channel(turn, read, key)
    else:
        _file(turn, read, read.channel, key, turn.incoming.file)


def _by_todays_name(turn: Turn, read: NotedReport) -> NotedReport:
    if read.office is None:
        return read
    return replace(read, office=office_names.spelled(turn.resources, read.office))


def _link(turn: Turn, number: Number, whose: str) -> None:
    """Noted down before: whose it is on Telegram."""
    ticket = turn.unit.tickets.by_number(number)
    if ticket is None or confidential.is_of_abuse(ticket):
        raise UnknownTicketAtDesk
    linking.offer(turn, ticket, whose)


def _ask_channel(turn: Turn, read: NotedReport, key: str) -> None:
    """Kept for whoever noted it, until the button is pressed."""
    draft = drafts.write_note(read, turn.incoming.file)
    turn.unit.dialogs.begin(turn.person.id, DialogKind.NOTING, now=turn.now, key=key, draft=draft)
    me = turn.person.id
    keys = [Key(labels.CHANNELS[each], NoteChannel(me, each.value)) for each in ASKED]
    rows: Keyboard = tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2))
    said = words.which_channel(name=read.name, office=read.office, story=read.story)
    turn.say(said, rows, quotes=True)


def choose_channel(turn: Turn) -> None:
    pressed = turn.button(NoteChannel)
    officer = turn.person
    row = turn.unit.dialogs.open(officer.id, now=turn.now).get(DialogKind.NOTING)
    if row is None or officer.id != pressed.officer or pressed.channel not in set(ASKED):
        raise StaleButton
    try:
        read, sent = drafts.read_note(row.draft)
    except drafts.Unreadable:
        raise StaleButton from None
    turn.unit.dialogs.end(officer.id, DialogKind.NOTING)
    turn.toast()
    channel = Channel(pressed.channel)
    turn.edit(words.came_by(channel))  # without their words: it belongs to no ticket
    ticket = _file(turn, read, channel, row.key or "", sent)
    asked = turn.incoming.chat_id, turn.incoming.message_id
    turn.unit.outbox.belongs(*asked, ticket_id=ticket.id)


def _file(turn: Turn, read: NotedReport, channel: Channel, key: str, sent: File | None) -> Ticket:
    ticket = actions.note_down(turn, read, channel, key, [sent] if sent else [])
    said = words.noted(
        ticket.number,
        channel=ticket.channel,
        lapor_number=ticket.lapor_number,
        name=read.name,
        office=read.office,
        kind=ticket.kind,
        category=ticket.category,
    )
    _say(turn, ticket, said)
    return ticket


def _say(turn: Turn, ticket: Ticket, said: Html) -> None:
    """Only in the group is a reply to it one about the ticket."""
    purpose = Purpose.NOTED if turn.incoming.private else Purpose.RELAY
    turn.say(said, ticket=ticket, purpose=purpose)
