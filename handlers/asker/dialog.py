"""What is open with whoever speaks: reading it, keeping it, giving it up."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from bot.errors import StaleButton
from bot.rules.complaint import Draft, ReportContent, Step
from bot.rules.dialog import POLICIES, DialogKind
from bot.words import complaint as complaint_words
from handlers.actions import reporter
from handlers.turn import Turn
from storage import drafts
from storage.tables import DialogRow, Ticket


@dataclass(frozen=True)
class OpenReport:
    """A complaint under way. `key` ties its buttons to it: an old draft's buttons are dead."""

    step: Step
    draft: Draft
    key: str
    kept_at: datetime | None = None

    @property
    def changes(self) -> bool:
        """Whether a choice is asked for that was made already, at the check."""
        asked = self.step in {Step.KIND, Step.CATEGORY}
        return asked and self.draft.is_told and not self.draft.by_steps


def open_now(turn: Turn) -> Mapping[DialogKind, DialogRow]:
    opened = turn.unit.dialogs.open(turn.person.id, now=turn.now)
    return {kind: row for kind, row in opened.items() if not POLICIES[kind].aside}


def of(turn: Turn) -> OpenReport | None:
    """The complaint under way. One that another release wrote otherwise is given up, aloud."""
    row = open_now(turn).get(DialogKind.COMPLAINT)
    if row is None:
        return None
    try:
        draft = drafts.read_draft(row.draft)
        return OpenReport(Step(row.step or ""), draft, row.key or "", row.updated_at)
    except ValueError:
        _give_up(turn, DialogKind.COMPLAINT)
        _save_of(turn, row.draft)
        return None


def matching(turn: Turn, key: str) -> OpenReport:
    """The report whose button was pressed. Raises StaleButton."""
    opened = of(turn)
    if opened is None or opened.key != key:
        raise StaleButton
    return opened


def loose(turn: Turn) -> ReportContent:
    """Files that came without a report and the words under them, whatever was said since."""
    row = open_now(turn).get(DialogKind.LOOSE)
    if row is None:
        return ReportContent()
    try:
        return drafts.read_told(row.draft)
    except drafts.Unreadable:
        _give_up(turn, DialogKind.LOOSE)
        return ReportContent()


def _give_up(turn: Turn, kind: DialogKind) -> None:
    end(turn, kind)
    turn.say(complaint_words.draft_lost())


def _save_of(turn: Turn, draft: str | None) -> None:
    """The story and the files, if only these can be read, wait for the report begun anew."""
    with suppress(drafts.Unreadable):
        left = drafts.read_told(draft)
        if left != ReportContent():
            keep_loose(turn, left)


def keep(turn: Turn, opened: OpenReport) -> None:
    turn.unit.dialogs.begin(
        turn.person.id,
        DialogKind.COMPLAINT,
        now=turn.now,
        step=opened.step,
        key=opened.key,
        draft=drafts.write(opened.draft),
    )


def keep_loose(turn: Turn, told: ReportContent) -> None:
    turn.unit.dialogs.begin(
        turn.person.id, DialogKind.LOOSE, now=turn.now, draft=drafts.write(told)
    )


def replied_to(turn: Turn) -> Ticket | None:
    """The ticket to which plain words belong just now."""
    return _talked_about(turn, offered=False)


def offered_again(turn: Turn) -> Ticket | None:
    """The ticket that one has just been offered to open again."""
    return _talked_about(turn, offered=True)


def said_before(turn: Turn, ticket: Ticket) -> str:
    """To what it was offered to open this one again."""
    row = open_now(turn).get(DialogKind.REPLY)
    if row is None or row.ticket_id != ticket.id or row.step != reporter.OFFERED or not row.draft:
        return ""
    with suppress(drafts.Unreadable):
        return drafts.read_told(row.draft).story or ""
    return ""


def _talked_about(turn: Turn, *, offered: bool) -> Ticket | None:
    row = open_now(turn).get(DialogKind.REPLY)
    if row is None or row.ticket_id is None or (row.step == reporter.OFFERED) is not offered:
        return None
    return turn.own_ticket(row.ticket_id)


def end(turn: Turn, *kinds: DialogKind) -> None:
    turn.unit.dialogs.end(turn.person.id, *kinds)


def new_key() -> str:
    return secrets.token_hex(6)
