"""What came, what is to be sent, and what the clock did."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

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

MADE = ago(days=2)
NO_KEY: Row = {
    "chat_id": 0,
    "about_id": 0,
    "subject_id": 0,
    "part_id": 0,
    "name": "",
    "period": "",
}


def _once(kind: str, period: str, now: str, /, at: datetime = MADE, **key: object) -> Seeded:
    """`now`: its kind today."""
    was: Row = {"kind": kind, "period": period, "made_at": at}
    return Seeded("agenda", was, now=was | NO_KEY | {"kind": now} | key)


def _spoken(period: str, at: datetime, **now: object) -> Seeded:
    return Seeded(
        "agenda",
        {"kind": "announced", "period": period, "made_at": at},
        now=now | {"at": at},
        became="last_spoken",
    )


AGENDA = [
    _once("installed", "", "installed"),
    _once("serving", "first", "serving_since"),
    _once("serving", "last", "served_last"),
    _once("tidy", "2026-11-23", "tidy", period="2026-11-23"),
    _once("erasures-scrubbed", "3", "erasures_scrubbed", part_id=3),
    _once("survey-scrubbed", "2", "survey_scrubbed", subject_id=2),
    _once("weekly", "2026-W47", "weekly", period="2026-W47"),
    _once("monthly", "2026-10", "monthly", period="2026-10"),
    _once("closed", "week:2026-W47", "closed", period="2026-W47"),
    _once("closed", "month:2026-10", "closed", period="2026-10"),
    _once("closed", "year:2025", "closed", period="2025"),
    _once("morning", "2026-11-23", "morning", period="2026-11-23"),
    _once("reminders", "", "deadlines_looked"),
    _once("reminders", "2026-11-23", "verdicts", period="2026-11-23"),
    _once("digest", f"{BUDI}:2026-11-23", "digest", chat_id=BUDI, period="2026-11-23"),
    _once("digests", "2026-11-23", "digests", period="2026-11-23"),
    _once("late-card", "4", "late_card", subject_id=4),
    _once("incident", "2:7", "incident", subject_id=2, part_id=7),
    _once("erasure", "5:soon", "erasure_soon", subject_id=5),
    _once("erasure", "5:late:2026-11-23", "erasure_late", subject_id=5, period="2026-11-23"),
    _once("verdict", "4:16", "verdict", subject_id=4, part_id=16),
    _once("silence", "4:15", "silence", subject_id=4, part_id=15),
    _once("silence-asked", "2026-11-23", "silence_asked", period="2026-11-23"),
    _once("silence-closed", "2026-11-23", "silence_closed", period="2026-11-23"),
    _once("rating", "4", "rating", subject_id=4),
    _once("ratings", "2026-11-23", "ratings", period="2026-11-23"),
    _once("unsent", f"{ANI}:0badcafe", "unsent", chat_id=ANI, name="0badcafe"),
    _once("unsent-morning", f"{ANI}:0badcafe", "unsent_morning", chat_id=ANI, name="0badcafe"),
    _once("read_right", "6", "read_right", subject_id=6),
    _once("secret", f"{ANI}:71", "secret", chat_id=ANI, subject_id=71),
    _once("secret", f"{DESK}:72", "secret", chat_id=DESK, subject_id=72),
    _once(
        "nip_tried",
        f"{CITRA}:{ANI}:2026-11-23",
        "nip_tried",
        chat_id=CITRA,
        about_id=ANI,
        period="2026-11-23",
    ),
    *(
        _once(
            kind,
            f"{ANI}:3:202611250200",
            kind.replace("-", "_"),
            chat_id=ANI,
            subject_id=3,
            period="202611250200",
        )
        for kind in ("clinic-day", "clinic-hour", "clinic-full")
    ),
    *(
        _once(kind, f"{ANI}:3", kind.replace("-", "_"), chat_id=ANI, subject_id=3)
        for kind in ("clinic-rated", "clinic-helped", "clinic-calendar")
    ),
    _once(
        "clinic-news", f"{ANI}:3:1:open", "clinic_changed", chat_id=ANI, subject_id=3, part_id=1
    ),
    _once(
        "clinic-news",
        f"{ANI}:3:2:cancelled",
        "clinic_called_off",
        chat_id=ANI,
        subject_id=3,
        part_id=2,
    ),
    _once("clinic-files", f"{ANI}:3:4", "clinic_files", chat_id=ANI, subject_id=3, part_id=4),
    *(  # counted by person, and numbered anew: the third came an hour after the others
        _once(
            "clinic-try",
            f"{person}:{at.isoformat()}:{of_late}",
            "clinic_try",
            at=at,
            chat_id=person,
            part_id=number,
        )
        for person, number, of_late, at in (
            (ANI, 1, 0, ago(hours=30)),
            (ANI, 2, 1, ago(hours=29)),
            (ANI, 3, 0, ago(hours=1)),
            (CITRA, 1, 0, ago(hours=2)),
        )
    ),
    _once("survey-invited", "2:2026-11-23", "survey_invited", subject_id=2, period="2026-11-23"),
    _once("alarm", f"away:{DESK}", "chat_away", chat_id=DESK),
    _once("alarm", f"own:{DEWI}", "not_started", chat_id=DEWI),
    _once("alarm", f"follow:{DEWI}", "follower_waits", chat_id=DEWI),
    _once("alarm", f"pin:{DESK}", "board_unpinned", chat_id=DESK),
    _once("alarm", "card:4", "card_refused", subject_id=4),
    _once(
        "alarm", f"refused:{DESK}:2026-11-23", "page_refused", chat_id=DESK, period="2026-11-23"
    ),
    _once("alarm", "holidays:2026-12-31", "holidays_end", period="2026-12-31"),
    _once("alarm", "backup:", "backup_failed"),
    _once(
        "alarm",
        "backup:bot-2026-11-22.sqlite3",
        "backup_failed",
        name="bot-2026-11-22.sqlite3",
    ),
    _once("alarm", "ClockWrong:2026-11-23", "clock_wrong", period="2026-11-23"),
    _once("alarm", "AnotherBot:2026-11-23", "another_bot", period="2026-11-23"),
    _once("alarm", "WebhookTaken:2026-11-23", "webhook_taken", period="2026-11-23"),
    _once("alarm", "WebhookFails:2026-11-23", "webhook_fails", period="2026-11-23"),
    Seeded(
        "agenda",
        {"kind": "down", "period": ago(days=4).isoformat(), "made_at": ago(days=3)},
        now={"since": ago(days=4), "until": ago(days=3)},
        became="downtime",
    ),
    Seeded(  # before the one below
        "agenda",
        {"kind": "announced", "period": f"{ANI}:{ANI}:70:password", "made_at": ago(minutes=9)},
        became="",
    ),
    Seeded(  # nobody has claimed that for long
        "agenda", {"kind": "scrubbed", "period": "3", "made_at": MADE}, became=""
    ),
    _spoken(f"{ANI}:{ANI}:73:!kodenya", AT, chat_id=ANI, person_id=ANI, lead="kodenya", open=True),
    _spoken(f"{CITRA}:0:74:otp", AT, chat_id=CITRA, person_id=0, lead="otp", open=False),
]


ALIAS = Seeded("chat_alias", {"old_id": -5, "new_id": DESK})
