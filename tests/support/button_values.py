"""Buttons of every kind there is, by what their fields are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_type_hints

from bot.rules import figure_lines
from bot.rules.announcement import Audience
from bot.rules.clinic import Part
from bot.rules.complaint import Step
from bot.rules.digest import Digest
from bot.rules.figure_lines import Line, LineGroup
from bot.rules.limits import BlockReason
from bot.rules.queue_view import View
from bot.rules.report_days import LAST
from bot.rules.ticket import Channel, Kind, Result, Role
from bot.simulator.world import accounts
from bot.words.labels import REPORT_DAYS
from faq.book.ids import LONGEST_ID
from handlers.actions.correcting import Field
from handlers.asker import office
from handlers.asker.dialog import new_key
from handlers.buttons import Button
from handlers.desk.entry_figures import VIEWS
from handlers.desk.evidence import FORMS
from handlers.desk.ticket_menu import Menu

LONGEST_NUMBER = 10**18 - 1
# One that means something, and the longest there can be.
TEXTS: dict[str, tuple[str, str]] = {
    "part": (View.OFFICE, max(View, key=len)),
    "entry": ("lupa-password", "x" * LONGEST_ID),
    "about": ("month", "month"),
    "monday": ("2026-11-16", "2026-11-23"),
    "first": ("20261101", "20261123"),
    "last": ("20261116", "20261129"),
    "form": ("xlsx", max(FORMS, key=len)),
    "said": ("bulan lalu", max(REPORT_DAYS, key=len)),
    "line": (Line.OPEN, figure_lines.cause("x").written),
    "group": (LineGroup.CAUSES, max(LineGroup, key=len)),
    "span": ("b4d32-b4e9e", f"{LAST.toordinal():x}-{LAST.toordinal():x}"),
    "view": ("asked", max(VIEWS, key=len)),
    "key": ("0", new_key()),
    "step": (Step.CHECK, max(Step, key=len)),
    "choice": (Kind.COMPLAINT, max(Kind, key=len)),
    "often": (Digest.DAILY, max(Digest, key=len)),
    "why": (BlockReason.FLOOD, max(BlockReason, key=len)),
    "menu": (Menu.MORE, max(Menu, key=len)),
    "until": ("2027-01-04", "2026-11-23"),
    "result": (Result.EXPLAINED, max(Result, key=len)),
    "what": (Field.PRIORITY, max(Field, key=len)),
    "role": (Role.SUPERVISOR, max(Role, key=len)),
    "field": (Part.TOPIC, max(Part, key=len)),
    "value": ("-", "202612031330"),
    "mark": ("0" * office.MARK, "0" * office.MARK),
    "audience": (Audience.OFFICES, max(Audience, key=len)),
    "channel": (Channel.PHONE, max(Channel, key=len)),
}
# Where neither 1 nor no is meant.
NUMBERS: dict[str, int] = {
    "as_of": 1_764_115_200_000_000,
    "days": 90,
    "deputy": 0,
    "hears": True,
    "message": 5,
    "officer": accounts.BUDI,
    "page": 0,
    "right": True,
    "score": 3,
    "year": 2026,
}


def usual(kind: type[Button], known: Mapping[str, object]) -> Button:
    """`known`: what fields, of whichever kind, must be to mean something where it is pressed."""
    values = {
        name: TEXTS[name][0] if hint is str else NUMBERS.get(name, 1 if hint is int else False)
        for name, hint in fields(kind).items()
    }
    return kind(**{name: known.get(name, value) for name, value in values.items()})


def longest(kind: type[Button]) -> Button:
    """With as much in it as it may ever have to carry."""
    by_type: dict[type, object] = {int: LONGEST_NUMBER, bool: False}
    values = {
        name: TEXTS[name][1] if hint is str else by_type[hint]
        for name, hint in fields(kind).items()
    }
    return kind(**values)


def fields(kind: type[Button]) -> Mapping[str, type]:
    """Looked up once: a walk of everybody everywhere asks for each a hundred times."""
    if kind not in _FIELDS:
        hints = get_type_hints(kind).items()
        _FIELDS[kind] = {name: hint for name, hint in hints if name != "tag"}
    return _FIELDS[kind]


_FIELDS: dict[type[Button], Mapping[str, type]] = {}
