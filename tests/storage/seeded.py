"""A database as the release before left it: rows of every table, in every state they can have.

They are written to the tables as they were at schema BEFORE, so no class of ours is used here.
Whoever changes a table again adds what becomes of its rows (`now`), or rows of a new state.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from sqlalchemy import Connection, MetaData, Table, text

BEFORE = "0003"
NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
ANI, CITRA, BUDI, DEWI, EKO = 1001, 1003, 2001, 2002, 2003
DESK, REPORTS = -1001, -1002

Row = dict[str, object]
GONE = {("outbox", "file")}  # columns that no schema since has


@dataclass(frozen=True)
class Seeded:
    """A row as it was written, and what the migrations make of it where that is something else."""

    table: str
    was: Row
    now: Row = field(default_factory=dict)

    @property
    def today(self) -> Row:
        """The row after all migrations."""
        all_ = self.was | self.now
        return {name: value for name, value in all_.items() if (self.table, name) not in GONE}


def ago(**by: float) -> datetime:
    return NOW - timedelta(**by)


def _person(number: int, name: str, **more: object) -> Seeded:
    unset: Row = {"username": None, "office": None, "role": "asker", "reachable": True}
    unset |= {"last_entry": None, "last_entry_at": None}
    return Seeded(
        "person",
        {"id": number, "name": name, "first_seen": ago(days=30)} | unset | more,
        now={
            "blocked_at": None,
            "block_told_at": None,
            "puzzled_at": None,
            "away_until": None,
            "deputy_id": None,
            "hears_abuse": False,
            "office_asked_at": None,
            "news_off_at": None,
        },
    )


PEOPLE = [
    _person(ANI, "Ani", username="ani_b", office="Dinas Kesehatan"),
    _person(
        CITRA, "Citra", reachable=False, last_entry="lupa-password", last_entry_at=ago(days=1)
    ),
    _person(BUDI, "Budi Santoso", username="budi", role="admin"),
    _person(DEWI, "Dewi Anggraini", role="officer"),
    _person(EKO, "Eko", role="officer"),
]


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

RUNS = ("open", "verified", "taken")  # the clock, in these states
KINDS = ("complaint", "criticism", "suggestion", "information", "complaint")
STATUSES: tuple[str, ...] = ("open", "taken", "waiting", "resolved", "closed")
# Those that the release before did not know: what it may find after a step back.
STATUSES += ("verified", "deferred", "lapsed", "silent", "out_of_scope", "withdrawn", "merged")


def _ticket(number: int) -> Seeded:
    status = STATUSES[number - 1]
    row: Row = {"id": number, "year": 2026, "serial": number, "draft_key": f"draf-{number}"}
    kind = KINDS[(number - 1) % len(KINDS)]
    row |= {"kind": kind, "category": "Lainnya", "story": "Gagal menyimpan <b>"}
    row |= {"status": status, "reporter_id": CITRA if number == 2 else ANI}
    row |= {"officer_id": None if status in {"open", "verified", "withdrawn"} else BUDI}
    row |= {"created_at": ago(days=19 - number), "due_at": NOW + timedelta(days=number)}
    row |= {"card_chat_id": DESK, "card_message_id": None if number == 5 else 70 + number}
    added: Row = {"thread_id": None, "channel": "telegram", "priority": "normal"}
    added |= {"visibility": "open"}
    added |= {"deadline_class": "information" if kind == "information" else "complaint"}
    added["paused_at"] = None if status in RUNS else _stopped(number)
    unset = ("lapor_number", "result", "merged_into_id", "split_from_id", "deferred_until")
    return Seeded("ticket", row, now=added | dict.fromkeys(unset))


def _stopped(ticket: int) -> object:
    """When its clock stopped last."""
    of = [event.was for event in EVENTS if event.was["ticket_id"] == ticket]
    return [row["at"] for row in of if row["before"] in RUNS and row["after"] not in RUNS][-1]


HISTORIES = {
    1: ("file",),
    2: ("file", "take", "note", "reply", "amend", "withdraw", "resolve", "dispute"),
    3: ("file", "take", "ask_info", "answer", "ask_info"),
    4: ("file", "take", "resolve"),
    5: ("file", "take", "resolve", "confirm", "reopen", "resolve", "confirm"),
    6: ("file", "verify", "hand_over", "split", "absorb", "release"),
    7: ("file", "correct", "defer", "resume", "follow", "unfollow", "defer"),
    8: ("file", "join_incident", "leave_incident", "resolve_by_incident", "rate", "lapse"),
    9: ("file", "ask_info", "silence"),
    10: ("file", "out_of_scope"),
    11: ("file", "withdrawal"),
    12: ("file", "merge", "unmerge", "link", "unlink", "merge", "resolve_by_merge", "merge"),
}
LEADS_TO = {"file": "open", "ask_info": "waiting", "resolve": "resolved", "confirm": "closed"}
LEADS_TO |= {"verify": "verified", "release": "verified", "defer": "deferred", "lapse": "lapsed"}
LEADS_TO |= dict.fromkeys(("resolve_by_incident", "resolve_by_merge", "rate"), "resolved")
LEADS_TO |= {"out_of_scope": "out_of_scope", "merge": "merged"}
# The same deed from another state: a withdrawal once left the ticket to the desk.
LEADS_TO |= {"silence": "silent", "withdrawal": "withdrawn"}
CALLED = {"silence": "lapse", "withdrawal": "withdraw"}


EVENT_UNSET: Row = dict.fromkeys(("officer_id", "field", "was", "became", "due_before"))


def _events() -> Iterator[Seeded]:
    """Each deed there is; the notes and answers in between leave a ticket taken."""
    numbers = count(1)
    for ticket, deeds in HISTORIES.items():
        before: str | None = None
        for deed in deeds:
            number, after = next(numbers), LEADS_TO.get(deed, "taken")
            row: Row = {"id": number, "ticket_id": ticket, "at": ago(hours=100 - number)}
            name = CALLED.get(deed, deed)
            row |= {"deed": name, "actor_id": None if name in {"amend", "withdraw"} else BUDI}
            row |= {"before": before, "after": after, "text": None if deed == "take" else "Beres"}
            yield Seeded("ticket_event", row, EVENT_UNSET)
            before = after


EVENTS = list(_events())
TICKETS = [_ticket(number) for number in range(1, len(STATUSES) + 1)]


def _attachment(number: int, kind: str, group_id: str | None) -> Seeded:
    row: Row = {"id": number, "ticket_id": 1, "kind": kind, "file_id": f"f{number}"}
    row |= {"unique_id": f"u{number}", "group_id": group_id, "added_at": ago(hours=2)}
    return Seeded("attachment", row)


ATTACHMENTS = [
    _attachment(1, "photo", "77"),
    _attachment(2, "photo", "77"),
    _attachment(3, "document", None),
]


def _asks(purpose: str, who: int) -> Row:
    return {"purpose": purpose, "prompted_id": who}


ANYBODY: Row = {"prompted_id": None}
# What the release before did not ask for.
LATER_PROMPTS: tuple[str, ...] = ("scope", "defer", "merge", "split")
LATER_PROMPTS += ("closing_explained", "closing_forwarded", "closing_impossible")


def _ref(message_id: int, purpose: str, chat_id: int = DESK, now: Row = ANYBODY) -> Seeded:
    row: Row = {"chat_id": chat_id, "message_id": message_id, "ticket_id": 2, "purpose": purpose}
    return Seeded("message_ref", row, now | {"file": None})


REFS = [
    _ref(72, "card"),
    _ref(80, "relay"),
    _ref(81, "closing"),  # of the days when anybody might answer a prompt
    _ref(82, "closing:2001", now=_asks("closing", BUDI)),
    _ref(83, "info:2002", now=_asks("info", DEWI)),
    _ref(84, "relay:2001", now=_asks("relay", BUDI)),  # asked before it was reopened
    *(_ref(180 + place, name) for place, name in enumerate(LATER_PROMPTS)),
    _ref(80, "relay", CITRA),
    _ref(85, "story", CITRA),
    _ref(86, "said", CITRA),
]

PHOTO: Row = {"kind": "photo", "file_id": "f9", "unique_id": "u9", "group_id": "88"}


def _album(group_id: str, purpose: str, files: list[Row], now: Row = ANYBODY) -> Seeded:
    row: Row = {"chat_id": DESK, "group_id": group_id, "person_id": DEWI, "message_id": 90}
    row |= {"ticket_id": 2, "purpose": purpose, "text": "lihat ini" if files else ""}
    row |= {"files": json.dumps(files), "updated_at": ago(minutes=1)}
    return Seeded("album", row, now)


ALBUMS = [
    _album("88", "card", [PHOTO]),
    _album("89", "closing:2001", [PHOTO], _asks("closing", BUDI)),
    _album("90", "relay:2002", [], _asks("relay", DEWI)),
    _album("91", "note", []),
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
        _asks("closing", BUDI),
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
        _asks("info", DEWI),
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
    _message(18, DESK, "sent", purpose="quotes", sent_at=AT, message_id=79),
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

OTHERS = [
    Seeded("chat_alias", {"old_id": -5, "new_id": DESK}),
    Seeded("ticket_series", {"year": 2026, "last": len(TICKETS)}),
]


def _learned(number: int, **more: object) -> Seeded:
    row: Row = {"id": number, "entry_id": "lupa-password", "question": "sandi hilang"}
    row |= {"answer": None, "chapter": None, "ticket_id": None, "by_id": BUDI, "at": ago(days=3)}
    row |= {"revoked_by": None, "revoked_at": None} | more
    return Seeded("learned", row, {"asker_id": ANI if number == 1 else None, "lesson_id": None})


LEARNED = [
    _learned(1),
    _learned(2, entry_id="desk-1", answer="Hubungi BKPSDM.", chapter=2, ticket_id=4),
    _learned(3, revoked_by=DEWI, revoked_at=ago(days=1)),
]


def _question(number: int, outcome: str, **more: object) -> Seeded:
    row: Row = {"id": number, "asker_id": ANI, "at": ago(days=4), "text": "lupa sandi"}
    row |= {"outcome": outcome, "entry_id": None, "nearest_id": None, "score": 0.5}
    row |= {"runner_up_score": 0.25, "helpful": None, "reviewed_by": None, "reviewed_at": None}
    row |= {"learned_id": None, "ticket_id": None}
    added = dict.fromkeys(("case_id", "group_id", "message_id", "offered", "export_id", "wording"))
    return Seeded("question", row | more, added)


QUESTIONS = [
    _question(1, "answer", entry_id="lupa-password", nearest_id="lupa-password", helpful=True),
    _question(2, "suggestions", nearest_id="lupa-password", helpful=False),
    _question(3, "silence", reviewed_by=BUDI, reviewed_at=ago(days=3), learned_id=1),
    _question(4, "silence", ticket_id=1),
]


def _dialog(person_id: int, kind: str, step: str, key: str, draft: Row) -> Seeded:
    row: Row = {"person_id": person_id, "kind": kind, "step": step, "key": key}
    row |= {"draft": json.dumps(draft), "updated_at": ago(minutes=3)}
    return Seeded("dialog", row | {"expires_at": NOW + timedelta(hours=1)})


EMPTY: Row = {"kind": None, "category": None, "story": None, "story_message": None}
EMPTY |= {"added": [], "files": [], "question": None}
INTERRUPTED: Row = {"kind": "reply", "step": "2", "key": "EK-2026-00002", "until": None}
DIALOGS = [
    _dialog(
        ANI,
        "complaint",
        "files",
        "0badcafe",
        EMPTY | {"kind": "complaint", "category": "Lainnya", "story": "Gagal menyimpan"},
    ),
    _dialog(CITRA, "reply", "2", "EK-2026-00002", {}),
    _dialog(BUDI, "loose", "kind", "0badcaff", EMPTY | {"files": [PHOTO]}),
    _dialog(DEWI, "office", NOW.isoformat(), "", {}),
    _dialog(EKO, "office", NOW.isoformat(), "", {"before": INTERRUPTED}),
]

# In the order of their foreign keys.
ROWS = [
    *PEOPLE,
    *INBOX,
    *OUTBOX,
    *AGENDA,
    *OTHERS,
    *TICKETS,
    *EVENTS,
    *ATTACHMENTS,
    *REFS,
    *ALBUMS,
    *LEARNED,
    *QUESTIONS,
    *DIALOGS,
]


def seed(connection: Connection) -> None:
    """Into empty tables of schema BEFORE."""
    tables = reflected(connection)
    for row in ROWS:
        connection.execute(tables[row.table].insert().values(row.was))
    if connection.dialect.name == "postgresql":  # SQLite counts on from the last row by itself
        for table in tables.values():
            for column in table.primary_key.columns:
                if column.autoincrement is True:
                    _count_on(connection, table.name, column.name)


def _count_on(connection: Connection, table: str, column: str) -> None:
    sequence = f"pg_get_serial_sequence('{table}', '{column}')"
    connection.execute(text(f"SELECT setval({sequence}, max({column})) FROM {table}"))


def reflected(connection: Connection) -> dict[str, Table]:
    """The tables as they are in the database just now."""
    metadata = MetaData()
    metadata.reflect(connection)
    return {name: table for name, table in metadata.tables.items() if not _made(name)}


def _made(name: str) -> bool:
    """Out of other rows: see storage.search."""
    return name in {"alembic_version", "ticket_search"} or name.startswith("ticket_words")
