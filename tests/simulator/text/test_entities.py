"""Entities: given as JSON, found in the text, and kept in order."""

from __future__ import annotations

from typing import Any

import pytest

from bot import utf16
from bot.simulator.text.entities import formatted, typed
from tests.simulator.text.refused import refusal_of


@pytest.mark.parametrize(
    ("entity", "why"),
    [
        ({"offset": -1, "length": 1}, "receive an entity with incorrect offset -1"),
        ({"offset": 0, "length": -1}, "receive an entity with incorrect length -1"),
        (
            {"offset": 9, "length": 1},
            "entity begins after the end of the text at UTF-16 offset 9",
        ),
        (
            {"offset": 1, "length": 9},
            (
                "entity beginning at UTF-16 offset 1 ends after the end of the text "
                "at UTF-16 offset 10"
            ),
        ),
        (
            {"offset": 2, "length": 1},
            "entity begins in a middle of a UTF-16 symbol at byte offset 5",
        ),
        (
            {"offset": 0, "length": 2},
            (
                "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol "
                "at byte offset 5"
            ),
        ),
        ({"length": 1}, "can't parse MessageEntity: Can't find field \"offset\""),
        (
            {"offset": "x", "length": 1},
            'can\'t parse MessageEntity: Field "offset" must be a valid Number',
        ),
        (
            {"type": "x", "offset": 0, "length": 1},
            "can't parse MessageEntity: Unsupported type specified",
        ),
        (
            {"type": "text_link", "offset": 0, "length": 1},
            "can't parse MessageEntity: Can't find field \"url\"",
        ),
    ],
)
def test_entities_that_do_not_fit(entity: dict[str, Any], why: str) -> None:
    given = [{"type": "bold"} | entity]
    assert refusal_of("a😀b", "", given) == f"Bad Request: {why}"


def test_entities_that_are_overlooked() -> None:
    kept = {"type": "bold", "offset": 1, "length": 2}
    given = [kept, kept | {"length": 0}, {"type": "url", "offset": 50, "length": 1}]
    assert formatted("a😀b", "", given) == ("a😀b", [kept])
    assert formatted("a", "", {"offset": 0}) == ("a", [])


def test_a_parse_mode_wins_over_given_entities() -> None:
    given = [{"type": "bold", "offset": 0, "length": 1}]
    _, entities = formatted("<i>a</i>", "HTML", given)
    assert [entity["type"] for entity in entities] == ["italic"]
    assert refusal_of("a", "BBCode") == "Bad Request: unsupported parse_mode"


def test_addresses_commands_and_mentions_are_noticed() -> None:
    text, entities = formatted("lihat bkn.go.id, /lapor, @admin_e, a@b.id 😀 #skp", "", None)
    assert [(e["type"], utf16.cut(text, e["offset"], e["length"])) for e in entities] == [
        ("url", "bkn.go.id"),
        ("bot_command", "/lapor"),
        ("mention", "@admin_e"),
        ("email", "a@b.id"),
        ("hashtag", "#skp"),
    ]


def test_what_a_person_types_has_no_markup() -> None:
    assert typed(" <b>/lapor</b> *a* ") == ("<b>/lapor</b> *a*", [])
    assert typed("/lapor@ekin_bot")[1] == [{"type": "bot_command", "offset": 0, "length": 15}]
