"""Button data: what is packed is parsed, and nothing a client makes up does harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.book.ids import LONGEST_ID
from handlers import buttons as b
from handlers.asker.dialog import new_key
from handlers.routes import PRESSES

LONGEST_NUMBER = 10**18 - 1

SAMPLES: tuple[b.Button, ...] = (
    b.Take(LONGEST_NUMBER),
    b.Choose(new_key(), "category", "15"),
    b.Helpful(LONGEST_NUMBER, False),
    b.Pick(LONGEST_NUMBER, "atasan-pejabat-penilai-cetakan"),
    b.TeachChapter(LONGEST_NUMBER, 15),
    b.StartComplaint(),
)


@pytest.mark.parametrize("button", SAMPLES, ids=lambda button: button.tag)
def test_what_is_packed_is_parsed(button: b.Button) -> None:
    assert b.parse(button.pack()) == button


def test_every_entry_that_the_book_may_have_fits_into_its_buttons() -> None:
    entry = "x" * LONGEST_ID
    for button in (b.Pick(LONGEST_NUMBER, entry), b.Teach(LONGEST_NUMBER, entry)):
        assert b.parse(button.pack()) == button
    assert b.parse(b.ShowEntry(entry).pack()) == b.ShowEntry(entry)


def test_too_long_data_is_a_programmers_mistake() -> None:
    with pytest.raises(ValueError, match="over 64 bytes"):
        b.ShowEntry("x" * 64).pack()


def test_every_button_leads_somewhere_and_tags_differ() -> None:
    kinds = b.Button.__subclasses__()
    assert set(PRESSES) == set(kinds)
    assert len(b.KNOWN) == len(kinds)


@given(st.text(max_size=80) | st.from_regex(r"(take|c|pick|help|send)(:[^:]{0,20}){0,4}"))
def test_made_up_data_is_a_known_button_or_none(data: str) -> None:
    button = b.parse(data)
    assert button is None or type(button) in PRESSES


@pytest.mark.parametrize(
    "data", ["take:", "take:-1", "take:²", "take:1:2", "help:1:2", "nope:1", ""]
)
def test_forged_data_is_no_button(data: str) -> None:
    assert b.parse(data) is None
