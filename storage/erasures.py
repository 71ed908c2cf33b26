"""Wishes to be erased, and the list by which they are carried out again after a restore.

What must stay of somebody who was erased is a mark: a digest of their Telegram id with a salt of
its own. It says nothing to whoever reads the list, and by it an id that turns up again in an older
backup is known. (It is no secret before somebody who tries all ids there are.)
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import update
from sqlmodel import Session, col, func, select

from storage import private
from storage.tables import ErasureRow, ErasureStatus

UNDER_WAY = (ErasureStatus.OPEN, ErasureStatus.CONFIRMED)
SUFFIX = ".erasures"


@dataclass(frozen=True)
class Erased:
    """Somebody who is to stay forgotten, as far as they were known before that moment."""

    mark: str
    before: datetime

    def is_of(self, person_id: int, first_seen: datetime) -> bool:
        """Who comes back after it is a stranger, and none of this list's."""
        salt = self.mark.partition(":")[0]
        return first_seen <= self.before and mark(person_id, salt) == self.mark


def mark(person_id: int, salt: str | None = None) -> str:
    salt = salt or secrets.token_hex(8)
    digest = hashlib.blake2b(str(person_id).encode(), key=salt.encode(), digest_size=16)
    return f"{salt}:{digest.hexdigest()}"


class Erasures:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, erasure_id: int) -> ErasureRow | None:
        return self._session.get(ErasureRow, erasure_id)

    def of(self, person_id: int) -> ErasureRow | None:
        """The one that is under way."""
        query = select(ErasureRow).where(
            col(ErasureRow.person_id) == person_id, col(ErasureRow.status).in_(UNDER_WAY)
        )
        return self._session.exec(query).first()

    def asked_since(self, person_id: int, moment: datetime) -> int:
        query = select(func.count(col(ErasureRow.id))).where(
            col(ErasureRow.person_id) == person_id, col(ErasureRow.asked_at) > moment
        )
        return self._session.exec(query).one()

    def ask(self, person_id: int, *, now: datetime, due: datetime) -> ErasureRow:
        row = ErasureRow(person_id=person_id, status=ErasureStatus.OPEN, asked_at=now, due_at=due)
        self._session.add(row)
        self._session.flush()
        return row

    def cancel(self, row: ErasureRow) -> bool:
        """False where it is being carried out by now."""
        return self._move(row, ErasureStatus.OPEN, ErasureStatus.CANCELLED)

    def confirm(self, row: ErasureRow, *, by: int, now: datetime) -> bool:
        moved = self._move(row, ErasureStatus.OPEN, ErasureStatus.CONFIRMED)
        if moved:
            row.confirmed_by, row.confirmed_at = by, now
            self._session.flush()
        return moved

    def reopen(self, row: ErasureRow) -> bool:
        """Confirmed, but not to be carried out yet."""
        return self._move(row, ErasureStatus.CONFIRMED, ErasureStatus.OPEN)

    def place_card(self, erasure_id: int, *, chat_id: int, message_id: int) -> None:
        row = self.get(erasure_id)
        if row is not None:
            row.card_chat_id, row.card_message_id = chat_id, message_id
            self._session.flush()

    def undecided(self) -> list[ErasureRow]:
        """The most urgent first."""
        query = select(ErasureRow).where(col(ErasureRow.status) == ErasureStatus.OPEN)
        return list(self._session.exec(query.order_by(col(ErasureRow.due_at), col(ErasureRow.id))))

    def done(self, person_id: int, mark: str, *, now: datetime) -> None:
        """None of them says any more whose it was."""
        theirs = col(ErasureRow.person_id) == person_id
        self._session.execute(
            update(ErasureRow)
            .where(theirs, col(ErasureRow.status).in_(UNDER_WAY))
            .values(status=ErasureStatus.DONE, done_at=now, mark=mark)
        )
        self._session.execute(update(ErasureRow).where(theirs).values(person_id=None))

    def add_done(self, known: Erased) -> None:
        """An erasure that this database, an older one, does not know of."""
        row = ErasureRow(
            status=ErasureStatus.DONE,
            asked_at=known.before,
            due_at=known.before,
            done_at=known.before,
            mark=known.mark,
        )
        self._session.add(row)
        self._session.flush()

    def all_done(self) -> list[Erased]:
        query = select(ErasureRow.mark, ErasureRow.done_at).where(
            col(ErasureRow.mark).is_not(None), col(ErasureRow.done_at).is_not(None)
        )
        rows = self._session.exec(query.order_by(col(ErasureRow.id)))
        return [Erased(mark, at) for mark, at in rows if mark and at]

    def how_many_done(self) -> int:
        done = col(ErasureRow.status) == ErasureStatus.DONE
        return self._session.exec(select(func.count(col(ErasureRow.id))).where(done)).one()

    def _move(self, row: ErasureRow, before: ErasureStatus, after: ErasureStatus) -> bool:
        moved = self._session.connection().execute(
            update(ErasureRow)
            .where(col(ErasureRow.id) == row.id, col(ErasureRow.status) == before)
            .values(status=after)
        )
        self._session.refresh(row)
        return moved.rowcount == 1


def list_beside(folder: Path, database: str) -> Path:
    """The list outside of the database, for the day on which that is lost."""
    return folder / f"{Path(database).stem}{SUFFIX}"


def note(file: Path, erased: Iterable[Erased]) -> None:
    """On the disk before the erasure counts; what stands there already is not repeated."""
    known = {each.mark for each in noted(file)}
    new = [each for each in erased if each.mark not in known]
    if not new:
        return
    private.make_folder(file.parent)
    private.make_file(file)
    with file.open("a", encoding="utf-8") as opened:
        for each in new:
            opened.write(json.dumps(asdict(each) | {"before": each.before.isoformat()}) + "\n")
        opened.flush()
        os.fsync(opened.fileno())


def noted(file: Path) -> list[Erased]:
    """A line that a power cut left unfinished is left out: its erasure does not count yet."""
    found = []
    if file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            try:
                row = json.loads(line)
                found.append(Erased(str(row["mark"]), datetime.fromisoformat(row["before"])))
            except (ValueError, KeyError, TypeError):
                continue
    return found


def latest(some: Iterable[Erased]) -> list[Erased]:
    """Each mark once."""
    by_mark: dict[str, Erased] = {}
    for each in some:
        known = by_mark.get(each.mark)
        if known is None or each.before - known.before > timedelta():
            by_mark[each.mark] = each
    return list(by_mark.values())
