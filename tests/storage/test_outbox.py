"""Messages wait in order, are rewritten while they wait, and are marked once."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col, select

from bot.rules.purpose import Purpose
from bot.wire.outgoing import OutgoingCall
from storage.engine import Database
from storage.tables import HoldReason, OutboxRow, OutboxStatus
from storage.unit import Unit
from tests.storage.rows import ANI, NOW, file, people

DESK = -1001


def put(unit: Unit, chat: int, text: str, **more: object) -> None:
    unit.outbox.add(chat, "sendMessage", {"text": text}, now=NOW, **more)  # type: ignore[arg-type]


def due(database: Database, busy: tuple[int, ...] = (), **later: float) -> list[OutgoingCall]:
    with database.reading() as unit:
        return unit.outbox.due(NOW + timedelta(**later), busy=busy, limit=50)


def texts(calls: list[OutgoingCall]) -> list[object]:
    return [call.params["text"] for call in calls]


def test_the_oldest_of_each_chat_goes_and_no_other(database: Database) -> None:
    with database.unit() as unit:
        for chat, text in ((1, "a"), (2, "b"), (1, "c"), (3, "d"), (2, "e")):
            put(unit, chat, text)
    assert texts(due(database)) == ["a", "b", "d"]
    assert texts(due(database, busy=(1, 3))) == ["b"]
    with database.unit() as unit:
        assert unit.outbox.sent(unit.outbox.due(NOW, busy=(), limit=1)[0], message_id=7, now=NOW)
    assert texts(due(database)) == ["b", "c", "d"]


def test_a_paused_head_holds_back_its_own_chat_only(database: Database) -> None:
    with database.unit() as unit:
        put(unit, 1, "a")
        put(unit, 1, "b")
        put(unit, 2, "c")
    with database.unit() as unit:
        head = unit.outbox.due(NOW, busy=(), limit=1)[0]
        unit.outbox.retry(head, at=NOW + timedelta(seconds=9), error="429", counts=False)
    assert texts(due(database)) == ["c"]
    again = due(database, seconds=9)
    assert texts(again) == ["a", "c"]
    assert again[0].attempts == 0


def test_what_waits_is_rewritten_in_place(database: Database) -> None:
    with database.unit() as unit:
        put(unit, 1, "old", coalesce="k")
        put(unit, 1, "other")
    with database.unit() as unit:
        put(unit, 1, "new", coalesce="k")
        put(unit, 1, "newest", coalesce="k")
    with database.reading() as unit:
        rows = unit.session.exec(select(OutboxRow).order_by(col(OutboxRow.id))).all()
        assert [row.payload for row in rows] == ['{"text": "newest"}', '{"text": "other"}']


def test_a_rewriting_keeps_the_pause_its_chat_was_told(database: Database) -> None:
    with database.unit() as unit:
        put(unit, 1, "old", coalesce="k")
    with database.unit() as unit:
        head = unit.outbox.due(NOW, busy=(), limit=1)[0]
        unit.outbox.retry(head, at=NOW + timedelta(seconds=9), error="429", counts=False)
    with database.unit() as unit:
        put(unit, 1, "new", coalesce="k")
    assert due(database) == []
    assert texts(due(database, seconds=9)) == ["new"]


def test_rewritten_under_way_it_goes_again(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        ticket = file(unit, "a").id
        put(unit, DESK, "first", coalesce="card:1", purpose=Purpose.CARD, ticket_id=ticket)
    (flying,) = due(database)
    with database.unit() as unit:
        put(unit, DESK, "second", coalesce="card:1", purpose=Purpose.CARD, ticket_id=ticket)
    with database.unit() as unit:
        assert not unit.outbox.sent(flying, message_id=5, now=NOW)
        unit.tickets.place_card(ticket, chat_id=DESK, message_id=5)
    (again,) = due(database)
    assert (again.method, again.params["message_id"], again.params["text"]) == (
        "editMessageText",
        5,
        "second",
    )
    with database.unit() as unit:
        assert unit.outbox.sent(again, message_id=5, now=NOW)
    assert due(database) == []


def test_a_plain_retry_does_not_overwrite_newer_words(database: Database) -> None:
    with database.unit() as unit:
        put(unit, 1, "old", coalesce="k")
    (flying,) = due(database)
    with database.unit() as unit:
        put(unit, 1, "new", coalesce="k")
    with database.unit() as unit:
        unit.outbox.rewrite(flying, {"text": "old, plain"}, error="markup refused")
    assert texts(due(database)) == ["new"]


def test_what_is_sent_or_dead_is_not_rewritten(database: Database) -> None:
    with database.unit() as unit:
        put(unit, 1, "old", coalesce="k")
    with database.unit() as unit:
        unit.outbox.sent(unit.outbox.due(NOW, busy=(), limit=1)[0], message_id=1, now=NOW)
        put(unit, 1, "new", coalesce="k")
    assert texts(due(database)) == ["new"]


def test_what_stands_under_a_card_replies_to_it(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        ticket = file(unit, "a").id
        unit.tickets.place_card(ticket, chat_id=DESK, message_id=5)
        put(unit, DESK, "said", ticket_id=ticket, under_card=True)
    reply = due(database)[0].params["reply_parameters"]
    assert reply == {"message_id": 5, "allow_sending_without_reply": True}


def test_only_what_is_held_for_a_reason_comes_back_when_it_is_over(database: Database) -> None:
    with database.unit() as unit:
        for text in ("blocked", "a photo", "refused"):
            put(unit, ANI, text)
    blocked, photo, refused = HoldReason.UNREACHABLE, HoldReason.NO_FILES, None
    with database.unit() as unit:
        for reason in (blocked, photo, refused):
            (head,) = unit.outbox.due(NOW, busy=(), limit=1)
            if reason is None:
                unit.outbox.bury(head, error="chat not found")
            else:
                unit.outbox.hold(head, reason, error="Forbidden")
    assert due(database) == []
    with database.unit() as unit:
        unit.outbox.release(DESK, blocked)
        assert unit.outbox.due(NOW, busy=(), limit=1) == []
        unit.outbox.release(ANI, blocked)
    assert texts(due(database)) == ["blocked"]
    with database.reading() as unit:
        rows = unit.session.exec(select(OutboxRow).order_by(col(OutboxRow.id))).all()
        assert [(row.status, row.held_for, row.error) for row in rows] == [
            (OutboxStatus.WAITING, None, "Forbidden"),
            (OutboxStatus.HELD, photo, "Forbidden"),
            (OutboxStatus.DEAD, None, "chat not found"),
        ]


def test_many_sent_are_marked_in_one_statement_and_forgotten_later(database: Database) -> None:
    with database.unit() as unit:
        for chat in range(1, 20):
            put(unit, chat, "x")
    with database.unit() as unit:
        unit.outbox.all_sent(unit.outbox.due(NOW, busy=(), limit=50), NOW)
    assert due(database) == []
    with database.unit() as unit:
        below = unit.outbox.older_than(NOW + timedelta(seconds=1))
        assert unit.outbox.forget(OutboxStatus.SENT, below=below) == 19
        rows = unit.session.exec(
            select(OutboxRow).where(col(OutboxRow.status) == OutboxStatus.SENT)
        )
        assert rows.all() == []
