"""Logs that can be shown to anybody: no token, no NIP, no sentence of a person's."""

from __future__ import annotations

import json
import logging
import re
import sys
from typing import Any

from bot.rules.privacy.numbers import MAIL, NIK, NIP, PHONE, mask
from bot.rules.privacy.secrets import hide
from bot.text_file import one_line
from bot.wire.log_actions import Action
from bot.wire.trace import kind, places

logger = logging.getLogger("bot")

_TOKEN = re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}")
# Not any long number: those in a log are ids.
_MASKED = frozenset({MAIL, NIP, NIK, PHONE})
_BARE = re.compile(r"[\w.:/+-]+", re.ASCII)

Fact = str | int | float | None


def record(action: Action, *, error: BaseException | None = None, **facts: Fact) -> None:
    """One line about one thing that happened. Facts are ids and words of ours or Telegram's,
    never a person's; of an error its class and place are told, never its words."""
    if not logger.isEnabledFor(action.level):
        return
    logger.log(action.level, _line(action, facts | _facts_of(error)))


def _facts_of(error: BaseException | None) -> dict[str, Fact]:
    return {} if error is None else {"error": kind(error), "at": places(error) or None}


def _line(action: Action, facts: dict[str, Fact]) -> str:
    told = [f"{name}={_written(value)}" for name, value in facts.items() if value is not None]
    return " ".join([f"action={action.word}", *told])


def _written(value: str | float) -> str:
    text = f"{round(value, 2):.10g}" if isinstance(value, float) else str(value)
    if _BARE.fullmatch(text):
        return text
    # Before it is quoted: "\\n" between the parts of a number is a letter.
    return one_line(json.dumps(redact(text), ensure_ascii=False))


def redact(text: str) -> str:
    return mask(_TOKEN.sub("[token]", text), _MASKED)


class Formatter(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """One line: a traceback would print the exception's words. Its place stands in the line;
        that of a library is made to look like ours."""
        record.message = record.getMessage()
        if record.name != logger.name:
            facts: dict[str, Fact] = {"logger": record.name, "text": hide(record.message)}
            error = record.exc_info[1] if record.exc_info else None
            record.message = _line(Action.LIBRARY, facts | _facts_of(error))
        record.asctime = self.formatTime(record)
        record.message = redact(record.message)
        return self.formatMessage(record)


def set_up(level: str) -> None:
    """LOG_LEVEL is for our own lines; libraries print whole messages at DEBUG and stay quiet."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Formatter())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logger.setLevel(level)


def task_failed(_loop: object, context: dict[str, Any]) -> None:
    """Instead of asyncio's own line, which prints the error's words."""
    # What follows a bracket are values, and so maybe words.
    what = re.split(r"[(<]", str(context.get("message")))[0].strip()
    record(Action.TASK_FAILED, what=what, error=context.get("exception"))
