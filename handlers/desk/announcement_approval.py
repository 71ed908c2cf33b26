"""Whoever did not write an announcement lets it go: by its button, or by "setuju" to its card."""

from __future__ import annotations

from typing import Any

from bot.rules.announcement import NewsStatus, may_approve, next_time
from bot.rules.rights import DeskAct
from bot.words import announcement as words
from bot.words.html import Html
from handlers.actions import announcing
from handlers.turn import Turn
from storage.tables import Announcement


def by_another(turn: Turn, row: Announcement) -> bool:
    who = turn.must(DeskAct.APPROVE_NEWS)
    return may_approve(who.role, person_id=who.id, writer_id=row.by_id)


def sign(turn: Turn, row: Announcement, *, revision: int) -> NewsStatus | None:
    """What it is now; None where it is no longer what was looked at."""
    signed: dict[str, Any] = {"approved_by": turn.person.id, "approved_at": turn.now}
    to = NewsStatus.APPROVED
    if row.every is not None:
        at = row.first_at or turn.now
        signed["next_at"] = next_time(at, row.every, turn.now, turn.resources.zone)
        to = NewsStatus.DRAFT if signed["next_at"] is None else NewsStatus.PLANNED
    if not turn.unit.announcements.move(
        row, {NewsStatus.PROPOSED}, to, revision=revision, **signed
    ):
        return None
    if to is NewsStatus.APPROVED:
        announcing.begin(turn, row)
    announcing.ask_for_card(turn, row)
    return to


def agreed(turn: Turn, row: Announcement) -> None:
    """ "Setuju" in answer to the card: what stands on it is what is agreed to."""
    turn.say(_agreed(turn, row))


def _agreed(turn: Turn, row: Announcement) -> Html:
    if row.status is NewsStatus.DRAFT:
        return words.not_proposed(row.id)
    if row.status is not NewsStatus.PROPOSED:
        return words.approved_already()
    if not by_another(turn, row):
        return words.awaits_another(row.id)
    shows_it = row.card_message_id is not None and row.card_message_id == turn.incoming.reply_to
    to = sign(turn, row, revision=row.revision) if shows_it else None
    if to is None:
        return words.look_at_newest(row.id)
    return words.too_late() if to is NewsStatus.DRAFT else words.approved(row.id)
