"""What `main.py check` tells of trouble on its way: messages that wait, holidays that end."""

from __future__ import annotations

from datetime import datetime

from bot.rules.calendar import Calendar
from bot.settings import Settings
from storage.engine import Database
from storage.undelivered import undelivered

ADD_BOT = "add the bot to that group and let it write there"
ADD_HOLIDAYS = (
    "later due dates may be too early: add the next joint decree's (SKB), and start the bot again"
)
PRESS_START = "ask that person to open the bot and press Start"


def undelivered_lines(database: Database, settings: Settings) -> list[str]:
    with database.reading() as unit:
        waiting = undelivered(unit)
        ours = {
            unit.chats.current_id(chat_id): name
            for name, chat_id in (
                ("REPORT_CHAT_ID", settings.report_chat_id),
                ("HELPDESK_CHAT_ID", settings.helpdesk_chat_id),
            )
            if chat_id is not None
        }
    said = [
        f"{ours[chat.chat_id]}: {chat.messages} messages wait since"
        f" {chat.since:%Y-%m-%d %H:%M} UTC;"
        f" {PRESS_START if chat.chat_id > 0 else ADD_BOT}"
        for chat in waiting
        if chat.chat_id in ours
    ]
    others = [chat for chat in waiting if chat.chat_id not in ours]
    if others:
        count = sum(chat.messages for chat in others)
        said.append(f"messages: {count} wait for {len(others)} chats that cannot be reached now")
    return said


def holiday_lines(database: Database, calendar: Calendar, now: datetime) -> list[str]:
    with database.reading() as unit:
        if not calendar.runs_out(now, unit.open_tickets.last_due()):
            return []
    until = calendar.known_until
    return [f"HOLIDAYS_FILE: complete until {until} only; {ADD_HOLIDAYS}"]
