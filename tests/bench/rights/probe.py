"""Serves one update for real, looks at what it changed and said, and undoes all of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, text

from bot.rules.ticket import DESK_DEEDS, Deed
from bot.simulator.world import accounts
from handlers import serve
from handlers.limiter import Limiter
from handlers.resources import Resources
from handlers.spoken import Spoken
from storage.engine import Database
from storage.tables import WITHOUT_CHAT
from storage.unit import Unit
from tests.bench.rights.scene import FACELESS, OFFICERS, PEOPLE, SECRET

NO_LIMIT = 1_000_000
# What is looked at before and after; a row that is new or other is an effect.
WATCHED = {
    "event": "SELECT e.id, e.deed, e.actor_id, t.reporter_id FROM ticket_event e"
    " JOIN ticket t ON t.id = e.ticket_id",
    "ticket": "SELECT id, status, officer_id, reporter_id FROM ticket",
    "role": "SELECT id, role FROM person WHERE role <> 'asker'",
    "block": "SELECT id, person_id, lifted_at IS NULL FROM block",
    "learned": "SELECT id, revoked_at IS NULL FROM learned",
    "review": "SELECT id FROM question WHERE reviewed_at IS NOT NULL",
    "job": "SELECT id, kind, asker_id FROM job",
    "erasure": "SELECT id, person_id, status FROM erasure",
    "office": "SELECT id, office FROM person WHERE office IS NOT NULL",
    "dialog": "SELECT person_id, kind, step, draft FROM dialog",
    "rating": "SELECT s.ticket_id, s.score, s.words, t.reporter_id FROM satisfaction s"
    " JOIN ticket t ON t.id = s.ticket_id",
    # Of an officer; whoever is none must not have any.
    "later": "SELECT CASE WHEN p.role = 'asker' THEN 0 ELSE p.id END, l.id FROM later_answer l"
    " JOIN person p ON p.id = l.officer_id",
    "digest": "SELECT CASE WHEN p.role = 'asker' THEN 0 ELSE p.id END, often FROM digest"
    " JOIN person p ON p.id = person_id",
    "verdict": "SELECT asker_id, id, helpful, entry_id FROM question",
}


@dataclass(frozen=True)
class Effects:
    changed: dict[str, set[tuple[object, ...]]]
    said: list[tuple[int, str, str]]
    """Where, by which method, and what."""
    served: bool

    @property
    def words(self) -> str:
        return " ".join(payload for _, _, payload in self.said)


class _Undone(Exception):
    """Nothing of it happened."""


class Probe:
    def __init__(self, database: Database, resources: Resources, now: datetime) -> None:
        self._database, self._resources, self._now = database, resources, now
        with database.reading() as unit:
            self._before = _seen(unit.session.connection())
            last = text("SELECT coalesce(max(id), 0) FROM outbox")
            self._last = unit.session.connection().execute(last).scalar_one()

    def serve(self, update: dict[str, object]) -> Effects:
        found: Effects | None = None
        try:
            with self._database.unit() as unit:
                found = self._served(unit, update)
                raise _Undone
        except _Undone:
            assert found is not None
            return found

    def _served(self, unit: Unit, update: dict[str, object]) -> Effects:
        rows = unit.inbox.add_new([serve.received(update, Spoken())], self._now)
        serve.serve_batch(
            unit, self._resources, rows, self._now, limiter=Limiter(NO_LIMIT), guarded=True
        )
        unit.settle()
        unit.session.flush()
        connection = unit.session.connection()
        after = _seen(connection)
        said = connection.execute(
            text("SELECT chat_id, method, payload FROM outbox WHERE id > :last"),
            {"last": self._last},
        )
        dead = connection.execute(
            text("SELECT count(*) FROM inbox WHERE update_id = :number AND status <> 'done'"),
            {"number": update["update_id"]},
        )
        changed = {name: after[name] ^ self._before[name] for name in WATCHED}
        return Effects(
            {name: rows for name, rows in changed.items() if rows},
            [(row[0], row[1], _plain(row[2])) for row in said],
            not dead.scalar_one(),
        )


def _plain(payload: str) -> str:
    return json.dumps(json.loads(payload), ensure_ascii=False)


def _seen(connection: Connection) -> dict[str, set[tuple[object, ...]]]:
    return {
        name: {tuple(row) for row in connection.execute(text(query))}
        for name, query in WATCHED.items()
    }


def surprises(who: str, place: str, effects: Effects) -> list[str]:
    """What happened that must not, whatever was said or pressed."""
    me = PEOPLE[who]
    officer = who in OFFICERS and place == "desk"
    found = [] if effects.served else ["not served"]
    for name, rows in effects.changed.items():
        unwanted = (row for row in rows if not _noted_down(name, row, who, place, me))
        found += [f"{name} {r}" for r in unwanted if not _may(name, r, who, place, me, officer)]
    for chat, _, payload in effects.said:
        if SECRET in payload and chat not in {accounts.HELPDESK, accounts.ANI}:
            found.append(f"told to {chat}")
    allowed = {"office", "job", "erasure"} if who == "blocked" else {"office"}
    if who in FACELESS | {"blocked"} and effects.changed.keys() - allowed:
        found.append(f"{who} changed {sorted(effects.changed)}")
    return found


def _noted_down(name: str, row: tuple[object, ...], who: str, place: str, me: int) -> bool:
    """By an officer with /catat, in the group or alone with us: of somebody without a chat."""
    reporter = {"event": 3, "ticket": 3, "office": 0}.get(name)
    if reporter is None or int(str(row[reporter])) >= WITHOUT_CHAT:
        return False
    by_me = name != "event" or row[2] == me
    return by_me and who in OFFICERS and place in {"desk", "private"}


def _may(name: str, row: tuple[object, ...], who: str, place: str, me: int, officer: bool) -> bool:
    match name:
        case "event":
            deed, actor, reporter = Deed(str(row[1])), row[2], row[3]
            own = place == "private" and reporter == me
            return actor == me and (officer if deed in DESK_DEEDS else own)
        case "ticket" | "rating":
            return officer or (place == "private" and row[3] == me)
        case "role" | "block":
            return who == "admin" and place == "desk"
        case "learned" | "review":
            return officer
        case "job" if row[1] in {"figures", "week", "rows"}:
            return officer or (place == "reports" and who not in FACELESS)
        case "job" if row[1] == "my_data":
            return place == "private" and row[2] == me
        case "erasure":
            own = place == "private" and row[1] == me and row[2] in {"open", "cancelled"}
            return own or (who == "admin" and place == "desk")
        case "job":
            return officer
        case "dialog" | "verdict" | "office" | "later" | "digest":
            return officer or row[0] == me
    return False
