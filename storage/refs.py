"""Which ticket a message belongs to, so that a reply to it finds its way."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, delete, update
from sqlalchemy.orm.util import identity_key
from sqlmodel import Session, col, select

from bot.rules.purpose import OF_THE_DESK, PROMPTS, TO_BE_UNSAID, Purpose
from storage.prepared import by_key, upsert
from storage.tables import MessageRef

_AT = by_key(MessageRef)
_PUT = upsert(
    MessageRef,
    key=("chat_id", "message_id"),
    values=("ticket_id", "purpose", "prompted_id", "file"),
)


class Refs:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, chat_id: int, message_id: int) -> MessageRef | None:
        return _AT.get(self._session, chat_id, message_id)

    def of(self, ticket_ids: Collection[int], *, chat_id: int) -> list[MessageRef]:
        """What stands in a chat about these tickets, in order."""
        query = select(MessageRef).where(
            col(MessageRef.ticket_id).in_(ticket_ids), col(MessageRef.chat_id) == chat_id
        )
        return list(self._session.exec(query.order_by(col(MessageRef.message_id))))

    def in_other_groups(self, ticket_ids: Collection[int], *, but: int) -> list[MessageRef]:
        """What stands where the desk was before."""
        query = select(MessageRef).where(
            col(MessageRef.ticket_id).in_(ticket_ids),
            col(MessageRef.chat_id) < 0,
            col(MessageRef.chat_id) != but,
        )
        order = (col(MessageRef.chat_id), col(MessageRef.message_id))
        return list(self._session.exec(query.order_by(*order)))

    def alone(self, ticket_id: int) -> list[MessageRef]:
        """What stands alone with people of the desk about a ticket that not all may read."""
        return self._alone(col(MessageRef.ticket_id) == ticket_id, OF_THE_DESK)

    def alone_or_noted(self, ticket_id: int) -> list[MessageRef]:
        """The same, and what an officer was told of noting it down."""
        return self._alone(col(MessageRef.ticket_id) == ticket_id, TO_BE_UNSAID)

    def alone_with(self, person_id: int) -> list[MessageRef]:
        """The same of all tickets, with one of them."""
        return self._alone(col(MessageRef.chat_id) == person_id, OF_THE_DESK)

    def _alone(
        self, where: ColumnElement[bool], purposes: Collection[Purpose]
    ) -> list[MessageRef]:
        query = select(MessageRef).where(
            where, col(MessageRef.chat_id) > 0, col(MessageRef.purpose).in_(purposes)
        )
        order = (col(MessageRef.chat_id), col(MessageRef.message_id))
        return list(self._session.exec(query.order_by(*order)))

    def forget(self, chat_id: int, message_ids: Collection[int]) -> None:
        self._session.execute(
            delete(MessageRef).where(
                col(MessageRef.chat_id) == chat_id, col(MessageRef.message_id).in_(message_ids)
            )
        )

    def retire_prompts(self, ticket_id: int) -> None:
        """What is written to a prompt of an earlier round is an answer like any other."""
        here = col(MessageRef.chat_id) < 0
        for place, purpose in ((here, Purpose.RELAY), (~here, Purpose.OWN_COPY)):
            self._session.execute(
                update(MessageRef)
                .where(
                    col(MessageRef.ticket_id) == ticket_id,
                    col(MessageRef.purpose).in_(PROMPTS),
                    place,
                )
                .values(purpose=purpose)
            )

    def ask_instead(
        self, ticket_id: int, prompted_id: int, purposes: Collection[Purpose], purpose: Purpose
    ) -> bool:
        """This person's prompts for any of these ask for that one now; whether there are any."""
        changed = self._session.execute(
            update(MessageRef)
            .where(
                col(MessageRef.ticket_id) == ticket_id,
                col(MessageRef.prompted_id) == prompted_id,
                col(MessageRef.purpose).in_(purposes),
            )
            .values(purpose=purpose)
            .returning(col(MessageRef.message_id))
        )
        return changed.first() is not None

    def put(
        self,
        chat_id: int,
        message_id: int,
        *,
        ticket_id: int,
        purpose: Purpose,
        prompted_id: int | None = None,
        file: str | None = None,
    ) -> None:
        """With `prompted_id`, a prompt that only that person's reply answers."""
        _PUT(
            self._session.connection(),
            chat_id=chat_id,
            message_id=message_id,
            ticket_id=ticket_id,
            purpose=purpose,
            prompted_id=prompted_id,
            file=file,
        )
        seen = self._session.identity_map.get(identity_key(MessageRef, (chat_id, message_id)))
        if seen is not None:
            self._session.refresh(seen)
