"""An album of an officer's is one answer, though its parts come one by one."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.errors import Refusal
from bot.rules.purpose import Purpose
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import undelivered
from handlers import pointing
from handlers.context import Context, Look, in_reply_to
from handlers.desk import ticket_card
from handlers.incoming import Author, Incoming
from handlers.turn import Turn
from storage.albums import files_of
from storage.tables import AlbumRow, HeldAnswer, MessageRef

SETTLES = timedelta(seconds=1.5)  # after which no further part is to be expected
TRIED = timedelta(seconds=10)  # since its last part


def gather(turn: Turn, ref: MessageRef) -> None:
    """Kept until it is whole: any part may carry the words, or the mark of an internal note."""
    incoming = turn.incoming
    assert incoming.file is not None
    assert incoming.file.group_id is not None
    assert incoming.message_id is not None
    text = (incoming.text or "").strip()
    is_note = text.startswith(ticket_card.NOTE_MARK)
    turn.unit.albums.add(
        incoming.file.group_id,
        ref,
        incoming.file,
        person_id=turn.person.id,
        message_id=incoming.message_id,
        text=text if is_note else pointing.to_reporter(turn, text),
        note=is_note,
        now=turn.now,
    )


def answer_whole(look: Look, _since: datetime) -> int:
    """Those that are whole by now, each as the one answer that it is."""
    with look.reading() as context:
        whole = context.unit.albums.quiet(look.now - SETTLES)
    return sum(_done(look, row) for row in whole)


def _done(look: Look, row: AlbumRow) -> bool:
    """One that fails is undone alone, tried again at the next looks, and then given up aloud."""
    try:
        with look.writing() as context:
            taken = context.unit.albums.take(row)
            if taken:
                _answer(context, row)
        return taken
    except Exception as error:  # noqa: BLE001 - ours; the albums behind it are not to wait
        record(Action.ALBUM_FAILED, ticket=row.ticket_id, album=row.group_id, error=error)
    if look.now - row.updated_at > TRIED:
        with look.writing() as context:
            _give_up(context, row)
    return False


def _give_up(context: Context, row: AlbumRow) -> None:
    if context.unit.albums.take(row):
        ticket = context.unit.tickets.get(row.ticket_id)
        assert ticket is not None
        extra = in_reply_to(row.message_id)
        context.tell(row.chat_id, undelivered.album_given_up(ticket.number), extra=extra)


def _answer(context: Context, row: AlbumRow) -> None:
    text = _words(row)
    if text is None:
        return
    turn, ref = answering(context, row, text)
    try:
        with context.unit.savepoint():
            ticket_card.reply(turn, ref, files_of(row))
    except Refusal as refusal:
        turn.refuse(refusal)


def answering(context: Context, row: AlbumRow | HeldAnswer, text: str) -> tuple[Turn, MessageRef]:
    """The turn of whoever wrote what was kept, and what they answered."""
    person = context.unit.people.get(row.person_id)
    assert person is not None
    incoming = Incoming(
        kind="message",
        chat_id=row.chat_id,
        chat_type="private" if row.chat_id > 0 else "supergroup",
        who=Author(person.id, person.name, person.username),
        message_id=row.message_id,
        text=text,
    )
    ref = MessageRef(
        chat_id=row.chat_id,
        message_id=row.message_id,
        ticket_id=row.ticket_id,
        purpose=row.purpose,
        prompted_id=row.prompted_id,
    )
    return Turn(context.unit, context.resources, context.now, incoming, person), ref


def _words(row: AlbumRow) -> str | None:
    """Those of a note begin with its mark; None where late files of one bring no words."""
    if row.purpose is not Purpose.NOTE or row.text.startswith(ticket_card.NOTE_MARK):
        return row.text
    return ticket_card.NOTE_MARK + row.text if row.text else None
