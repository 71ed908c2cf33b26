"""Reads history.txt: a line a step, `WHEN WHO ACTION the rest`; an indented line goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from bot.rules.calendar import Calendar

SCRIPT = Path(__file__).with_name("history.txt")
_WHEN = (
    r"T-(?P<days>\d+) (?P<hour>\d\d):(?P<minute>\d\d)|start\+(?P<after>\d+)m|now-(?P<before>\d+)m"
)
_LINE = re.compile(rf"(?P<when>{_WHEN})\s+(?P<who>\w+)\s+(?P<action>\w+)(?:\s+(?P<rest>.+))?")


class ScriptError(ValueError):
    """A line that cannot be read or played, and why."""


@dataclass(frozen=True)
class ScriptMoment:
    """So many working days before today at an hour, or minutes from either end."""

    days: int | None = None
    hour: time = time()
    after: timedelta | None = None
    before: timedelta | None = None

    def moment(self, start: datetime, end: datetime, calendar: Calendar) -> datetime:
        if self.after is not None:
            return start + self.after
        if self.before is not None:
            return end - self.before
        day = _working_day(calendar, calendar.today(end), self.days or 0)
        return datetime.combine(day, self.hour, calendar.zone)


@dataclass(frozen=True)
class ScriptLine:
    when: ScriptMoment
    who: str
    action: str
    rest: str


def read(script: str | None = None) -> list[ScriptLine]:
    """Raises ScriptError."""
    text = SCRIPT.read_text(encoding="utf-8") if script is None else script
    return [_parsed(line) for line in _joined(text)]


def _joined(text: str) -> list[str]:
    lines: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    return lines


def _parsed(line: str) -> ScriptLine:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ScriptError(f"cannot read {line!r}")
    return ScriptLine(_when(found), found["who"], found["action"], found["rest"] or "")


def _when(found: re.Match[str]) -> ScriptMoment:
    if found["after"]:
        return ScriptMoment(after=timedelta(minutes=int(found["after"])))
    if found["before"]:
        return ScriptMoment(before=timedelta(minutes=int(found["before"])))
    return ScriptMoment(int(found["days"]), time(int(found["hour"]), int(found["minute"])))


def _working_day(calendar: Calendar, today: date, back: int) -> date:
    day = today
    while back:
        day -= timedelta(days=1)
        back -= calendar.is_working_day(day)
    return day
