"""Which failures an operator reads in a line, and which exit code a supervisor gets."""

from __future__ import annotations

from bot.wire.rivalry import AnotherBotServes
from handlers.operator.failures import ANOTHER_BOT, FAILED, told
from handlers.operator.told import Findings, Stop


def test_findings_are_told_line_by_line() -> None:
    failure = told(Findings(["2 findings", "a.md:1: satu", "b.md:2: dua"]))
    assert failure == (FAILED, ["2 findings\na.md:1: satu\nb.md:2: dua"])


def test_another_bot_is_not_to_be_answered_with_a_new_start() -> None:
    failure = told(AnotherBotServes("somebody else polls with this token"))
    assert failure == (ANOTHER_BOT, ["somebody else polls with this token"])


def test_what_nobody_foresaw_keeps_its_traceback() -> None:
    assert told(KeyError("x")) is None
    assert told(Stop("write --out FILE")) == (FAILED, ["write --out FILE"])
