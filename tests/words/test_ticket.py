"""Whatever a ticket can be, or can be done with it, has its name on both sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.rules.ticket import (
    Changed,
    Channel,
    DeadlineClass,
    Deed,
    FieldChange,
    Kind,
    Priority,
    Result,
    Status,
)
from bot.words import labels, ticket

NAMES: list[tuple[Mapping[Any, str], type[StrEnum]]] = [
    (ticket.STATUS, Status),
    (ticket.STATUS_TO_REPORTER, Status),
    (ticket.SIGN, Status),
    (ticket.DEED, Deed),
    (ticket.DEED_TO_REPORTER, Deed),
    (ticket.PRIORITY, Priority),
    (ticket.CHANNEL, Channel),
    (ticket.DEADLINE_CLASS, DeadlineClass),
    (ticket.RESULT, Result),
    (labels.KINDS, Kind),
]


@pytest.mark.parametrize(("names", "of"), NAMES)
def test_each_has_a_name(names: Mapping[Any, str], of: type[StrEnum]) -> None:
    assert [each for each in of if not names.get(each)] == []


@dataclass(frozen=True)
class Event:
    change: FieldChange
    at: datetime = datetime(2026, 11, 24, tzinfo=UTC)
    deed: Deed = Deed.CORRECT
    actor: str | None = None
    text: str | None = None
    officer: str | None = None


WRITTEN = {
    Changed.KIND: Kind.COMPLAINT.value,
    Changed.PRIORITY: Priority.NORMAL.value,
    Changed.DEADLINE_CLASS: DeadlineClass.COMPLAINT.value,
    Changed.RESULT: Result.SOLVED.value,
    Changed.DEFERRED_UNTIL: "2026-12-01T00:00:00+00:00",
}


@pytest.mark.parametrize("field", Changed)
def test_whatever_changed_is_told_the_desk(field: Changed) -> None:
    change = FieldChange(field, None, WRITTEN.get(field, "4"))
    assert ticket.changed(Event(change), ZoneInfo("Asia/Makassar"), by=True)


def test_a_rating_is_told_with_what_it_was_before() -> None:
    change = FieldChange(Changed.SATISFACTION, "2", "4")
    assert ticket.changed(Event(change), ZoneInfo("Asia/Makassar"), by=True) == "nilai 2 → 4"
