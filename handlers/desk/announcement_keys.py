"""The buttons of an announcement's card: to whom it goes, and who lets it go."""

from __future__ import annotations

from typing import Any

from bot.rules.announcement import (
    NARROWED,
    UNDER_WAY,
    WRITTEN_AT,
    Audience,
    NewsStatus,
)
from bot.rules.rights import DeskAct, may
from bot.words import announcement as words
from bot.words import labels
from bot.words import planned_news as calendar_words
from handlers.actions import announcing
from handlers.buttons import (
    ApproveNews,
    DropNews,
    NewsAudience,
    NewsCard,
    NewsCategory,
    NewsNotReached,
    NewsOffice,
    NewsOffices,
    NewsSession,
    ProposeNews,
    RemovePlanned,
    ResumeNews,
    ReturnNews,
    StopNews,
)
from handlers.desk import announcement_approval
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.announcements import chosen_of, packed
from storage.tables import Announcement, JobKind

SESSIONS = 5  # that come, and so many that were


def card(turn: Turn) -> None:
    row = _found(turn, turn.button(NewsCard).announcement)
    if row is not None:
        turn.must_show_what_was_pressed()
        turn.toast()
        announcing.ask_for_card(turn, row)


# To whom. Only the writer, so that nobody approves what is half their own.


def choose(turn: Turn) -> None:
    pressed = turn.button(NewsAudience)
    row = _mine(turn, pressed.announcement)
    if row is None:
        return
    if row.revision != pressed.revision or pressed.audience not in set(Audience):
        turn.toast(words.changed_meanwhile(), alert=True)
        return
    turn.must_show_what_was_pressed()
    match Audience(pressed.audience):
        case Audience.ALL:
            _set(turn, row, Audience.ALL, ())
        case Audience.OFFICES:
            _ask_for_offices(turn, row, page=0)
        case Audience.CLINIC:
            _choose_session(turn, row)
        case Audience.CATEGORY:
            turn.toast()
            keys = [
                (Key(labels.label(title), NewsCategory(row.id, place)),)
                for place, title in enumerate(turn.resources.categories, 1)
            ]
            back = (Key(labels.BACK, NewsCard(row.id)),)
            turn.edit(words.choose_category(), (*keys, back))


def _choose_session(turn: Turn, row: Announcement) -> None:
    sessions = turn.unit.clinic_sessions
    known = [
        *sessions.to_come(turn.now, most=SESSIONS),
        *sessions.past(turn.now, most=SESSIONS),
    ]
    keys = [
        (Key(labels.numbered(each.id, each.topic or ""), NewsSession(row.id, each.id)),)
        for each in known
    ]
    turn.toast()
    all_ = (Key(labels.ALL_PARTICIPANTS, NewsSession(row.id, 0)),)
    back = (Key(labels.BACK, NewsCard(row.id)),)
    turn.edit(words.choose_session(), (all_, *keys, back))


def _ask_for_offices(turn: Turn, row: Announcement, *, page: int, **more: Any) -> None:
    turn.must_show_what_was_pressed()
    turn.toast()
    turn.ask_for(
        JobKind.NEWS_OFFICES,
        f"news-offices:{row.id}:{more.get('mark', '')}",
        {"announcement": row.id, "page": page, **more},
    )


def turn_page(turn: Turn) -> None:
    pressed = turn.button(NewsOffices)
    row = _mine(turn, pressed.announcement)
    if row is not None:
        _ask_for_offices(turn, row, page=pressed.page)


def pick_office(turn: Turn) -> None:
    pressed = turn.button(NewsOffice)
    row = _mine(turn, pressed.announcement)
    if row is not None:
        _ask_for_offices(turn, row, page=pressed.page, mark=pressed.mark, on=pressed.on)


def pick_session(turn: Turn) -> None:
    pressed = turn.button(NewsSession)
    row = _mine(turn, pressed.announcement)
    if row is not None:
        _set(turn, row, Audience.CLINIC, (pressed.session,) if pressed.session else ())


def pick_category(turn: Turn) -> None:
    pressed, categories = turn.button(NewsCategory), turn.resources.categories
    row = _mine(turn, pressed.announcement)
    if row is not None and 1 <= pressed.place <= len(categories):
        _set(turn, row, Audience.CATEGORY, (categories[pressed.place - 1],))


def _set(turn: Turn, row: Announcement, audience: Audience, chosen: tuple[int | str, ...]) -> None:
    turn.must_show_what_was_pressed()
    turn.toast()
    values = {"audience": audience, "chosen": packed(chosen), "people": None}
    if turn.unit.announcements.change(row, **values):
        announcing.ask_for_card(turn, row)


# Who lets it go


def propose(turn: Turn) -> None:
    pressed = turn.button(ProposeNews)
    row = _mine(turn, pressed.announcement)
    if row is None:
        return
    missing = _missing(turn, row)
    if missing is not None:
        turn.toast(missing, alert=True)
        return
    turn.must_show_what_was_pressed()
    if not turn.unit.announcements.move(
        row, {NewsStatus.DRAFT}, NewsStatus.PROPOSED, revision=pressed.revision
    ):
        turn.toast(words.changed_meanwhile(), alert=True)
        return
    turn.toast(words.proposed_toast())
    desk = turn.desk_chat
    assert desk is not None
    if turn.incoming.chat_id == desk:
        announcing.ask_for_card(turn, row)
        return
    turn.edit(words.proposed_in_group(row.id))
    row.card_chat_id, row.card_message_id = desk, None
    turn.unit.jobs.ask(
        JobKind.NEWS_SHOWN,
        f"news-shown:{row.id}:{row.revision}:{desk}",
        chat_id=desk,
        arguments={"announcement": row.id},
        now=turn.now,
    )


