"""Button data: what is packed is parsed, and nothing a client makes up does harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import buttons as b
from handlers.presses import OF_ALL, OF_STAFF
from tests.support.button_values import longest


@pytest.mark.parametrize("kind", b.Button.__subclasses__(), ids=lambda kind: kind.tag)
def test_what_is_packed_is_parsed(kind: type[b.Button]) -> None:
    button = longest(kind)
    assert b.parse(button.pack()) == button


def test_too_long_data_is_a_programmers_mistake() -> None:
    with pytest.raises(ValueError, match="over 64 bytes"):
        b.ShowEntry("x" * 64).pack()


def test_every_button_leads_somewhere_and_tags_differ() -> None:
    kinds = b.Button.__subclasses__()
    assert OF_STAFF.keys() | OF_ALL.keys() == set(kinds)
    assert not OF_STAFF.keys() & OF_ALL.keys()
    assert len(b.KNOWN) == len(kinds)


@given(st.text(max_size=80) | st.from_regex(r"(take|c|pick|help|send)(:[^:]{0,20}){0,4}"))
def test_made_up_data_is_a_known_button_or_none(data: str) -> None:
    button = b.parse(data)
    assert button is None or type(button) in OF_STAFF | OF_ALL


@pytest.mark.parametrize(
    "data", ["take:", "take:-1", "take:²", "take:1:2", "help:1:2", "nope:1", ""]
)
def test_forged_data_is_no_button(data: str) -> None:
    assert b.parse(data) is None
