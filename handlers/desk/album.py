"""An album of an officer's is one answer, though its parts come one by one."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.errors import Refusal
from bot.wire.log import trace
from bot.words import desk
from handlers.desk import tickets
from handlers.heard import Heard, Who
from handlers.scene import Scene
from handlers.turn import Turn
from storage.albums import files_of
from storage.refs import NOTE
from storage.tables import AlbumRow, MessageRef
from storage.tickets import number_of

logger = logging.getLogger(__name__)

SETTLES = timedelta(seconds=1.5)  # after which no further part is to be expected
TRIED = timedelta(seconds=10)  # since its last part


def gather(turn: Turn, ref: MessageRef) -> None:
    """Kept until it is whole: any part may carry the words, or the mark of an internal note."""
    heard = turn.heard
    assert heard.file is not None
    assert heard.file.group_id is not None
    assert heard.message_id is not None
    text = (heard.text or "").strip()
    turn.unit.albums.add(
        heard.file.group_id,
        ref,
        heard.file,
        person_id=turn.person.id,
        message_id=heard.message_id,
        text=text,
        note=text.startswith(tickets.NOTE_MARK),
        now=turn.now,
    )


def answer_whole(scene: Scene, _since: datetime) -> int:
    """Those that are whole by now, each as the one answer that it is."""
    return sum(_done(scene, row) for row in scene.unit.albums.quiet(scene.now - SETTLES))


def _done(scene: Scene, row: AlbumRow) -> bool:
    """One that fails is undone alone, tried again at the next looks, and then given up aloud."""
    try:
        with scene.unit.savepoint():
            taken = scene.unit.albums.take(row)
            if taken:
                _answer(scene, row)
        return taken
    except Exception as error:  # noqa: BLE001 - ours; the albums behind it are not to wait
        logger.error("an album for ticket %s failed: %s", row.ticket_id, trace(error))
    if scene.now - row.updated_at > TRIED and scene.unit.albums.take(row):
        ticket = scene.unit.tickets.get(row.ticket_id)
        assert ticket is not None
        scene.tell(row.chat_id, desk.album_given_up(number_of(ticket)))
    return False


def _answer(scene: Scene, row: AlbumRow) -> None:
    text = _words(row)
    if text is None:
        return
    person = scene.unit.people.get(row.person_id)
    assert person is not None
    heard = Heard(
        kind="message",
        chat_id=row.chat_id,
        chat_type="supergroup",
        who=Who(person.id, person.name, person.username),
        message_id=row.message_id,
        text=text,
    )
    ref = MessageRef(
        chat_id=row.chat_id,
        message_id=row.message_id,
        ticket_id=row.ticket_id,
        purpose=row.purpose,
    )
    turn = Turn(scene.unit, scene.house, scene.now, heard, person)
    try:
        with scene.unit.savepoint():
            tickets.reply(turn, ref, files_of(row))
    except Refusal as refusal:
        turn.refuse(refusal)


def _words(row: AlbumRow) -> str | None:
    """Those of a note begin with its mark; None where late files of one bring no words."""
    if row.purpose != NOTE or row.text.startswith(tickets.NOTE_MARK):
        return row.text
    return tickets.NOTE_MARK + row.text if row.text else None
