"""Chats whose id changed: a group that became a supergroup."""

from __future__ import annotations

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage.tables import ChatAlias, OutboxRow, OutboxStatus


class Chats:
    def __init__(self, session: Session) -> None:
        self._session = session

    def current_id(self, chat_id: int) -> int:
        """The id a chat has today."""
        alias = self._session.get(ChatAlias, chat_id)
        return alias.new_id if alias else chat_id

    def moved(self, old_id: int, new_id: int) -> bool:
        """Rewrites the id everywhere; False when that was already known."""
        if old_id == new_id or self.current_id(old_id) == new_id:
            return False
        self._session.add(ChatAlias(old_id=old_id, new_id=new_id))
        for alias in self._session.exec(select(ChatAlias).where(col(ChatAlias.new_id) == old_id)):
            alias.new_id = new_id
        self._session.flush()
        self._session.execute(
            update(OutboxRow)
            .where(col(OutboxRow.chat_id) == old_id, col(OutboxRow.status) == OutboxStatus.WAITING)
            .values(chat_id=new_id)
        )
        # Messages of the old group can no longer be edited or replied to, so its cards are sent
        # anew. What belongs to them stays where it is: it counts in its own chat only.
        return True
