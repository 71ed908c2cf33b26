"""Python lets a thread that computes go on for five milliseconds while others wait for it.

Whoever serves an update waits so at each of its many statements; beside a report that makes a
second of it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SHORT = 0.0003  # seconds

_lock = threading.Lock()
_inside = 0
_usual = 0.0


@contextmanager
def short_turns() -> Iterator[None]:
    """While something long is computed in here, others get their turn sooner."""
    global _inside, _usual  # noqa: PLW0603 - the interval is the interpreter's, not ours
    with _lock:
        _inside += 1
        if _inside == 1:
            _usual = sys.getswitchinterval()
            sys.setswitchinterval(SHORT)
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if not _inside:
                sys.setswitchinterval(_usual)
