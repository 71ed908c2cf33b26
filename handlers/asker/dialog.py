"""The complaint dialog's row: reading it, keeping it, ending it."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.rules.complaint import Draft, File, Step
from bot.rules.ticket import Kind, Status
from bot.words import complaint as complaint_words
from handlers.actions.reporter import BEFORE, NO_FILES, leave
from handlers.turn import Turn
from storage.tables import DialogKind

KEPT = {DialogKind.COMPLAINT: timedelta(days=7), DialogKind.LOOSE: timedelta(hours=1)}
WITH_FILES = {DialogKind.LOOSE, DialogKind.REPLY, DialogKind.OFFICE}


@dataclass(frozen=True)
class Open:
    """A complaint under way. `key` ties its buttons to it: an old draft's buttons are dead."""

    step: Step
    draft: Draft
    key: str
    kept_at: datetime | None = None


def of(turn: Turn) -> Open | None:
    """What is under way. A row that a later release no longer understands is given up, aloud."""
    row = turn.unit.dialogs.of(turn.person.id, now=turn.now)
    if row is None or row.kind != DialogKind.COMPLAINT:
        return None
    try:
        return Open(Step(row.step), _read(row.draft), row.key, row.updated_at)
    except (ValueError, KeyError, TypeError):
        turn.unit.dialogs.drop(turn.person.id)
        turn.say(complaint_words.draft_lost())
        return None


def loose(turn: Turn) -> Draft:
    """Files that came without a report and the words under them, whatever was said since."""
    row = turn.unit.dialogs.of(turn.person.id, now=turn.now)
    if row is None or row.kind not in WITH_FILES:
        return Draft()
    fields = json.loads(row.draft)
    return Draft(
        story=fields.get("story"),
        story_message=fields.get("story_message"),
        added=_added(fields),
        files=_files(fields),
    )


def keep(turn: Turn, opened: Open, kind: DialogKind = DialogKind.COMPLAINT) -> None:
    turn.unit.dialogs.put(
        turn.person.id,
        kind=kind,
        step=opened.step,
        key=opened.key,
        draft=json.dumps(asdict(opened.draft)),
        now=turn.now,
        expires_at=turn.now + KEPT[kind],
    )


def interrupt(turn: Turn, kind: DialogKind, *, lasts: timedelta) -> None:
    """A short question comes first, and is over at the time that is its step. `end` puts back
    what was under way; files that wait for a report go on waiting."""
    row = turn.unit.dialogs.of(turn.person.id, now=turn.now)
    draft = NO_FILES if row is None else row.draft
    if row is not None and row.kind != kind:
        until = row.expires_at and row.expires_at.isoformat()
        before = {"kind": row.kind, "step": row.step, "key": row.key, "until": until}
        draft = json.dumps(json.loads(draft) | {BEFORE: before})
    over = turn.now + lasts
    turn.unit.dialogs.put(
        turn.person.id,
        kind=kind,
        step=over.isoformat(),
        key="",
        draft=draft,
        now=turn.now,
        expires_at=max(over, row.expires_at or over) if row is not None else over,
    )


def is_asked(turn: Turn, kind: DialogKind) -> bool:
    """Whether the short question is still to be answered; one whose time is over is ended."""
    row = turn.unit.dialogs.of(turn.person.id, now=turn.now)
    if row is None or row.kind != kind:
        return False
    if row.step and datetime.fromisoformat(row.step) <= turn.now:
        end(turn)
        return False
    return True


def end(turn: Turn) -> None:
    """What is under way is over; what it interrupted goes on, unless its ticket was closed."""
    row = turn.unit.dialogs.of(turn.person.id, now=turn.now)
    draft = json.loads(row.draft) if row is not None and row.kind == DialogKind.OFFICE else {}
    before = draft.pop(BEFORE, None)
    if before is None:
        turn.unit.dialogs.drop(turn.person.id)
        return
    until = before["until"] and datetime.fromisoformat(before["until"])
    if _is_closed(turn, before):
        leave(turn, turn.person.id, draft=json.dumps(draft), until=until)
        return
    turn.unit.dialogs.put(
        turn.person.id,
        kind=DialogKind(before["kind"]),
        step=before["step"],
        key=before["key"],
        draft=json.dumps(draft),
        now=turn.now,
        expires_at=until,
    )


def _is_closed(turn: Turn, before: dict[str, str]) -> bool:
    if before["kind"] != DialogKind.REPLY:
        return False
    return turn.own_ticket(int(before["step"])).status is Status.CLOSED


def _files(fields: dict[str, Any]) -> tuple[File, ...]:
    return tuple(File(**file) for file in fields.pop("files", ()))


def _added(fields: dict[str, Any]) -> tuple[tuple[int, str], ...]:
    return tuple((int(message), str(text)) for message, text in fields.pop("added", ()))


def new_key() -> str:
    return secrets.token_hex(6)


def _read(raw: str) -> Draft:
    fields = json.loads(raw)
    files = _files(fields)
    kind = fields.pop("kind")
    added = _added(fields)
    return Draft(kind=Kind(kind) if kind else None, files=files, added=added, **fields)
