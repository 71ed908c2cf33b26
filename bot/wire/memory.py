"""Keeping glibc from holding on to memory that nobody uses; elsewhere nothing happens."""

from __future__ import annotations

import contextlib
import ctypes
import gc

_M_ARENA_MAX = -8  # malloc.h
COLLECT_EVERY = 20_000  # new objects


def one_arena() -> None:
    """Every thread would otherwise keep a heap of its own: some 10 MB after 2,000 updates."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def trim_after_start() -> None:
    """What stands after the start stays for good: the collector need not go through it again,
    and what building it has left behind goes back to the system.

    Cycles of objects are few here, and looking for them every 700 new ones, as Python does by
    itself, took a tenth of a turn.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY, 10, 50)
    _trim()


def let_go() -> None:
    """What was large, remembers what it was asked, and so holds itself: looking so seldom, the
    collector finds it only after dozens like it."""
    gc.collect()
    _trim()


def _trim() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
