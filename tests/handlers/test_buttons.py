"""Button data: what is packed is parsed, and nothing a client makes up does harm."""

from __future__ import annotations

from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.clinic import Part
from bot.rules.complaint import Step
from bot.rules.dates.report_days import LAST
from bot.rules.digest import Digest
from bot.rules.limits import Why
from bot.rules.queue_view import View
from bot.rules.ticket import Channel, Kind, Result, Role
from bot.rules.weekly import Line
from bot.words.labels import REPORT_DAYS
from faq.book.ids import LONGEST_ID
from handlers import buttons as b
from handlers.actions.correcting import Field
from handlers.asker import office
from handlers.asker.dialog import new_key
from handlers.desk.entry_figures import VIEWS
from handlers.desk.evidence import FORMS
from handlers.desk.ticket_menu import Menu
from handlers.routes import PRESSES

LONGEST_NUMBER = 10**18 - 1

# By the name of the field.
LONGEST_WORDS = {
    "part": max(View, key=len).value,
    "entry": "x" * LONGEST_ID,
    "monday": "2026-11-23",
    "first": "20261123",
    "last": "20261129",
    "form": max(FORMS, key=len),
    "said": max(REPORT_DAYS, key=len),
    "line": max(Line, key=len),
    "span": f"{LAST.toordinal():x}-{LAST.toordinal():x}",
    "view": max(VIEWS, key=len),
    "key": new_key(),
    "step": max(Step, key=len),
    "choice": max(Kind, key=len),
    "often": max(Digest, key=len),
    "why": max(Why, key=len),
    "menu": max(Menu, key=len).value,
    "until": "2026-11-23",
    "result": max(Result, key=len),
    "what": max(Field, key=len).value,
    "role": max(Role, key=len),
    "field": max(Part, key=len),
    "value": "202612031330",
    "mark": "0" * office.MARK,
    "channel": max(Channel, key=len),
}


def longest(kind: type[b.Button]) -> b.Button:
    """A button of the kind with as much in it as it may ever have to carry."""
    fields = {name: hint for name, hint in get_type_hints(kind).items() if name != "tag"}
    by_type: dict[type, object] = {int: LONGEST_NUMBER, bool: False}
    return kind(
        **{
            name: LONGEST_WORDS[name] if hint is str else by_type[hint]
            for name, hint in fields.items()
        }
    )


@pytest.mark.parametrize("kind", b.Button.__subclasses__(), ids=lambda kind: kind.tag)
def test_what_is_packed_is_parsed(kind: type[b.Button]) -> None:
    button = longest(kind)
    assert b.parse(button.pack()) == button


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
