"""Announcements: written, approved, under way, ended; and those that the calendar keeps."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, func, select

from bot.rules.announcement import WRITTEN_AT, NewsStatus
from bot.rules.complaint import File
from storage.tables import Announcement


class Announcements:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, number: int) -> Announcement | None:
        return self._session.get(Announcement, number)

    def hold(self, number: int) -> Announcement | None:
        """As it is now, and as nobody else changes it while this unit lasts."""
        query = select(Announcement).where(col(Announcement.id) == number)
        query = query.with_for_update().execution_options(populate_existing=True)
        return self._session.exec(query).first()

    def add(self, row: Announcement) -> Announcement:
        self._session.add(row)
        self._session.flush()
        return row

    def by_source(self, chat_id: int, message_id: int) -> Announcement | None:
        """Whose words that message brought."""
        query = select(Announcement).where(
            col(Announcement.source_chat_id) == chat_id,
            col(Announcement.source_message_id) == message_id,
        )
        return self._session.exec(query.order_by(col(Announcement.id).desc()).limit(1)).first()

    def by_album(self, chat_id: int, group_id: str) -> Announcement | None:
        """Which has files of it."""
        query = select(Announcement).where(
            col(Announcement.source_chat_id) == chat_id, col(Announcement.album) == group_id
        )
        return self._session.exec(query.order_by(col(Announcement.id).desc()).limit(1)).first()

    def change(self, row: Announcement, **values: Any) -> bool:
        """What is not approved yet; an approval that somebody is about to give is void by it.
        False for what was approved meanwhile."""
        values |= {"revision": Announcement.revision + 1, "status": NewsStatus.DRAFT}
        return self._update(row, WRITTEN_AT, None, values)

    def move(
        self,
        row: Announcement,
        of: Collection[NewsStatus],
        to: NewsStatus,
        *,
        revision: int | None = None,
        **values: Any,
    ) -> bool:
        """True for the first who does it; with `revision`, to nothing newer than that."""
        return self._update(row, of, revision, values | {"status": to})

    def _update(
        self,
        row: Announcement,
        of: Collection[NewsStatus],
        revision: int | None,
        values: dict[str, Any],
    ) -> bool:
        where = [col(Announcement.id) == row.id, col(Announcement.status).in_(of)]
        if revision is not None:
            where.append(col(Announcement.revision) == revision)
        changed = self._session.connection().execute(
            update(Announcement).where(*where).values(values)
        )
        self._session.refresh(row)
        return changed.rowcount == 1

    def counted(self, number: int, revision: int, people: int) -> None:
        self._session.connection().execute(
            update(Announcement)
            .where(col(Announcement.id) == number, col(Announcement.revision) == revision)
            .values(people=people)
        )

    def place_card(self, number: int, *, chat_id: int, message_id: int) -> None:
        row = self.get(number)
        if row is not None:
            row.card_chat_id, row.card_message_id = chat_id, message_id
            self._session.flush()

    def of_status(self, *of: NewsStatus, most: int = 20) -> list[Announcement]:
        """Oldest first."""
        query = select(Announcement).where(col(Announcement.status).in_(of))
        return list(self._session.exec(query.order_by(col(Announcement.id)).limit(most)))

    def recent(self, *, most: int) -> list[Announcement]:
        """Newest first, without what was dropped and what the calendar keeps."""
        query = select(Announcement).where(
            col(Announcement.status) != NewsStatus.DROPPED, col(Announcement.every).is_(None)
        )
        return list(self._session.exec(query.order_by(col(Announcement.id).desc()).limit(most)))

    def calendar(self) -> list[Announcement]:
        """What it keeps, the next first; what is not approved yet at the end."""
        query = select(Announcement).where(
            col(Announcement.every).is_not(None),
            col(Announcement.status).in_((*WRITTEN_AT, NewsStatus.PLANNED)),
        )
        nowhere = col(Announcement.status) != NewsStatus.PLANNED
        order = (nowhere, col(Announcement.next_at), col(Announcement.id))
        return list(self._session.exec(query.order_by(*order)))

    def due(self, now: datetime) -> list[Announcement]:
        query = select(Announcement).where(
            col(Announcement.status) == NewsStatus.PLANNED, col(Announcement.next_at) <= now
        )
        return list(self._session.exec(query.order_by(col(Announcement.next_at)).limit(20)))

    def take_turn(self, row: Announcement, *, next_at: datetime | None) -> bool:
        """True for the one who may send it this time."""
        ended = {"status": NewsStatus.DONE} if next_at is None else {}
        changed = self._session.connection().execute(
            update(Announcement)
            .where(
                col(Announcement.id) == row.id,
                col(Announcement.status) == NewsStatus.PLANNED,
                col(Announcement.next_at) == row.next_at,
            )
            .values(next_at=next_at, **ended)
        )
        return changed.rowcount == 1

    def count(self, *of: NewsStatus) -> int:
        query = select(func.count(col(Announcement.id))).where(col(Announcement.status).in_(of))
        return self._session.exec(query).one()


def files_of(row: Announcement) -> list[File]:
    """In the order in which they came."""
    if row.file_kind is None or row.file_id is None:
        return []
    first = File(kind=row.file_kind, file_id=row.file_id, unique_id="")
    return [first, *(File(**each) for each in json.loads(row.more_files or "[]"))]


def with_file(row: Announcement, sent: File) -> str:
    """`more_files` of it, with this one too."""
    return json.dumps([asdict(each) for each in (*files_of(row)[1:], sent)])


def chosen_of(row: Announcement) -> list[Any]:
    found: list[Any] = json.loads(row.chosen)
    return found


def packed(chosen: Collection[Any]) -> str:
    return json.dumps(list(chosen), ensure_ascii=False)
