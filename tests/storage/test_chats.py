"""A group that became a supergroup is the same chat under another number."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from storage.engine import Database
from storage.tables import HoldReason, OutboxRow
from storage.unit import Unit
from tests.storage.rows import NOW

OLD, NEW, NEWEST, OTHER = -51, -1001, -1002, -52


def put(unit: Unit, chat: int, text: str) -> None:
    unit.outbox.add(chat, "sendMessage", {"text": text}, now=NOW)


def test_the_id_of_today_is_found_over_every_move(database: Database) -> None:
    with database.unit() as unit:
        assert unit.chats.moved(OLD, NEW)
        assert not unit.chats.moved(OLD, NEW)
        assert not unit.chats.moved(NEW, NEW)
        assert unit.chats.moved(NEW, NEWEST)
        assert not unit.chats.moved(OLD, NEWEST)
    with database.reading() as unit:
        here = [unit.chats.current_id(chat) for chat in (OLD, NEW, NEWEST, OTHER)]
    assert here == [NEWEST, NEWEST, NEWEST, OTHER]


@pytest.mark.parametrize("end", ["sent", "buried"])
def test_what_is_still_to_go_goes_to_the_new_group(database: Database, end: str) -> None:
    """What waits and what is held goes on; what is over stays where it was."""
    with database.unit() as unit:
        for text in ("over", "held", "waits"):
            put(unit, OLD, text)
        put(unit, OTHER, "another's")
    with database.unit() as unit:
        (over,) = unit.outbox.due(NOW, busy=(OTHER,), limit=1)
        if end == "sent":
            unit.outbox.sent(over, message_id=7, now=NOW)
        else:
            unit.outbox.bury(over, error="refused")
        (held,) = unit.outbox.due(NOW, busy=(OTHER,), limit=1)
        unit.outbox.hold(held, HoldReason.NO_FILES, error="not enough rights")
        unit.chats.moved(OLD, NEW)
    with database.unit() as unit:
        unit.outbox.release(NEW, HoldReason.NO_FILES)
        rows = unit.session.exec(select(OutboxRow).order_by(col(OutboxRow.id))).all()
        assert [row.chat_id for row in rows] == [OLD, NEW, NEW, OTHER]
        (head,) = unit.outbox.due(NOW, busy=(OTHER,), limit=1)
        assert (head.chat_id, head.params["text"]) == (NEW, "held")
