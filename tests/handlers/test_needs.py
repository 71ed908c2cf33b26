"""Each command of the desk has its row in the table of what it needs."""

from __future__ import annotations

import pytest

from bot.errors import NotOfficer
from handlers import needs, routes


def test_every_command_of_the_desk_has_a_row() -> None:
    assert needs.COMMANDS.keys() == routes.DESK.keys() | routes.DESK_WITH_ARGUMENT.keys()


def test_what_has_none_is_nobodys() -> None:
    with pytest.raises(NotOfficer):
        needs.of_command("rahasia")
