"""Logs that can be shown to anybody: no token, no NIP, no sentence of a person's."""

from __future__ import annotations

import logging
import re
import sys
import traceback

_TOKEN = re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}")
_NIP = re.compile(r"(?<!\d)(?:\d[ .]?){17}\d(?!\d)")
OURS = ("bot", "faq", "handlers", "storage", "main")


def redact(text: str) -> str:
    return _NIP.sub("[nip]", _TOKEN.sub("[token]", text))


def trace(error: BaseException) -> str:
    """Where it happened, without what was said: an exception's words may quote a person."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {places}" if places else type(error).__name__


class _Formatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's own name
        """A traceback prints the exception's words; ours only says where."""
        error = ei[1] if isinstance(ei, tuple) else None
        return trace(error) if isinstance(error, BaseException) else ""


def set_up(level: str) -> None:
    """LOG_LEVEL is for our packages; libraries print whole messages at DEBUG and stay quiet."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
