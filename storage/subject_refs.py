"""What a message stands for that belongs to no ticket, so that a reply to it finds its way."""

from __future__ import annotations

from sqlalchemy import bindparam, delete
from sqlalchemy.orm.util import identity_key
from sqlmodel import Session, col

from bot.rules.purpose import Subject
from storage.prepared import Prepared, by_key, upsert
from storage.tables import SubjectRef

_AT = by_key(SubjectRef)
_PUT = upsert(
    SubjectRef,
    key=("chat_id", "message_id"),
    values=("purpose", "subject_id", "part"),
)
_FORGET = Prepared(
    delete(SubjectRef).where(
        col(SubjectRef.chat_id) == bindparam("chat"),
        col(SubjectRef.message_id) == bindparam("message"),
    )
)


class SubjectRefs:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, chat_id: int, message_id: int) -> Subject | None:
        found = _AT.get(self._session, chat_id, message_id)
        return None if found is None else Subject(found.purpose, found.subject_id, found.part)

    def put(self, chat_id: int, message_id: int, subject: Subject) -> None:
        _PUT(
            self._session.connection(),
            chat_id=chat_id,
            message_id=message_id,
            purpose=subject.purpose,
            subject_id=subject.id,
            part=subject.part,
        )
        self._forget_read(chat_id, message_id)

    def forget(self, chat_id: int, message_id: int) -> None:
        """It says something else by now."""
        _FORGET(self._session.connection(), chat=chat_id, message=message_id)
        self._forget_read(chat_id, message_id)

    def _forget_read(self, chat_id: int, message_id: int) -> None:
        seen = self._session.identity_map.get(identity_key(SubjectRef, (chat_id, message_id)))
        if seen is not None:
            self._session.expunge(seen)
