"""Whatever a ticket can be, or can be done with it, has its name on both sides."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from bot.rules.ticket import Channel, DeadlineClass, Deed, Kind, Priority, Result, Status
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
