"""Chats whose id changed: a group that became a supergroup."""

from __future__ import annotations

from sqlalchemy import bindparam
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from storage.outbox import Outbox
from storage.prepared import Prepared
from storage.tables import ChatAlias

_ALIAS = Prepared(
    sql_select(col(ChatAlias.new_id)).where(col(ChatAlias.old_id) == bindparam("old"))
)


class Chats:
    def __init__(self, session: Session, outbox: Outbox) -> None:
        self._session = session
        self._outbox = outbox
        self._current: dict[int, int] = {}

    def current_id(self, chat_id: int) -> int:
        """The id a chat has today."""
        if chat_id not in self._current:
            found = _ALIAS(self._session.connection(), old=chat_id).scalar()
            self._current[chat_id] = found or chat_id
        return self._current[chat_id]

    def forget(self) -> None:
        """What was read may have been undone."""
        self._current.clear()

    def moved(self, old_id: int, new_id: int) -> bool:
        """Rewrites the id everywhere; False when that was already known."""
        if old_id == new_id or self.current_id(old_id) == new_id:
            return False
        self.forget()
        self._session.add(ChatAlias(old_id=old_id, new_id=new_id))
        for alias in self._session.exec(select(ChatAlias).where(col(ChatAlias.new_id) == old_id)):
            alias.new_id = new_id
        self._session.flush()
        self._outbox.moved(old_id, new_id)
        # Messages of the old group can no longer be edited or replied to, so its cards are sent
        # anew. What belongs to them stays where it is: it counts in its own chat only.
        return True
