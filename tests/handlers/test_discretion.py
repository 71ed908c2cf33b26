"""What is hidden of an update before it is written down, wherever in it somebody told it."""

from __future__ import annotations

import json

import pytest

from handlers import discretion
from handlers.spoken import Spoken


def as_kept(update: object) -> str:
    return discretion.as_kept(update, Spoken())


@pytest.mark.parametrize(
    "message",
    [
        {"from": {"id": 7, "first_name": "Ani pw: haruan45"}},
        {"contact": {"first_name": "pw: haruan45", "vcard": "pw: haruan45"}},
        {"venue": {"address": "pw: haruan45"}},
        {"poll": {"explanation": "pw: haruan45"}},
        {"document": {"file_id": "x", "file_name": "pw: haruan45"}},
        {"names": ["pw: haruan45", ["pw: haruan45"]]},
        {"text": "sa\u3164ndi saya haruan45"},
        {"text": "sa\ufe0fndi saya haruan45"},
        {"text": "\u24e2andi saya haruan45"},
    ],
)
def test_a_secret_is_hidden_wherever_it_stands(message: dict[str, object]) -> None:
    told = as_kept({"update_id": 1, "message": message})
    assert "haruan45" not in told


@pytest.mark.parametrize("update", [["pw: haruan45"], [{"text": "pw: haruan45"}], "pw: haruan45"])
def test_what_is_no_update_stops_nobody(update: object) -> None:
    assert "haruan45" not in as_kept(update)


BOT = "@ekinerja_balangan_bot"


def kept_text(text: str) -> str:
    update = {"update_id": 1, "message": {"text": text}}
    kept = json.loads(discretion.as_kept(update, Spoken(BOT.removeprefix("@"))))
    return str(kept["message"]["text"])


@pytest.mark.parametrize(
    "text",
    [f"lupa sandi {BOT}", f"reset password {BOT.upper()}", f"tolong cari sandi {BOT} dong"],
)
def test_our_own_name_is_no_secret(text: str) -> None:
    assert kept_text(text) == text


@pytest.mark.parametrize(
    "text",
    [
        f"sandi saya {BOT} haruan45",
        f"{BOT} sandi saya haruan45",
        f"sandi saya haruan45 {BOT}",
        f"sandi saya {BOT}haruan45",
    ],
)
def test_what_stands_around_our_name_is_hidden_as_ever(text: str) -> None:
    assert "haruan45" not in kept_text(text)
    assert kept_text(kept_text(text)) == kept_text(text)


def test_another_name_behind_a_secrets_may_be_one() -> None:
    assert "@haruan45" not in kept_text("sandi saya @haruan45")


def test_done_twice_it_is_the_same() -> None:
    update = {"update_id": 1, "message": {"text": "password saya haruan45"}}
    assert as_kept(update) == as_kept(update)


def test_what_is_nested_a_thousand_deep_is_looked_through() -> None:
    part: dict[str, object] = {"text": "pw: haruan45"}
    for _ in range(400):
        part = {"reply_to_message": part}
    assert "haruan45" not in as_kept({"update_id": 1, "message": part})


def test_what_things_are_named_by_is_left_alone() -> None:
    update = {"message": {"document": {"file_id": "pw: haruan45"}, "text": "password?"}}
    assert as_kept(update) == json.dumps(update)
