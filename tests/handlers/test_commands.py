"""A command that is served is told of: in Telegram's menu, on the help page, to officers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.words import asker, menu
from handlers import routes

OFFICERS = Path("docs/petugas.md").read_text(encoding="utf-8")
KNOWN_TO_TELEGRAM = {"start", "help"}  # it has a button for the one, and people type the other
ASKERS = (routes.PRIVATE.keys() | routes.PRIVATE_WITH_ARGUMENT.keys()) - KNOWN_TO_TELEGRAM
DESKS = routes.DESK.keys() | routes.DESK_WITH_ARGUMENT.keys()


def test_the_menus_offer_what_is_served() -> None:
    assert {command for command, _ in menu.PRIVATE} == ASKERS
    assert {command for command, _ in menu.DESK} == DESKS


@pytest.mark.parametrize("command", sorted(ASKERS - routes.HELP))
def test_the_help_page_tells_every_command(command: str) -> None:
    assert f"/{command} – " in asker.help_page()


@pytest.mark.parametrize("command", sorted(DESKS))
def test_the_officers_guide_tells_every_command(command: str) -> None:
    assert f"`/{command}" in OFFICERS
