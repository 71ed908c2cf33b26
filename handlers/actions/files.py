"""Passing on what somebody sent, by Telegram's own file ids."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.complaint import File
from bot.words import desk
from handlers.scene import Scene
from storage.refs import RELAY
from storage.tables import Ticket
from storage.tickets import key, number_of

_METHODS = {"photo": "sendPhoto", "document": "sendDocument", "video": "sendVideo"}


def to_desk(scene: Scene, ticket: Ticket, files: Sequence[File]) -> None:
    chat_id = scene.desk_chat
    if chat_id is not None:
        send(scene, chat_id, files, ticket, under_card=True)


def send(
    scene: Scene, chat_id: int, files: Sequence[File], ticket: Ticket, *, under_card: bool
) -> None:
    """By Telegram's own file ids. Albums hold 2 to 10 of one sort; single files go alone."""
    caption = desk.file_of(number_of(ticket))
    visual = [sent for sent in files if sent.kind in {"photo", "video"}]
    for sort in (visual, [sent for sent in files if sent not in visual]):
        if not sort:
            continue
        if len(sort) == 1:
            method = _METHODS[sort[0].kind]
            params: dict[str, object] = {sort[0].kind: sort[0].file_id, "caption": caption}
        else:
            media = [{"type": sent.kind, "media": sent.file_id} for sent in sort]
            method, params = (
                "sendMediaGroup",
                {"media": [{**media[0], "caption": caption}, *media[1:]]},
            )
        scene.unit.outbox.add(
            chat_id,
            method,
            params,
            now=scene.now,
            purpose=RELAY,
            ticket_id=key(ticket),
            under_card=under_card,
        )
