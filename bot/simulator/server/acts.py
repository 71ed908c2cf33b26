"""Deeds of people asked for over HTTP: names and arguments as in Deeds and Membership."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError, validate_call

from bot.simulator.api.world import World
from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.attaching import Item
from bot.simulator.world.files import Upload
from bot.simulator.world.image_size import size_of
from bot.simulator.world.model import Chat, Json, Message, User

ALLOWED = {
    *("say", "edit", "press", "forge_press", "send_photo", "send_document", "send_sticker"),
    *("send_voice", "send_video", "send_contact", "send_location", "push_raw"),
    *("say_as_anonymous_admin", "say_as_channel", "block", "unblock", "deactivate"),
    *("start_quietly", "join", "leave", "kick_bot", "add_bot", "upgrade_group"),
    *("newcomer", "add_user", "add_group"),
}
ALBUM = 10
PICTURES = {"image/jpeg", "image/png", "image/webp", "image/gif"}


def act(world: World, order: Json) -> Any:
    """Does one deed: {"do": "say", "user": 1001, "chat": 1001, "text": "Halo"}."""
    arguments = dict(order)
    name = str(arguments.pop("do", ""))
    if name not in ALLOWED:
        raise ImpossibleError(f"unknown deed {name!r}; known are {', '.join(sorted(ALLOWED))}")
    deed: Callable[..., Any] = getattr(world, name)
    try:
        done = validate_call(config={"strict": True})(deed)(**arguments)
    except ValidationError as error:
        wrong = error.errors()[0]
        raise ImpossibleError(f"{'.'.join(map(str, wrong['loc']))}: {wrong['msg']}") from error
    return _plain(done)


def send_files(
    world: World,
    user: int,
    chat: int,
    uploads: list[Upload],
    *,
    caption: str,
    as_files: bool,
    reply_to: int | None,
) -> list[Json]:
    """Pictures and other files, in albums where there are several of a kind."""
    for upload in uploads:
        if not upload.content:
            raise ImpossibleError(f"berkas {upload.name} kosong")
    items = [_item(upload, as_files=as_files) for upload in uploads]
    if items:
        items[0] = items[0]._replace(caption=caption or None)
    sent: list[Message] = []
    for kind in dict.fromkeys(item.kind for item in items):
        alike = [item for item in items if item.kind == kind]
        for first in range(0, len(alike), ALBUM):
            sent += _send(world, user, chat, alike[first : first + ALBUM], reply_to)
    return [message.body for message in sent]


def _send(
    world: World, user: int, chat: int, items: list[Item], reply_to: int | None
) -> list[Message]:
    if len(items) > 1:
        return world.album(user, chat, items, reply_to=reply_to)
    return [world.send_item(user, chat, items[0], reply_to=reply_to)]


def _item(upload: Upload, *, as_files: bool) -> Item:
    picture = upload.mime in PICTURES and size_of(upload.content) is not None
    return Item("photo" if picture and not as_files else "document", upload)


def _plain(done: Any) -> Any:
    if isinstance(done, Message):
        return done.body
    if isinstance(done, User):
        return done.shown()
    if isinstance(done, Chat):
        return {"id": done.number, "type": done.kind, "title": done.title}
    return done
