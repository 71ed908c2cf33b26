"""Which failures of a verb are told in lines of their own, and with which exit code."""

from __future__ import annotations

from typing import NamedTuple

from bot.data.data_file import DataError
from bot.settings import SettingsError
from bot.text_file import one_line
from bot.wire import log
from bot.wire.database_watch import DatabaseLost
from bot.wire.http import PortTakenError
from bot.wire.intake import TokenRefused
from bot.wire.rivalry import AnotherBotServes
from bot.wire.run import LockLost, LoopFailed
from bot.wire.startup import WebhookRefused
from faq.book.book import BookError
from faq.matching.labelled import BadFile
from handlers.operator.told import Findings, Stop, Unwell
from storage.backup import BackupError
from storage.engine import DatabaseError

ONE_LINERS = (
    Stop,
    SettingsError,
    DatabaseError,
    DataError,
    PortTakenError,
    WebhookRefused,
    LockLost,
    DatabaseLost,
    LoopFailed,
    BadFile,
    BackupError,
)
FAILED = 1
ANOTHER_BOT = 3  # the exit code that a supervisor is not to answer with a new start


class Failure(NamedTuple):
    code: int
    reasons: list[str]


def told(error: Exception) -> Failure | None:
    """None for what nobody foresaw: its traceback says more than a line."""
    match error:
        case Findings():
            return _told(FAILED, "\n".join(map(one_line, error.lines)))
        case BookError() | Unwell():
            return _told(FAILED, *map(one_line, error.problems))
        case AnotherBotServes():  # started again, it would only disturb the other once more
            return _told(ANOTHER_BOT, str(error))
        case TokenRefused():
            return _told(
                FAILED, "BOT_TOKEN: Telegram refuses this token; copy it again from @BotFather"
            )
        case _ if isinstance(error, ONE_LINERS):
            return _told(FAILED, one_line(str(error)))
        case _:
            return None


def _told(code: int, *reasons: str) -> Failure:
    return Failure(code, list(map(log.redact, reasons)))
