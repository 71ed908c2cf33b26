"""People, and what they were about to say."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.storage.seeded.row import ANI, BUDI, CITRA, DEWI, EKO, NOW, PHOTO, Row, Seeded, ago


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