def _missing(turn: Turn, row: Announcement) -> str | None:
    if turn.desk_chat is None:
        return words.no_group()
    if row.audience is None or (row.audience in NARROWED and not chosen_of(row)):
        return words.choose_first()
    if row.people is None:
        return words.counting()
    return words.nobody() if row.people == 0 and row.every is None else None


def approve(turn: Turn) -> None:
    pressed = turn.button(ApproveNews)
    row = _found(turn, pressed.announcement)
    if row is None or not _by_another(turn, row):
        return
    turn.must_show_what_was_pressed()
    to = announcement_approval.sign(turn, row, revision=pressed.revision)
    if to is None:
        turn.toast(words.changed_meanwhile(), alert=True)
        return
    turn.toast(words.approved_toast() if to is not NewsStatus.DRAFT else words.too_late_toast())


def _by_another(turn: Turn, row: Announcement) -> bool:
    if announcement_approval.by_another(turn, row):
        return True
    turn.toast(words.not_own(), alert=True)
    return False


def give_back(turn: Turn) -> None:
    pressed = turn.button(ReturnNews)
    row = _found(turn, pressed.announcement)
    if row is None:
        return
    turn.must_show_what_was_pressed()
    if turn.unit.announcements.move(
        row, {NewsStatus.PROPOSED}, NewsStatus.DRAFT, revision=pressed.revision
    ):
        turn.toast(words.returned_toast())
        announcing.ask_for_card(turn, row)
    else:
        turn.toast(words.changed_meanwhile(), alert=True)


def drop(turn: Turn) -> None:
    row = _found(turn, turn.button(DropNews).announcement)
    if row is None:
        return
    leads = may(turn.person.role, DeskAct.DROP_NEWS)
    if not leads and _mine(turn, row.id) is None:
        return
    turn.must_show_what_was_pressed()
    if turn.unit.announcements.move(row, WRITTEN_AT, NewsStatus.DROPPED, ended_at=turn.now):
        turn.toast()
        turn.edit(words.dropped(row.id, by=turn.person.name))
    else:
        turn.toast(words.changed_meanwhile(), alert=True)


def stop(turn: Turn) -> None:
    row = _found(turn, turn.button(StopNews).announcement)
    if row is None:
        return
    turn.must_show_what_was_pressed()
    stopped = turn.unit.announcements.move(
        row, UNDER_WAY, NewsStatus.STOPPED, stopped_by=turn.person.id, ended_at=turn.now
    )
    turn.toast(words.stopped_toast() if stopped else words.done_toast(), alert=stopped)
    announcing.ask_for_card(turn, row)


def resume(turn: Turn) -> None:
    """It is approved anew by that, for those who have not got it."""
    row = _found(turn, turn.button(ResumeNews).announcement)
    if row is None or not _by_another(turn, row):
        return
    turn.must_show_what_was_pressed()
    signed: dict[str, Any] = {"approved_by": turn.person.id, "approved_at": turn.now}
    if turn.unit.announcements.move(
        row,
        {NewsStatus.STOPPED},
        NewsStatus.APPROVED,
        stopped_by=None,
        ended_at=None,
        **signed,
    ):
        turn.toast(words.approved_toast())
        announcing.begin(turn, row)
        announcing.ask_for_card(turn, row)
    else:
        turn.toast(words.done_toast())


def remove(turn: Turn) -> None:
    """From the calendar."""
    row = _found(turn, turn.button(RemovePlanned).announcement)
    if row is None:
        return
    turn.must_show_what_was_pressed()
    if turn.unit.announcements.move(
        row, {NewsStatus.PLANNED}, NewsStatus.DROPPED, ended_at=turn.now
    ):
        turn.toast()
        turn.edit(calendar_words.removed(row.id))
    else:
        turn.toast(words.done_toast())


def not_reached(turn: Turn) -> None:
    pressed = turn.button(NewsNotReached)
    row = _found(turn, pressed.announcement)
    if row is None:
        return
    turn.must_show_what_was_pressed()
    turn.toast()
    edits = turn.incoming.message_id != row.card_message_id
    turn.ask_for(
        JobKind.NEWS_NAMES,
        f"news-names:{row.id}:{pressed.page}",
        {"announcement": row.id, "page": pressed.page, "edits": edits},
    )


def _found(turn: Turn, number: int) -> Announcement | None:
    row = turn.unit.announcements.get(number)
    if row is None:
        turn.toast(words.changed_meanwhile(), alert=True)
    return row


def _mine(turn: Turn, number: int) -> Announcement | None:
    row = _found(turn, number)
    if row is None:
        return None
    if row.status is not NewsStatus.DRAFT:
        turn.toast(words.changed_meanwhile(), alert=True)
        return None
    if row.by_id != turn.person.id:
        turn.toast(words.only_writer(), alert=True)
        return None
    return row
