"""Being told to stop by a signal before anything runs that waits for it.

It imports nothing of weight: main.py listens before all else.
"""

from __future__ import annotations

import signal
import sys

LASTING = {"run", "simulate"}
"""Verbs that end well when they are told to stop."""


class ToldToStop:
    """While modules are imported it waits until they are: an exception that is raised as Python
    lets go of a module's lock would be lost, and the process would serve on."""

    def __init__(self) -> None:
        self._importing = True
        self._by: int | None = None

    def listen(self) -> None:
        for sign in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sign, self._told)

    def imported(self) -> None:
        """From now on at once; raises SystemExit where it was told already."""
        self._importing = False
        if self._by is not None:
            sys.exit(0 if LASTING & set(sys.argv[1:2]) else 128 + self._by)

    def _told(self, number: int, _frame: object) -> None:
        self._by = number
        if not self._importing:
            self.imported()


told_to_stop = ToldToStop()
