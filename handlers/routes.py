"""Which update goes to which function. Order matters: the first row that fits serves.

Buttons have their own table: presses.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.errors import Refusal
from handlers import buttons as b
from handlers import needs, offers, presses
from handlers.actions import reachability
from handlers.asker import (
    calling_off,
    clinic,
    complaint,
    erasure,
    guest,
    manual,
    my_data,
    own_tickets,
    private_message,
    profile,
    shut_out,
    start,
    survey,
)
from handlers.desk import (
    album,
    announcements,
    blocking,
    commands,
    confidential,
    digest,
    edited_reply,
    faq,
    figures,
    following,
    group,
    group_question,
    merge_command,
    noting,
    officers,
    planned_news,
    queue,
    search,
    spoken_command,
    subject_reply,
    templates,
    twin,
)
from handlers.desk import clinic as clinic_desk
from handlers.desk import incident as desk_incident
from handlers.desk import survey as survey_desk
from handlers.desk import ticket_card as desk
from handlers.desk.subject_reply import PUT_RIGHT, WRITTEN_ALONE
from handlers.discretion import caution
from handlers.incoming import Incoming
from handlers.presses import Handler
from handlers.turn import Turn, refuse_nobody
from storage.tables import MessageRef

WithArgument = Callable[[Turn, str], None]

PRIVATE: dict[str, Handler] = {
    "bantuan": start.help_page,
    "help": start.help_page,
    "manual": manual.manual,
    "profil": profile.show,
    "jadwal": clinic.schedule,
    "data_saya": my_data.ask,
    "hapus_data": erasure.explain,
    "batal": calling_off.cancel,
}
PRIVATE_WITH_ARGUMENT: dict[str, WithArgument] = {
    "start": start.start,
    "lapor": complaint.command,
    "tiket": own_tickets.tickets,
    "survei": survey.command,
}
# Of officers, alone with the bot; to anybody else they are no commands.
PRIVATE_OF_OFFICERS: dict[str, WithArgument] = {"catat": noting.note}
DESK: dict[str, Handler] = {"faq": faq.faq}
DESK_WITH_ARGUMENT: dict[str, WithArgument] = {
    "laporan": figures.show,
    "antrian": queue.queue,
    "cari": search.search,
    "jawaban": templates.command,
    "gangguan": desk_incident.command,
    "tiket": desk.ticket_page,
    "gabung": merge_command.merge,
    "ringkasan": digest.digest,
    "catat": noting.note,
    "petugas": officers.officers,
    "ikuti": following.command,
    "blokir": blocking.block,
    "buka_blokir": blocking.unblock,
    "clinic": clinic_desk.clinic,
    "survei": survey_desk.command,
    "umumkan": announcements.command,
    "pengingat": planned_news.command,
}
ALONE: dict[str, Handler] = {"antrian": confidential.waiting}  # another thing than in the group
HELP = {"bantuan", "help"}
PRIVATE_ONLY = (PRIVATE.keys() | {"lapor"}) - HELP - DESK.keys()
# What is sent above it is part of it.
WITH_FILE = {"lapor", "umumkan", "pengingat", *PRIVATE_OF_OFFICERS}
COMMANDS = {"id", *PRIVATE, *PRIVATE_WITH_ARGUMENT, *DESK, *DESK_WITH_ARGUMENT}


def dispatch(turn: Turn) -> None:
    incoming = turn.incoming
    if incoming.kind == "guest":
        if not shut_out.turned_away_as_guest(turn):
            guest.answer(turn)
    elif incoming.moved_to is not None or incoming.moved_from is not None:
        group.moved(turn)
    elif incoming.kind == "member":
        membership = private_membership if incoming.private else group.joined
        membership(turn)
    elif incoming.kind == "left":
        group.left(turn)
    elif shut_out.turned_away(turn):
        return
    elif incoming.kind == "press":
        presses.press(turn)
        if incoming.private:
            offers.remember(turn)
    elif incoming.private:
        private(turn)
        offers.remember(turn)
    else:
        in_group(turn)


def wanted(incoming: Incoming, username: str) -> str:
    """What an update asks for, in words of ours alone: `press:take`, `command:tiket`, `edited`."""
    if incoming.kind == "press":
        pressed = b.parse(incoming.data or "")
        return f"press:{pressed.tag if pressed else 'unknown'}"
    command = incoming.command(username)
    known = command is not None and command[0] in COMMANDS | PRIVATE_ONLY
    return f"command:{command[0]}" if command and known else incoming.kind


def private_membership(turn: Turn) -> None:
    """Telegram tells when somebody blocks the bot, and when they let it back in."""
    if turn.incoming.membership == "kicked":
        reachability.lost(turn, turn.person)
    else:
        reachability.regained(turn, turn.person)


def private(turn: Turn) -> None:
    reachability.regained(turn, turn.person)
    turn.puzzled_before = turn.person.puzzled_at
    if turn.puzzled_before is not None:  # what is set is looked through again at the end
        turn.person.puzzled_at = None
    caution(turn)
    command = turn.incoming.command(turn.resources.username)
    ref = confidential.answered(turn) if turn.incoming.reply_to is not None else None
    if ref is not None and (command is None or _only_looks_like_one(*command)):
        _to_the_desk(turn, ref)
    elif turn.incoming.kind == "edited" and announcements.edited(turn):
        return
    elif turn.incoming.kind == "edited":
        _edited(turn, *(command or ("", "")))
    elif command is None and turn.is_officer and subject_reply.heard(turn, purposes=WRITTEN_ALONE):
        return
    elif command is None and announcements.is_rest_of_album(turn):
        announcements.rest_of_album(turn)
    elif command is None and offers.taken(turn):
        return
    elif command is None:
        private_message.message(turn)
    elif turn.incoming.file is not None and command[0] not in WITH_FILE:
        _above_a_command(turn, *command)
    else:
        _private_command(turn, *command)


def _to_the_desk(turn: Turn, ref: MessageRef) -> None:
    """An answer to a card, to what is relayed below it, or to a prompt."""
    if turn.incoming.kind == "edited":
        edited_reply.put_right(turn, ref)
    elif turn.incoming.in_album:
        album.gather(turn, ref)
    else:
        desk.reply(turn, ref)


def _edited(turn: Turn, name: str, argument: str) -> None:
    """What was told in a report or to the desk is corrected; else a command put right is served,
    even once more: none does any harm."""
    if name == "lapor":
        turn.incoming = replace(turn.incoming, text=argument)
    if name != "batal" and private_message.corrected(turn):
        return
    if name in PRIVATE or name in PRIVATE_WITH_ARGUMENT or name in PRIVATE_OF_OFFICERS:
        _private_command(turn, name, argument)
    else:
        private_message.put_right(turn)


def _above_a_command(turn: Turn, name: str, argument: str) -> None:
    """A file with a command under it: each counts by itself, though the other be refused."""
    try:
        _private_command(turn, name, argument)
    except Refusal as refusal:
        turn.refuse(refusal)
    turn.incoming = replace(turn.incoming, text=None)
    private_message.message(turn)


def _private_command(turn: Turn, name: str, argument: str) -> None:
    if name in PRIVATE:
        PRIVATE[name](turn)
    elif name in PRIVATE_WITH_ARGUMENT:
        PRIVATE_WITH_ARGUMENT[name](turn, argument)
    elif name in PRIVATE_OF_OFFICERS and turn.is_officer:
        turn.must(needs.of_command(name))
        PRIVATE_OF_OFFICERS[name](turn, argument)
    elif name in needs.IN_PRIVATE and turn.is_officer:
        _desk_command(turn, name, argument)
    else:
        start.unknown(turn, name, [*PRIVATE, *PRIVATE_WITH_ARGUMENT])


def in_group(turn: Turn) -> None:
    """Commands and replies; whatever else is said in a group is not said to us."""
    at_desk = turn.incoming.chat_id == turn.desk_chat
    ref = _answered(turn) if at_desk else None
    command = turn.incoming.command(turn.resources.username)
    if command is not None and ref is not None and _only_looks_like_one(*command):
        command = None
    if command is not None or ref is not None or group_question.speaks_to_us(turn):
        caution(turn)
    if turn.incoming.kind == "edited":
        if at_desk and announcements.edited(turn):
            return
        if command is None:
            _edited_in_group(turn, ref)
        elif command[0] == "catat" and at_desk:
            _group_command(turn, *command, at_desk=True)
        return
    under_card = ref is not None
    command = command or spoken_command.heard(turn, at_desk=at_desk, under_card=under_card)
    if command is not None:
        _group_command(turn, *command, at_desk=at_desk)
    elif group_question.begins_with_us(turn):
        group_question.ask(turn)
    elif ref is not None:
        refuse_nobody(turn.incoming)
        confidential.refuse_reply(turn, ref)
        _to_the_desk(turn, ref)
    else:
        _said_in_group(turn, at_desk=at_desk)


def _said_in_group(turn: Turn, *, at_desk: bool) -> None:
    if at_desk and subject_reply.heard(turn):
        return
    incident = desk_incident.by_card(turn) if at_desk else None
    if at_desk and announcements.is_rest_of_album(turn):
        announcements.rest_of_album(turn)
    elif incident is not None:
        refuse_nobody(turn.incoming)
        desk_incident.told(turn, incident)
    elif group_question.addressed(turn):
        group_question.ask(turn)
    elif group_question.answers_us(turn):
        group_question.talk_on(turn)


def _only_looks_like_one(name: str, argument: str) -> bool:
    """Under a card "/lapor saja dulu" tells the reporter what to do with us; what is no command
    at all is looked at there."""
    return name not in COMMANDS or (argument != "" and name in PRIVATE_ONLY | HELP)


def _edited_in_group(turn: Turn, ref: MessageRef | None) -> None:
    """What was passed on is no question any more, whatever is made of it."""
    if ref is not None:
        edited_reply.put_right(turn, ref)
    elif turn.incoming.chat_id == turn.desk_chat and subject_reply.heard(turn, purposes=PUT_RIGHT):
        return
    elif group_question.addressed(turn):
        group_question.question_edited(turn)


def _answered(turn: Turn) -> MessageRef | None:
    if turn.incoming.reply_to is None:
        return None
    return turn.unit.refs.get(turn.incoming.chat_id, turn.incoming.reply_to) or twin.of(turn)


def _group_command(turn: Turn, name: str, argument: str, *, at_desk: bool) -> None:
    in_reports = turn.incoming.chat_id == turn.report_chat and not at_desk
    if name in PRIVATE_ONLY:
        group.private_only(turn)
    elif name == "start" or (name in HELP and (at_desk or in_reports)):
        group.welcome(turn)
    elif name == "laporan" and in_reports:
        refuse_nobody(turn.incoming)
        figures.show(turn, argument)
    elif not at_desk:
        if name == "id":
            group.show_id(turn)
        elif in_reports and (name in DESK or name in DESK_WITH_ARGUMENT):
            group.at_desk_only(turn)
    elif name in DESK or name in DESK_WITH_ARGUMENT:
        _desk_command(turn, name, argument)
    elif name not in COMMANDS and desk.names_ticket(turn, argument):
        refuse_nobody(turn.incoming)
        turn.must(needs.of_command("tiket"))
        desk.by_its_card(turn, argument)
    elif name not in COMMANDS and (_by_our_name(turn) or _slipped(turn, name, argument)):
        raise commands.unknown(name)


def _by_our_name(turn: Turn) -> bool:
    return "@" in (turn.incoming.text or "").split(maxsplit=1)[0]


def _slipped(turn: Turn, name: str, argument: str) -> bool:
    """ "/antri" of an officer; what is like none of ours, or says more, may be another bot's."""
    return turn.is_officer and not argument and commands.unknown(name).nearest is not None


def _desk_command(turn: Turn, name: str, argument: str) -> None:
    refuse_nobody(turn.incoming)
    turn.must(needs.of_command(name))
    if turn.incoming.private and name in ALONE:
        ALONE[name](turn)
        return
    if name in DESK:
        DESK[name](turn)
    else:
        DESK_WITH_ARGUMENT[name](turn, argument)
