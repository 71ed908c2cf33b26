"""What goes wrong with a backup, and how one is given up."""

from __future__ import annotations

from collections.abc import Callable

Between = Callable[[], None]
"""Called again and again while something long is under way; it raises to give that up."""


class BackupError(Exception):
    """One line for the operator: the cause and the cure."""
