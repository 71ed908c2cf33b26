"""Passing on what somebody sent, by Telegram's own file ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.rules.complaint import File
from bot.rules.purpose import Purpose
from bot.wire.outgoing import OutgoingCall
from bot.words import card as card_words
from handlers.actions import confidential
from handlers.context import Context
from storage.tables import Person, Ticket

METHODS = {
    "photo": "sendPhoto",
    "document": "sendDocument",
    "video": "sendVideo",
    "voice": "sendVoice",
    "video_note": "sendVideoNote",
    "audio": "sendAudio",
}
ALBUMS = ({"photo", "video"}, {"document"}, {"audio"})  # what goes together; others go alone
NO_CAPTION = {"video_note"}  # Bot API, sendVideoNote
ALBUM = "sendMediaGroup"
TOPIC = ("message_thread_id", "direct_messages_topic_id")
MOST_IN_ALBUM = 10  # Bot API, sendMediaGroup


def to_desk(context: Context, ticket: Ticket, files: Sequence[File]) -> None:
    chat_id = context.desk_chat
    if ticket.hides_words:
        for person in confidential.readers(context, ticket):
            alone(context, ticket, person, files)
    elif chat_id is not None:
        send(context, chat_id, files, ticket, under_card=True)


def alone(context: Context, ticket: Ticket, person: Person, files: Sequence[File]) -> None:
    """To one who may read what the group may not."""
    send(context, person.id, files, ticket, under_card=False, purpose=Purpose.OWN_COPY)


def send(
    context: Context,
    chat_id: int,
    files: Sequence[File],
    ticket: Ticket,
    *,
    under_card: bool,
    place: Mapping[str, object] | None = None,
    purpose: Purpose = Purpose.RELAY,
) -> None:
    """By Telegram's own file ids. An album is of one sort; a single file goes alone."""
    for some in together(files):
        method, params = call(some, card_words.file_of(ticket.number))
        context.unit.outbox.add(
            chat_id,
            method,
            params | dict(place or {}),
            now=context.now,
            purpose=purpose,
            ticket_id=ticket.id,
            under_card=under_card,
        )


def together(files: Sequence[File]) -> Iterator[Sequence[File]]:
    for sort in ALBUMS:
        alike = [sent for sent in files if sent.kind in sort]
        for first in range(0, len(alike), MOST_IN_ALBUM):
            yield alike[first : first + MOST_IN_ALBUM]
    yield from ([sent] for sent in files if not any(sent.kind in sort for sort in ALBUMS))


def kinds(call: OutgoingCall) -> Sequence[str | None]:
    """Of the messages that a call makes, what each is beside words."""
    if call.method == ALBUM:
        media = call.params["media"]
        assert isinstance(media, list)  # as `call` wrote it
        return [item["type"] for item in media]
    return [next((kind for kind, method in METHODS.items() if method == call.method), None)]


def one_by_one(context: Context, ticket: Ticket, album: OutgoingCall) -> None:
    """The files of an album that was refused whole."""
    media = album.params["media"]
    assert isinstance(media, list)  # as `call` wrote it
    place = {name: album.params[name] for name in TOPIC if name in album.params}
    for item in media:
        sent = File(kind=item["type"], file_id=item["media"], unique_id="")
        send(
            context,
            album.chat_id,
            [sent],
            ticket,
            under_card=album.chat_id < 0,
            place=place,
            purpose=album.purpose or Purpose.RELAY,
        )


def call(files: Sequence[File], caption: str | None = None) -> tuple[str, dict[str, object]]:
    """Of those that go together."""
    said = {} if caption is None else {"caption": caption}
    if len(files) == 1:
        kind = files[0].kind
        return METHODS[kind], {kind: files[0].file_id, **({} if kind in NO_CAPTION else said)}
    media = [{"type": sent.kind, "media": sent.file_id} for sent in files]
    return ALBUM, {"media": [{**media[0], **said}, *media[1:]]}
