"""Processes that end with the tests that began them, also where those are killed."""

from __future__ import annotations

WITH_US = ("setpriv", "--pdeathsig=KILL")
"""Before a command. It is the thread that begins it whose end counts."""
