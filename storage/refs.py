"""Which ticket a message belongs to, so that a reply to it finds its way."""

from __future__ import annotations

from sqlalchemy import func, update
from sqlmodel import Session, col

from storage.tables import MessageRef

# Purposes beyond the card itself (bot.wire.parcel.CARD).
RELAY = "relay"  # words passed on between reporter and desk
CLOSING = "closing"  # "write the closing note as a reply to this"
INFO = "info"  # "write what you need to know as a reply to this"
STORY = "story"  # the reporter's own message that became the story
SAID = "said"  # the reporter's own message that was passed on
NOTE = "note"  # an album that the desk keeps to itself


class Refs:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, chat_id: int, message_id: int) -> MessageRef | None:
        return self._session.get(MessageRef, (chat_id, message_id))

    def retire_prompts(self, ticket_id: int) -> None:
        """What is written to a prompt of an earlier round is an answer like any other."""
        for purpose in (CLOSING, INFO):
            self._session.execute(
                update(MessageRef)
                .where(
                    col(MessageRef.ticket_id) == ticket_id,
                    col(MessageRef.purpose).startswith(purpose),
                )
                .values(purpose=func.replace(MessageRef.purpose, purpose, RELAY))
            )

    def put(self, chat_id: int, message_id: int, *, ticket_id: int, purpose: str) -> None:
        self._session.merge(
            MessageRef(
                chat_id=chat_id, message_id=message_id, ticket_id=ticket_id, purpose=purpose
            )
        )
        self._session.flush()


def asked_of(person_id: int, purpose: str) -> str:
    """The purpose of a prompt that only this person's reply answers."""
    return f"{purpose}:{person_id}"


def purpose_of(ref: MessageRef) -> tuple[str, int | None]:
    """What the message is for, and whose reply it asks for if not anybody's."""
    purpose, _, person = ref.purpose.partition(":")
    return purpose, int(person) if person else None
