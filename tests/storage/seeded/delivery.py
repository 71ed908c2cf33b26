"""What came, what is to be sent, and what the clock did."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.storage.seeded.row import (
    ANI,
    ANYBODY,
    BUDI,
    CITRA,
    DESK,
    DEWI,
    NOW,
    REPORTS,
    Row,
    Seeded,
    ago,
    asks,
)


def _update(seq: int, status: str, **more: object) -> Seeded:
    row: Row = {"seq": seq, "update_id": 500 + seq, "lane": ANI, "raw": '{"update_id": 1}'}
    row |= {"received_at": ago(hours=1), "status": status, "attempts": 0}
    return Seeded(
        "inbox",
        row | {"not_before": None, "error": None} | more,
        now={"message_id": None, "mark": None},
    )


INBOX = [
    _update(1, "done"),
    _update(2, "dead", attempts=3, error="ValueError"),
    _update(3, "waiting", attempts=1, not_before=NOW + timedelta(seconds=9), error="KeyError"),
    _update(4, "waiting", lane=CITRA),
]


def _message(
    number: int, chat_id: int, status: str, now: Row | None = None, **more: object
) -> Seeded:
    row: Row = {"id": number, "chat_id": chat_id, "method": "sendMessage", "file": None}
    row |= {"payload": json.dumps({"text": f"pesan {number}"}), "status": status}
    row |= {"created_at": ago(minutes=90 - number), "not_before": None, "expires_at": None}
    row |= {"attempts": 0, "revision": 0, "coalesce": None, "purpose": None, "ticket_id": None}
    row |= {"under_card": False, "sent_at": None, "message_id": None, "error": None}
    unset: Row = {"held_for": None, "renderings": None, "announcement_id": None}
    unset |= {"subject_id": None, "part": None, "quotes": False}
    return Seeded("outbox", row | more, unset | ANYBODY | (now or {}))


def _held(reason: str, error: str) -> Row:
    return {"status": "held", "held_for": reason, "error": error}


BLOCKED = "Forbidden: bot was blocked by the user"
NO_PHOTOS = "Bad Request: not enough rights to send photos to the chat"
AT = ago(minutes=5)
OUTBOX = [
    _message(1, ANI, "sent", sent_at=AT),
    _message(2, CITRA, "sent", purpose="relay", ticket_id=2, sent_at=AT, message_id=80),
    _message(3, ANI, "waiting"),
    _message(4, -11, "waiting", purpose="card", ticket_id=1, coalesce="card:1", revision=2),
    _message(5, -12, "waiting", {"purpose": "card_below"}, purpose="card below", ticket_id=1),
    _message(
        6,
        -13,
        "waiting",
        asks("closing", BUDI),
        purpose="closing:2001",
        ticket_id=2,
        not_before=NOW,
        error="429",
        attempts=1,
    ),
    _message(
        7,
        DESK,
        "sent",
        asks("info", DEWI),
        purpose="info:2002",
        ticket_id=2,
        sent_at=AT,
        message_id=80,
    ),
    # The week's page, of which that release kept what to draw, not the figures.
    _message(
        8,
        REPORTS,
        "waiting",
        {
            "method": "sendMessage",
            "payload": json.dumps({"text": "<b>Pekan</b>", "parse_mode": "HTML"}),
            "purpose": None,
        },
        purpose="chart",
        method="sendPhoto",
        payload=json.dumps(
            {
                "caption": "<b>Pekan</b>",
                "parse_mode": "HTML",
                "file_name": "ringkasan.png",
                "chart": ["2026-11-16", "2026-11-23T00:00:00+00:00"],
            }
        ),
        file=b"\x89PNG\x00",
    ),
    _message(9, -14, "waiting", purpose="relay", ticket_id=2, under_card=True),
    # What a person who blocked the bot did not get: news of a ticket is kept for their return.
    _message(
        10,
        CITRA,
        "dead",
        _held("unreachable", BLOCKED),
        purpose="relay",
        ticket_id=2,
        error=f"away: {BLOCKED}",
    ),
    _message(11, CITRA, "dead", {"error": BLOCKED}, error=f"away: {BLOCKED}"),
    # They came back: it goes out again, or has gone.
    _message(12, 1009, "waiting", {"error": BLOCKED}, purpose="relay", error=f"away: {BLOCKED}"),
    _message(13, 1009, "sent", {"error": BLOCKED}, purpose="relay", error=f"away: {BLOCKED}"),
    # What a group did not take.
    _message(
        14,
        DESK,
        "dead",
        _held("no_files", NO_PHOTOS),
        method="sendPhoto",
        purpose="relay",
        ticket_id=1,
        under_card=True,
        error=f"no files: {NO_PHOTOS}",
    ),
    _message(15, 1010, "waiting", {"error": NO_PHOTOS}, error=f"no files: {NO_PHOTOS}"),
    _message(16, ANI, "dead", error="Bad Request: chat not found"),
    _message(
        17,
        (1 << 60) + BUDI,
        "dead",
        method="answerCallbackQuery",
        expires_at=ago(hours=1),
        error="too late to matter",
    ),
    _message(
        18,
        DESK,
        "sent",
        {"purpose": None, "quotes": True},
        purpose="quotes",
        sent_at=AT,
        message_id=79,
    ),
    # What stood for something was known by its key.
    _message(19, DESK, "sent", {"purpose": "board"}, coalesce="board", sent_at=AT),
    _message(
        20,
        DESK,
        "dead",
        {"purpose": "news", "subject_id": 3},
        coalesce="news:3",
        error="Bad Request: chat not found",
    ),
    _message(
        21,
        ANI,
        "sent",
        {"purpose": "answer"},
        purpose="relay",
        coalesce="answer:1:-1001:5",
        ticket_id=1,
        sent_at=AT,
    ),
]

AGENDA = [
    Seeded("agenda", {"kind": kind, "period": period, "made_at": ago(days=2)})
    for kind, period in (
        ("installed", ""),
        ("weekly", "2026-W47"),
        ("morning", "2026-11-23"),
        ("tidy", "2026-11-23"),
        ("verdict", "4:16"),
    )
]


ALIAS = Seeded("chat_alias", {"old_id": -5, "new_id": DESK})
