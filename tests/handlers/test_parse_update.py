"""Updates as other servers write them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from telegram.ext.filters import StatusUpdate

from handlers.incoming import Incoming
from handlers.json_parts import Malformed
from handlers.parse_update import SERVICE, UNKNOWN, parse_update

ANI = {"id": 42, "is_bot": False, "first_name": "Ani"}
CHAT = {"id": 42, "type": "private", "first_name": "Ani"}


def incoming(**content: Any) -> Incoming:
    found = maybe_heard(**content)
    assert found is not None
    return found


def maybe_heard(**content: Any) -> Incoming | None:
    message = {"message_id": 7, "date": 1_790_000_000, "chat": CHAT, "from": ANI} | content
    return parse_update(json.dumps({"update_id": 1, "message": message}))


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("poll", {"id": "1", "question": "?", "options": []}),  # an older server's
        ("sticker", {"file_id": "a"}),
        ("venue", {"title": "Kantor"}),
        ("story", {"id": 1}),
        ("dice", {"emoji": "🎲", "value": 3}),
    ],
)
def test_what_is_no_words_need_not_fit_our_types(name: str, thing: object) -> None:
    assert incoming(**{name: thing}).other == name


@pytest.mark.parametrize("nobody", [None, {"id": 777000, "is_bot": False, "first_name": "T"}])
def test_a_private_chat_without_a_person_is_malformed(nobody: object) -> None:
    with pytest.raises(Malformed):
        incoming(text="halo", **{"from": nobody})


def test_an_animation_is_no_document() -> None:
    file = {"file_id": "a", "file_unique_id": "A"}
    both = incoming(animation=file, document=file)
    assert (both.other, both.file) == ("animation", None)
    alone = incoming(document=file)
    assert alone.other is None
    assert alone.file is not None


def test_what_telegram_itself_writes_is_not_heard() -> None:
    for name in SERVICE - {"left_chat_member"}:  # who leaves the desk is asked about
        assert maybe_heard(**{name: {}}) is None
    assert incoming(text="halo", delete_chat_photo=False).text == "halo"
    assert incoming(migrate_to_chat_id=-5).moved_to == -5
    assert incoming(hologram={"file_id": "a"}).other == UNKNOWN  # news to us, but somebody sent it


def test_every_service_message_that_the_library_knows_is_known() -> None:
    names = {name.lower() for name in dir(StatusUpdate) if name.isupper()}
    assert names - {"all", "chat_created", "migrate"} <= SERVICE


TOPIC = {"forum_topic_created": {"name": "Umum", "icon_color": 7322096}}
BUDI = {"id": 7, "is_bot": False, "first_name": "Budi"}
BEGUN = {"message_id": 5, "date": 1_790_000_000, "chat": CHAT, "from": BUDI}


@pytest.mark.parametrize("told", [TOPIC, {}])
def test_what_is_written_in_a_topic_answers_nobody(told: dict[str, Any]) -> None:
    """Telegram names the message that began the topic as the one answered."""
    place = {"message_thread_id": 5, "is_topic_message": True}
    found = incoming(text="/petugas hapus", reply_to_message=BEGUN | told, **place)
    assert (found.reply_to, found.reply_to_person) == (None, None)
    real = incoming(text="/petugas hapus", reply_to_message=BEGUN | {"message_id": 6}, **place)
    assert real.reply_to == 6
    assert real.reply_to_person is not None


def test_the_first_of_a_thread_is_answered_like_any_other() -> None:
    """Also outside of topics a reply carries a thread: the number of its first message."""
    found = incoming(text="ya", message_thread_id=5, reply_to_message=BEGUN)
    assert found.reply_to == 5


def test_what_could_not_be_read_at_all_is_malformed() -> None:
    with pytest.raises(Malformed):
        parse_update(json.dumps({"update_id": 1, "unreadable": "{"}))


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        (
            {"type": "user", "sender_user": {"first_name": "Siti", "last_name": "Aminah"}},
            "Siti Aminah",
        ),
        ({"type": "hidden_user", "sender_user_name": "Pak Camat"}, "Pak Camat"),
        ({"type": "chat", "sender_chat": {"title": "Grup Dinas"}}, "Grup Dinas"),
        ({"type": "channel", "chat": {"title": "Info BKN"}}, "Info BKN"),
        ({"type": "chat", "sender_chat": {"first_name": "Siti"}}, "Siti"),
    ],
)
def test_whose_words_they_are_is_read_of_each_kind(origin: dict[str, Any], name: str) -> None:
    told = incoming(text="halo", forward_origin=origin).forwarded
    assert told is not None
    assert told.by == name
    elsewhere = {"origin": origin, "photo": [{"file_id": "a"}]}
    pointed = incoming(text="ini", external_reply=elsewhere, quote={"text": "gagal"}).pointed
    assert pointed is not None
    assert (pointed.by, pointed.words, pointed.quoted, pointed.kind) == (
        name,
        "gagal",
        True,
        "photo",
    )


def test_an_answer_from_elsewhere_without_an_origin_is_nobodys() -> None:
    pointed = incoming(text="ini", external_reply={"message_id": 4}).pointed
    assert pointed is not None
    assert (pointed.by, pointed.words, pointed.kind) == ("", None, None)
