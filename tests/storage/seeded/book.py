"""What was asked of the book, and what it learned."""

from __future__ import annotations

from tests.storage.seeded.row import ANI, BUDI, DEWI, Row, Seeded, ago


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
