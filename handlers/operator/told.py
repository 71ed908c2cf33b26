"""What the terminal is told by a verb: its lines, and why it stopped."""

from __future__ import annotations

from collections.abc import Iterable

from bot.text_file import one_line


class Stop(Exception):
    """One line for the operator: the cause and the cure."""


class Findings(Exception):
    """What an editor should look at, told together."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines


class Unwell(Exception):
    """Lines for the operator, each a cause and its cure."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems


def tell(lines: Iterable[str]) -> None:
    """Paths and foreign words among them give the terminal no orders."""
    print("\n".join(map(one_line, lines)), flush=True)
