"""What is hidden of an update before it is written down, wherever in it somebody told it."""

from __future__ import annotations

import json

import pytest

from handlers.discretion import without_secrets


@pytest.mark.parametrize(
    "message",
    [
        {"from": {"id": 7, "first_name": "Ani pw: haruan45"}},
        {"contact": {"first_name": "pw: haruan45", "vcard": "pw: haruan45"}},
        {"venue": {"address": "pw: haruan45"}},
        {"poll": {"explanation": "pw: haruan45"}},
        {"document": {"file_id": "x", "file_name": "pw: haruan45"}},
        {"text": "sa\u3164ndi saya haruan45"},
        {"text": "sa\ufe0fndi saya haruan45"},
        {"text": "\u24e2andi saya haruan45"},
    ],
)
def test_a_secret_is_hidden_wherever_it_stands(message: dict[str, object]) -> None:
    told = without_secrets(json.dumps({"update_id": 1, "message": message}))
    assert "haruan45" not in told


def test_what_things_are_named_by_is_left_alone() -> None:
    raw = json.dumps({"message": {"document": {"file_id": "pw: haruan45"}, "text": "password?"}})
    assert without_secrets(raw) == raw
