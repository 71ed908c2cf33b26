"""The outbox's statements of every batch, built once: building takes ten times as long as running.
What goes next is the oldest waiting row of each chat; what goes to many comes after all else.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, insert, update
from sqlalchemy import select as sql_select
from sqlmodel import col, func, select

from bot.rules.purpose import Purpose
from storage.outgoing_rows import CALL, CARD_HERE
from storage.prepared import Prepared, among
from storage.tables import OutboxRow, OutboxStatus, Ticket

INSERT = Prepared(insert(OutboxRow))
IS_WAITING = col(OutboxRow.status) == OutboxStatus.WAITING
IS_NEWS = col(OutboxRow.announcement_id).is_not(None)


def _due(*those: ColumnElement[bool]) -> Prepared:
    busy = among(col(OutboxRow.chat_id), "busy")
    return Prepared({name: _heads(~of, *those) for name, of in busy.items()})


def _heads(*those: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    heads = (
        select(func.min(OutboxRow.id)).where(IS_WAITING, *those).group_by(col(OutboxRow.chat_id))
    )
    soon = col(OutboxRow.not_before).is_(None) | (col(OutboxRow.not_before) <= bindparam("now"))
    return (
        sql_select(*CALL)
        .outerjoin(Ticket, CARD_HERE)
        .where(col(OutboxRow.id).in_(heads), soon)
        .order_by(col(OutboxRow.id))
        .limit(bindparam("most"))
    )


_WITH_OTHERS = select(OutboxRow.chat_id).where(IS_WAITING, ~IS_NEWS)
DUE = _due(~IS_NEWS)
NEWS_DUE = _due(IS_NEWS, col(OutboxRow.chat_id).not_in(_WITH_OTHERS))
WAITING = Prepared(
    sql_select(col(OutboxRow.chat_id), func.count().label("waiting"))
    .where(IS_WAITING)
    .group_by(col(OutboxRow.chat_id))
)
_REWRITTEN = (
    update(OutboxRow)
    .where(col(OutboxRow.coalesce) == bindparam("key"), IS_WAITING)
    .values(payload=bindparam("words"), revision=OutboxRow.revision + 1, chat_id=bindparam("chat"))
)
REWRITE = Prepared(_REWRITTEN)
REWRITE_LATER = Prepared(_REWRITTEN.values(not_before=bindparam("until")))


@cache
def prompted(purposes: frozenset[Purpose]) -> Prepared:
    """Whether somebody was for a ticket after a moment, and it was not refused."""
    return Prepared(
        sql_select(col(OutboxRow.id))
        .where(
            col(OutboxRow.ticket_id) == bindparam("ticket"),
            col(OutboxRow.purpose).in_(sorted(purposes)),
            col(OutboxRow.prompted_id) == bindparam("person"),
            col(OutboxRow.created_at) > bindparam("moment"),
            col(OutboxRow.status).in_((OutboxStatus.WAITING, OutboxStatus.SENT)),
        )
        .limit(1)
    )


_AS_SENT = {"status": OutboxStatus.SENT, "sent_at": bindparam("at")}
SENT = Prepared(
    update(OutboxRow)
    .where(
        col(OutboxRow.id) == bindparam("number"),
        col(OutboxRow.revision) == bindparam("as_of"),
        IS_WAITING,
    )
    .values(**_AS_SENT, message_id=bindparam("message"))
)
ALL_SENT = Prepared(
    {
        name: update(OutboxRow).where(of).values(**_AS_SENT)
        for name, of in among(col(OutboxRow.id), "numbers").items()
    }
)
RELEASE = Prepared(
    update(OutboxRow)
    .where(
        col(OutboxRow.chat_id) == bindparam("chat"),
        col(OutboxRow.status) == OutboxStatus.HELD,
        col(OutboxRow.held_for) == bindparam("reason"),
    )
    .values(status=OutboxStatus.WAITING, held_for=None, not_before=None)
)
