"""What was lately written into a chat about a ticket, whether or not we know its number there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import text
from sqlmodel import col, select

from bot.rules.purpose import ANSWERED, Purpose, Subject
from storage.tables import OutboxRow, OutboxStatus
from storage.tables.delivery import HAS_SUBJECT
from storage.unit import Unit


class OutgoingWords(NamedTuple):
    text: str
    """With its markup; of a picture or a file, the words under it."""
    purpose: Purpose
    prompted_id: int | None
    at: datetime


def said_of(unit: Unit, chat_id: int, ticket_id: int, *, since: datetime) -> list[OutgoingWords]:
    """Newest first."""
    query = (
        select(OutboxRow.payload, OutboxRow.purpose, OutboxRow.prompted_id, OutboxRow.created_at)
        .where(
            col(OutboxRow.chat_id) == chat_id,
            col(OutboxRow.ticket_id) == ticket_id,
            col(OutboxRow.purpose).is_not(None),
            col(OutboxRow.status).in_((OutboxStatus.WAITING, OutboxStatus.SENT)),
            col(OutboxRow.created_at) > since,
        )
        .order_by(col(OutboxRow.id).desc())
    )
    return [
        OutgoingWords(_text(json.loads(payload)), Purpose(purpose), prompted_id, at)
        for payload, purpose, prompted_id, at in unit.session.exec(query)
        if purpose is not None
    ]


def standing(unit: Unit, chat_id: int, *, since: datetime) -> Iterator[tuple[str, Subject]]:
    """The words of what stands for something that is answered there; newest first."""
    row = OutboxRow
    query = (
        select(row.payload, row.purpose, row.subject_id, row.part)
        .where(
            text(HAS_SUBJECT),
            col(row.chat_id) == chat_id,
            col(row.purpose).in_(ANSWERED),
            col(row.status).in_((OutboxStatus.WAITING, OutboxStatus.SENT)),
            col(row.created_at) > since,
        )
        .order_by(col(row.id).desc())
    )
    for payload, purpose, subject_id, part in unit.session.exec(query):
        assert purpose is not None
        yield _text(json.loads(payload)), Subject(Purpose(purpose), subject_id, part)


def _text(params: dict[str, object]) -> str:
    media = params.get("media")
    first = media[0] if isinstance(media, list) and media else params
    return str(params.get("text") or first.get("caption") or "")
