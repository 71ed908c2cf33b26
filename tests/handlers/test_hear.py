"""Updates as other servers write them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from handlers.hear import Heard, Malformed, hear

ANI = {"id": 42, "is_bot": False, "first_name": "Ani"}
CHAT = {"id": 42, "type": "private", "first_name": "Ani"}


def heard(**content: Any) -> Heard:
    message = {"message_id": 7, "date": 1_790_000_000, "chat": CHAT, "from": ANI} | content
    found = hear(json.dumps({"update_id": 1, "message": message}))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("poll", {"id": "1", "question": "?", "options": []}),  # an older server's
        ("sticker", {"file_id": "a"}),
        ("voice", {} | {"file_id": "a"}),
        ("venue", {"title": "Kantor"}),
        ("story", {"id": 1}),
        ("dice", {"emoji": "🎲", "value": 3}),
    ],
)
def test_what_is_no_words_need_not_fit_our_types(name: str, thing: object) -> None:
    assert heard(**{name: thing}).other == name


@pytest.mark.parametrize("nobody", [None, {"id": 777000, "is_bot": False, "first_name": "T"}])
def test_a_private_chat_without_a_person_is_malformed(nobody: object) -> None:
    with pytest.raises(Malformed):
        heard(text="halo", **{"from": nobody})


def test_an_animation_is_no_document() -> None:
    file = {"file_id": "a", "file_unique_id": "A"}
    both = heard(animation=file, document=file)
    assert (both.other, both.file) == ("animation", None)
    alone = heard(document=file)
    assert alone.other is None
    assert alone.file is not None
