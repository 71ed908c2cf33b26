"""What people do, ordered over HTTP: the world's methods by name, with their arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError, validate_call

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.attachments import MAX_ALBUM, Attachment
from bot.simulator.world.files import Upload
from bot.simulator.world.image_size import size_of
from bot.simulator.world.model import Chat, Json, Message, User
from bot.simulator.world.world import World

ACTIONS = {
    "people": (
        *("say", "edit", "paste", "forward", "react", "say_as_anonymous_admin"),
        *("say_as_channel", "ask_as_guest"),
    ),
    "buttons": ("press", "forge_press"),
    "attachments": (
        *("send_photo", "send_document", "send_sticker", "send_voice", "send_video"),
        *("send_video_note", "send_contact", "send_location"),
    ),
    "membership": (
        *("start_quietly", "block", "unblock", "deactivate", "join", "leave"),
        *("kick_bot", "add_bot", "upgrade_group", "make_topic", "drop_topic"),
    ),
    "state": ("newcomer", "add_user", "add_group", "push_raw"),
}
PART_OF = {name: part for part, names in ACTIONS.items() for name in names}
PICTURES = {"image/jpeg", "image/png", "image/webp", "image/gif"}


def act(world: World, order: Json) -> Any:
    """One action: {"do": "say", "user": 1001, "chat": 1001, "text": "Halo"}."""
    arguments = dict(order)
    name = str(arguments.pop("do", ""))
    if name not in PART_OF:
        raise ImpossibleError(f"unknown action {name!r}; known are {', '.join(sorted(PART_OF))}")
    action: Callable[..., Any] = getattr(getattr(world, PART_OF[name]), name)
    try:
        done = validate_call(config={"strict": True})(action)(**arguments)
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
    thread: int | None = None,
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
        for first in range(0, len(alike), MAX_ALBUM):
            album = alike[first : first + MAX_ALBUM]
            sent += world.attachments.send_together(
                user, chat, album, reply_to=reply_to, thread=thread
            )
    return [message.body for message in sent]


def _item(upload: Upload, *, as_files: bool) -> Attachment:
    picture = upload.mime in PICTURES and size_of(upload.content) is not None
    return Attachment("photo" if picture and not as_files else "document", upload)


def _plain(done: Any) -> Any:
    if isinstance(done, Message):
        return done.body
    if isinstance(done, User):
        return done.as_json()
    if isinstance(done, Chat):
        return {"id": done.number, "type": done.kind, "title": done.title}
    return done
