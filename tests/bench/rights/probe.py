"""Serves one update for real, looks at what it changed and said, and undoes all of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

from bot.rules.rights import SENIORS, Act, DeskAct, may
from bot.rules.ticket import DESK_DEEDS, Deed, Role
from bot.simulator.world import accounts
from bot.words.html import as_text
from bot.words.refusals import RIGHTS
from handlers import needs, presses, serve
from handlers.buttons import BackAtWork, Leave, LeaveFor, SetRole, StandIn, parse
from handlers.limiter import Limiter
from handlers.resources import Resources
from handlers.spoken import Spoken
from storage.engine import Database
from storage.tables import WITHOUT_CHAT
from storage.unit import Unit
from tests.bench.rights.scene import (
    ABUSE_TICKET,
    FACELESS,
    FOR_LEADERS,
    LINKED_TICKET,
    MAY_BE_TOLD,
    OF_ABUSE,
    OFFERED,
    OFFERED_TICKET,
    PEOPLE,
    ROLES,
    SECRET_TICKET,
)

Update = dict[str, Any]

NO_LIMIT = 1_000_000
ASKED = 1  # the number of the offer that nobody has answered yet
# What is looked at before and after; a row that is new or other is an effect.
WATCHED = {
    "event": "SELECT e.id, e.deed, e.actor_id, t.reporter_id, t.id FROM ticket_event e"
    " JOIN ticket t ON t.id = e.ticket_id",
    "ticket": "SELECT id, status, officer_id, reporter_id, visibility FROM ticket",
    "role": "SELECT id, role FROM person WHERE role <> 'asker'",
    "leave": "SELECT id, away_until, deputy_id FROM person WHERE away_until IS NOT NULL",
    "hears": "SELECT id FROM person WHERE hears_abuse",
    "follower": "SELECT ticket_id, person_id FROM ticket_follower",
    "block": "SELECT id, person_id, lifted_at IS NULL FROM block",
    "learned": "SELECT id, revoked_at IS NULL FROM learned",
    "review": "SELECT id FROM question WHERE reviewed_at IS NOT NULL",
    "job": "SELECT id, kind, asker_id FROM job",
    "erasure": "SELECT id, person_id, status FROM erasure",
    "link": "SELECT person_id, nip FROM roster_link",
    "offer": "SELECT id, person_id, status FROM ticket_link",
    "claim": "SELECT person_id, status FROM roster_claim",
    "office": "SELECT id, office FROM person WHERE office IS NOT NULL",
    "dialog": "SELECT person_id, kind, step, draft FROM dialog",
    "rating": "SELECT s.ticket_id, s.score, s.words, t.reporter_id FROM satisfaction s"
    " JOIN ticket t ON t.id = s.ticket_id",
    # Of an officer; whoever is none must not have any.
    "later": "SELECT CASE WHEN p.role = 'asker' THEN 0 ELSE p.id END, l.id FROM later_answer l"
    " JOIN person p ON p.id = l.officer_id",
    "digest": "SELECT CASE WHEN p.role = 'asker' THEN 0 ELSE p.id END, often FROM digest"
    " JOIN person p ON p.id = person_id",
    "session": "SELECT id, status, topic, starts_at, place, capacity FROM clinic_session",
    "seat": "SELECT id, session_id, person_id, seated_at, attended_at FROM clinic_seat",
    "request": "SELECT id, person_id, status, answered_by FROM clinic_request",
    "survey": "SELECT id, status, days, population, first FROM survey",
    "testimony": "SELECT id, status, looked_by FROM survey_testimony",
    "follow_up": "SELECT id, element, text FROM survey_follow_up",
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
    """By the driver itself: SQLAlchemy took a third of the whole walk for it."""
    driver = connection.connection.driver_connection
    assert driver is not None
    return {name: set(driver.execute(query)) for name, query in WATCHED.items()}


def surprises(who: str, place: str, effects: Effects) -> list[str]:
    """What happened that must not, whatever was said or pressed."""
    found, cell = [] if effects.served else ["not served"], Cell(who, place)
    for name, rows in effects.changed.items():
        found += [f"{name} {row}" for row in rows if not cell.may_change(name, row)]
    for chat, _, payload in effects.said:
        found += [
            f"told to {chat}: {words[:20]}"
            for words, may_be_told in MAY_BE_TOLD.items()
            if words in payload and chat not in may_be_told | cell.now_has(words, effects)
        ]
    allowed = {"office", "job", "erasure"} if who == "blocked" else {"office"}
    if who in FACELESS | {"blocked"} and effects.changed.keys() - allowed:
        found.append(f"{who} changed {sorted(effects.changed)}")
    return found


Row = tuple[Any, ...]


@dataclass(frozen=True)
class Cell:
    """Somebody in some place: what they may change there, by the table of rights."""

    who: str
    place: str

    @property
    def me(self) -> int:
        return PEOPLE[self.who]

    @property
    def alone(self) -> bool:
        return self.place == "private"

    def may_change(self, name: str, row: Row) -> bool:
        return self.noted_down(name, row) or CHANGES[name](self, row)

    def noted_down(self, name: str, row: Row) -> bool:
        """By an officer with /catat, in the group or alone with us: of somebody without a chat."""
        reporter = {"event": 3, "ticket": 3, "office": 0}.get(name)
        if reporter is None or row[reporter] >= WITHOUT_CHAT:
            return False
        by_me = name != "event" or row[2] == self.me
        return by_me and self.may(DeskAct.WORK, also_alone=True)

    def may(self, act: Act, *, also_alone: bool = False) -> bool:
        here = self.place == "desk" or (also_alone and self.alone)
        return here and may(ROLES.get(self.who, Role.ASKER), act)

    def works_on(self, ticket: int, act: Act) -> bool:
        """At the desk on all but what no group hears of; alone on what they may read."""
        if ticket == ABUSE_TICKET:
            return self.alone and self.who == "named"
        if ticket == SECRET_TICKET and self.alone:
            return self.may(DeskAct.CONFIDENTIAL, also_alone=True)
        return self.may(act)

    def now_has(self, words: str, effects: Effects) -> set[int]:
        """Who has just taken the secret ticket reads it; who was just named to hear of abuse, or
        an admin where nobody is any more; and the readers of a ticket hear what its reporter adds
        to it out of their own draft."""
        if words == FOR_LEADERS:
            tickets = effects.changed.get("ticket", ())
            taken = any(row[0] == SECRET_TICKET and row[2] == self.me for row in tickets)
            return {self.me} if taken else set()
        if words == OF_ABUSE:
            named = {int(str(row[0])) for row in effects.changed.get("hears", ())}
            return ({PEOPLE["named"]} ^ named) or {accounts.BUDI}
        added = {row[4] for row in effects.changed.get("event", ()) if row[2] == row[3] == self.me}
        read = {SECRET_TICKET: FOR_LEADERS, ABUSE_TICKET: OF_ABUSE}
        theirs = [MAY_BE_TOLD[said] for ticket, said in read.items() if ticket in added]
        return set().union(*theirs)

    def offered(self, ticket: int) -> bool:
        """Says whether one that was noted down is theirs, alone with us."""
        return ticket in OFFERED and self.alone and self.me == accounts.BURHAN

    def offer(self, row: Row) -> bool:
        """Asked and undone by officers; answered by nobody but whoever was asked."""
        if row[0] == ASKED and row[2] in {"linked", "refused"}:
            return self.offered(OFFERED_TICKET)
        return self.may(DeskAct.WORK, also_alone=True) or self.offered(LINKED_TICKET)

    def event(self, row: Row) -> bool:
        deed, actor, reporter, ticket = Deed(row[1]), row[2], row[3], row[4]
        if ticket in OFFERED and deed in {Deed.FILE, Deed.LINK, Deed.UNLINK}:
            return self.offered(ticket) or self.may(DeskAct.WORK)  # with its reporter all change
        if deed in DESK_DEEDS:
            return bool(actor == self.me) and self.works_on(ticket, deed)
        return self.alone and self.me == actor == reporter

    def ticket(self, row: Row) -> bool:
        own = self.alone and row[3] == self.me
        return own or self.offered(row[0]) or self.works_on(row[0], DeskAct.WORK)

    def clinic(self, row: Row, person: int) -> bool:
        return self.may(DeskAct.WORK) or (self.alone and row[person] == self.me)

    def rating(self, row: Row) -> bool:
        return self.alone and bool(row[3] == self.me)

    def leave(self, row: Row) -> bool:
        act = DeskAct.OWN_LEAVE if row[0] == self.me else DeskAct.APPOINT
        return self.may(act, also_alone=True)

    def erasure(self, row: Row) -> bool:
        own = self.alone and row[1] == self.me and row[2] in {"open", "cancelled"}
        return own or self.may(DeskAct.ERASE)

    def own_words(self, row: Row) -> bool:
        return self.may(DeskAct.WORK) or row[0] == self.me

    def job(self, row: Row) -> bool:
        kind, asker = row[1], row[2]
        if kind in OF_FIGURES:
            in_reports = self.place == "reports" and self.who not in FACELESS
            return in_reports or self.may(DeskAct.FIGURES, also_alone=True)
        if kind in {"my_data", "clinic_topics"}:
            return self.alone and asker == self.me
        if kind == "reporter":  # their cards say that they are blocked, or reached again
            return self.alone or self.may(DeskAct.BLOCK)
        if kind == "survey_paper":
            return self.may(DeskAct.SURVEY_RESULTS)
        if kind == "news_shown":  # to whoever writes or plans it, as it will be sent
            return self.may(DeskAct.ANNOUNCE, also_alone=True)
        if kind == "pass_on":
            return self.may(DeskAct.OWN_LEAVE, also_alone=True)
        return self.may(DeskAct.WORK)


OF_FIGURES = {"figures", "week", "month", "rows", "evidence", "beside", "charts", "page_paper"}

CHANGES: dict[str, Callable[[Cell, Row], bool]] = {
    "event": Cell.event,
    "ticket": Cell.ticket,
    "rating": Cell.rating,
    "later": Cell.own_words,
    "digest": Cell.own_words,
    "role": lambda cell, _: cell.may(DeskAct.APPOINT, also_alone=True),
    "session": lambda cell, _: cell.may(DeskAct.WORK),
    "seat": lambda cell, row: cell.clinic(row, 2),
    "request": lambda cell, row: cell.clinic(row, 1),
    # Who is sent away hears of abuse no more, whoever does it.
    "hears": lambda cell, _: cell.may(DeskAct.APPOINT, also_alone=True),
    "leave": Cell.leave,
    "follower": lambda cell, row: row[1] == cell.me and cell.works_on(row[0], DeskAct.SEE),
    "block": lambda cell, _: cell.may(DeskAct.BLOCK),
    "learned": lambda cell, _: cell.may(DeskAct.TEACH),
    "review": lambda cell, _: cell.may(DeskAct.TEACH),
    "erasure": Cell.erasure,
    "link": lambda cell, _: cell.may(DeskAct.VOUCH),
    "offer": Cell.offer,
    "claim": lambda cell, row: cell.may(DeskAct.VOUCH) or (cell.alone and row[0] == cell.me),
    "job": Cell.job,
    "dialog": Cell.own_words,
    "survey": lambda cell, _: cell.may(DeskAct.SURVEY),
    "follow_up": lambda cell, _: cell.may(DeskAct.SURVEY),
    "testimony": lambda cell, row: cell.may(DeskAct.TESTIMONIES) and row[2] in {None, cell.me},
    "verdict": Cell.own_words,
    "office": Cell.own_words,
}


ROLE_OF = {PEOPLE[who]: role for who, role in ROLES.items()}
OWN_LEAVE = (Leave, LeaveFor, StandIn, BackAtWork)


def wrongly_refused(who: str, place: str, update: Update, effects: Effects) -> list[str]:
    """Whether somebody was told that they may not what the table lets them do at the desk."""
    act = _needed(update, PEOPLE[who])
    if place != "desk" or act is None or not may(ROLES.get(who, Role.ASKER), act):
        return []
    told = [as_text(words) for words in RIGHTS.values() if as_text(words) in effects.words]
    return [f"refused: {words}" for words in told]


def _needed(update: Update, me: int) -> Act | None:
    """Of a press or a command, by the tables of what each way in needs."""
    if "callback_query" in update:
        pressed = parse(str(update["callback_query"]["data"]))
        if isinstance(pressed, OWN_LEAVE) and pressed.person != me:
            return DeskAct.APPOINT
        if isinstance(pressed, SetRole) and SENIORS & {pressed.role, ROLE_OF.get(pressed.person)}:
            return DeskAct.SENIORS
        staffed = presses.OF_STAFF.get(type(pressed)) if pressed else None
        return staffed[1] if staffed else None
    text = str(update.get("message", {}).get("text", ""))
    if "reply_to_message" in update.get("message", {}) or not text.startswith("/"):
        return None
    words = text.removeprefix("/").split()
    # What is done to others about roles and leave is decided by more than the command.
    return needs.COMMANDS.get(words[0]) if len(words) == 1 else None
