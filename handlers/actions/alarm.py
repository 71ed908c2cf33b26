"""What goes wrong in operation and nobody would see: told to the admins, privately, once."""

from __future__ import annotations

from bot.words import alarm
from bot.words.html import Html
from handlers.context import Context

BACKUP_FAILED = "backup_failed"


def unreachable(context: Context, chat_id: int) -> None:
    """A place of ours where the bot may not write; once a day while it lasts."""
    today = context.resources.calendar.today(context.now).isoformat()
    if chat_id == context.desk_chat:
        _tell_admins(context, "desk_unreachable", today, alarm.desk_unreachable())
    elif chat_id == context.report_chat:
        _tell_admins(context, "reports_unreachable", today, alarm.reports_unreachable())


def backup_failed(context: Context, last_good: str) -> None:
    """Once until there is another good one."""
    _tell_admins(context, BACKUP_FAILED, last_good, alarm.backup_failed())


def _tell_admins(context: Context, kind: str, period: str, words: Html) -> None:
    if context.unit.agenda.claim(kind, period, now=context.now):
        for admin in context.resources.admin_ids:
            context.tell(admin, words)
