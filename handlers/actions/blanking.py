"""What was shown, and may not be read there any more: a few words in its place."""

from __future__ import annotations

from bot.papers.my_data import TextFile
from bot.papers.nothing import Blank
from bot.papers.registry import BLANK, TEXT_FILE
from bot.wire.outgoing import Rendering
from bot.words.html import Html
from handlers.context import Context, message

GONE = "gone"


def blank(context: Context, chat_id: int, message_id: int, file: str | None, said: Html) -> None:
    """`file`: its kind, where it was one."""
    add, now = context.unit.outbox.add, context.now
    context.unit.subject_refs.forget(chat_id, message_id)
    if file is None:
        params = message(said) | {"message_id": message_id}
        add(chat_id, "editMessageText", params, now=now)
        return
    # In an album each stays of its sort (Bot API, editMessageMedia).
    visual = file in {"photo", "video"}
    drawn = (
        Rendering(GONE, "dihapus.png", BLANK.name, BLANK.pack(Blank()))
        if visual
        else Rendering(GONE, "dihapus.txt", TEXT_FILE.name, TEXT_FILE.pack(TextFile("")))
    )
    media = {
        "type": "photo" if visual else "document",
        "media": f"attach://{GONE}",
        "caption": said,
        "parse_mode": "HTML",
    }
    params = {"message_id": message_id, "media": media}
    add(chat_id, "editMessageMedia", params, now=now, renderings=[drawn])
