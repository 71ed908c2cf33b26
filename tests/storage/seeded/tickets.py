"""Tickets with what happened to them, and the messages that belong to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import count

from tests.storage.seeded.row import (
    ANI,
    ANYBODY,
    BUDI,
    CITRA,
    DESK,
    DEWI,
    NOW,
    PHOTO,
    Row,
    Seeded,
    ago,
    asks,
)

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
    _ref(82, "closing:2001", now=asks("closing", BUDI)),
    _ref(83, "info:2002", now=asks("info", DEWI)),
    _ref(84, "relay:2001", now=asks("relay", BUDI)),  # asked before it was reopened
    *(_ref(180 + place, name) for place, name in enumerate(LATER_PROMPTS)),
    _ref(80, "relay", CITRA),
    _ref(85, "story", CITRA),
    _ref(86, "said", CITRA),
]


def _album(group_id: str, purpose: str, files: list[Row], now: Row = ANYBODY) -> Seeded:
    row: Row = {"chat_id": DESK, "group_id": group_id, "person_id": DEWI, "message_id": 90}
    row |= {"ticket_id": 2, "purpose": purpose, "text": "lihat ini" if files else ""}
    row |= {"files": json.dumps(files), "updated_at": ago(minutes=1)}
    return Seeded("album", row, now)


HELD: Row = {"chat_id": DESK, "message_id": 95, "person_id": DEWI, "ticket_id": 2}
HELD |= {"text": "Coba keluar dulu, Bu.", "files": "[]"}
ALBUMS = [
    Seeded(  # an answer that was held back
        "album",
        HELD | {"group_id": "held:95", "purpose": "closing:2001", "updated_at": ago(minutes=2)},
        now=HELD | asks("closing", BUDI) | {"held_at": ago(minutes=2)},
        became="held_answer",
    ),
    _album("88", "card", [PHOTO]),
    _album("89", "closing:2001", [PHOTO], asks("closing", BUDI)),
    _album("90", "relay:2002", [], asks("relay", DEWI)),
    _album("91", "note", []),
]


SERIES = Seeded("ticket_series", {"year": 2026, "last": len(TICKETS)})
