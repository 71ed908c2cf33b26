"""Chats whose id changed: a group that became a supergroup."""

from __future__ import annotations

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from storage.tables import ChatAlias, MessageRef, OutboxRow, OutboxStatus, Ticket

STILL_TO_GO = (OutboxStatus.WAITING, OutboxStatus.HELD)


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
            .where(col(OutboxRow.chat_id) == old_id, col(OutboxRow.status).in_(STILL_TO_GO))
            .values(chat_id=new_id)
        )
        # Messages of the old group can no longer be edited or replied to: cards are sent anew.
        # Their ids mean nothing in the new group, where others will get the same numbers.
        self._session.execute(
            update(Ticket)
            .where(col(Ticket.card_chat_id) == old_id)
            .values(card_chat_id=new_id, card_message_id=None)
            .execution_options(synchronize_session="fetch")
        )
        self._session.execute(
            delete(MessageRef)
            .where(col(MessageRef.chat_id) == old_id)
            .execution_options(synchronize_session=False)
        )
        return True
