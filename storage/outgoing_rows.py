"""A call to the Bot API as a row of the outbox, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import and_
from sqlmodel import col

from bot.rules.purpose import Purpose
from bot.wire.outgoing import OutgoingCall, Rendering
from storage.prepared import Row
from storage.tables import OutboxRow, Ticket

# A card counts in its own chat only: the settings may name another group than yesterday.
CARD_HERE = and_(
    col(Ticket.id) == col(OutboxRow.ticket_id), col(Ticket.card_chat_id) == col(OutboxRow.chat_id)
)
OF_NO_CHAT = {"answerCallbackQuery", "answerGuestQuery", "setMyCommands", "deleteMyCommands"}
# What is the same in a row and in a call.
_SAME = (
    "revision",
    "chat_id",
    "attempts",
    "created_at",
    "expires_at",
    "purpose",
    "prompted_id",
    "ticket_id",
    "subject_id",
    "part",
    "quotes",
    "coalesce",
    "announcement_id",
)
# What a call is made of; bare columns, for whole objects of the ORM take longer to make.
CALL = [
    *(
        col(getattr(OutboxRow, name))
        for name in ("id", "method", "payload", "renderings", "under_card", *_SAME)
    ),
    col(Ticket.card_message_id).label("card"),
]


@dataclass(frozen=True)
class NewRow:
    """One still to be written, and its parameters before they became JSON."""

    values: dict[str, Any]
    params: dict[str, object]
    renderings: tuple[Rendering, ...]

    @property
    def stays_as_it_is(self) -> bool:
        """Whether nothing that happens later can change what is sent, or when."""
        values = self.values
        return (
            values["coalesce"] is None
            and values["not_before"] is None
            and values["purpose"] is not Purpose.CARD
            and not values["under_card"]
        )

    def as_call(self, number: int) -> OutgoingCall:
        """As it would be read back under that number, while nothing changes it."""
        method = self.values["method"]
        return _call(number, self.values, method, dict(self.params), self.renderings)


def call_of(row: Row) -> OutgoingCall:
    """The call as it must be made now: where a card stands is only known once it was sent."""
    method, params = row.method, json.loads(row.payload)
    if row.card is not None and row.purpose is Purpose.CARD:
        method, params = "editMessageText", {**params, "message_id": row.card}
    elif row.card is not None and row.under_card:
        params["reply_parameters"] = {"message_id": row.card, "allow_sending_without_reply": True}
    renderings = tuple(Rendering(**each) for each in json.loads(row.renderings or "[]"))
    return _call(row.id, row._asdict(), method, params, renderings)


def pack(renderings: Sequence[Rendering]) -> str | None:
    return json.dumps([asdict(each) for each in renderings]) if renderings else None


def _call(
    number: int,
    values: Mapping[str, Any],
    method: str,
    params: dict[str, object],
    renderings: tuple[Rendering, ...],
) -> OutgoingCall:
    if method not in OF_NO_CHAT:
        params["chat_id"] = values["chat_id"]  # never in the payload: a group's id may change
    return OutgoingCall(
        id=number,
        method=method,
        params=params,
        renderings=renderings,
        **{name: values[name] for name in _SAME},
    )
