"""When the bot did not serve."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from bot.rules.apart import Gap
from storage.prepared import upsert
from storage.tables import DowntimeRow

_NOTE = upsert(DowntimeRow, key=("since",), values=("until",))


class Downtimes:
    def __init__(self, session: Session) -> None:
        self._session = session

    def note(self, since: datetime, until: datetime) -> None:
        _NOTE(self._session.connection(), since=since, until=until)

    def ended_since(self, moment: datetime) -> list[Gap]:
        """From when until when, the first over first."""
        query = (
            select(DowntimeRow.since, DowntimeRow.until)
            .where(col(DowntimeRow.until) >= moment)
            .order_by(col(DowntimeRow.until), col(DowntimeRow.since))
        )
        return [(since, until) for since, until in self._session.exec(query)]
