"""An announcement on its way: as it looks, its card, and how it goes out a few at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from bot import utf16
from bot.rules.announcement import INVITATIONS, NewsStatus, RecipientStatus, may_approve
from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.purpose import Purpose, Subject
from bot.wire.outgoing import TOO_LATE, NoFilesHere, OutgoingCall, Refused, SendResult, Sent
from bot.wire.outgoing import Unreachable as NotThere
from bot.wire.ports import Ended
from bot.words import announcement as words
from bot.words import labels
from bot.words.html import Html
from handlers.actions import files
from handlers.actions.job_answers import Say, nothing_more
from handlers.buttons import NewsOff
from handlers.context import Context, keyed, message
from handlers.keyboard import Key, Keyboard
from storage.announcements import files_of
from storage.jobs import arguments_of
from storage.tables import Announcement, JobKind, JobRow

WINDOW = 16  # on their way at once: so many still get it when it is stopped
LISTED_AT_ONCE = 500
LOOKED_AT = 50  # of those who wait, in one statement
MOST_LOOKS = 10
FIRST_SENT = timedelta(seconds=3)
TELLS_EVERY = timedelta(seconds=15)

Call = tuple[str, dict[str, object]]


def calls(row: Announcement) -> list[Call]:
    """As it comes to everybody. What is too long to stand under its file stands below it, and what
    goes with an album, which takes no buttons."""
    said, keys = words.news(row.text), ((Key(labels.NEWS_OFF, NewsOff()),),)
    sent = files_of(row)
    fits = utf16.length(row.text) <= words.MOST_UNDER_FILE
    if len(sent) == 1 and fits and sent[0].kind not in files.NO_CAPTION:
        method, params = files.call(sent, said)
        return [(method, params | {"parse_mode": "HTML"} | keyed(keys))]
    together = [files.call(some) for some in files.together(sent)]
    return [*together, ("sendMessage", message(said, keys))]


# Its card


def ask_for_card(context: Context, row: Announcement) -> None:
    """A job: how many got it is counted through all of them. One that is just being sent for the
    first time is left alone until it stands somewhere."""
    standing = row.card_message_id is not None
    context.unit.jobs.ask(
        JobKind.NEWS_CARD,
        f"news-card:{row.id}",
        chat_id=row.card_chat_id or context.desk_chat or 0,
        arguments={"announcement": row.id},
        now=context.now,
        not_before=None if standing else context.now + FIRST_SENT,
    )


def draw(context: Context, row: Announcement, said: Html, keys: Keyboard) -> None:
    """Where it stands, or, not yet sent, or in a group that has moved since, anew."""
    if row.card_chat_id is None:
        return
    chat_id = context.unit.chats.current_id(row.card_chat_id)
    if row.card_message_id is None or chat_id != row.card_chat_id:
        row.card_chat_id, row.card_message_id = chat_id, None
        send_card(context, chat_id, row, said, keys)
        return
    context.unit.subject_refs.put(chat_id, row.card_message_id, card_of(row))
    context.unit.outbox.add(
        chat_id,
        "editMessageText",
        message(said, keys) | {"message_id": row.card_message_id},
        now=context.now,
        coalesce=coalesce_key(Waiting.NEWS_EDIT, row.id),
    )


def send_card(
    context: Context,
    chat_id: int,
    row: Announcement,
    said: Html,
    keys: Keyboard,
    *,
    place: dict[str, object] | None = None,
) -> None:
    context.tell(
        chat_id,
        said,
        keys,
        subject=card_of(row),
        coalesce=coalesce_key(Waiting.NEWS, row.id),
        extra=place,
    )


def card_of(row: Announcement) -> Subject:
    return Subject(Purpose.NEWS, row.id)


# To whom it goes


def begin(context: Context, row: Announcement) -> None:
    context.unit.jobs.ask(
        JobKind.NEWS_LIST,
        f"news-list:{row.id}",
        chat_id=row.card_chat_id or context.desk_chat or 0,
        arguments={"announcement": row.id},
        now=context.now,
    )


def listed(context: Context, job: JobRow) -> list[Say]:
    """Everybody whom it is for, in pieces that make nobody wait; begun anew, they are the same."""
    number: int = arguments_of(job)["announcement"]
    row = context.unit.announcements.get(number)
    if row is None or row.status is not NewsStatus.APPROVED:
        return [nothing_more]
    everybody = context.unit.recipients.everybody(row)
    pieces = [
        everybody[first : first + LISTED_AT_ONCE]
        for first in range(0, len(everybody), LISTED_AT_ONCE)
    ]

    def add(piece: Sequence[tuple[int, RecipientStatus]]) -> Say:
        return lambda context: context.unit.recipients.add(number, piece)

    def start(context: Context) -> None:
        row = context.unit.announcements.hold(number)
        if row is not None and context.unit.announcements.move(
            row,
            {NewsStatus.APPROVED},
            NewsStatus.SENDING,
            begun_at=row.begun_at or context.now,
            told_at=context.now,
        ):
            ask_for_card(context, row)
            feed(context)
            end_if_over(context, [number])

    return [*map(add, pieces), start]


def feed(context: Context) -> None:
    """Puts as many on their way as there is room for, several at a time. Nothing at night."""
    now, rules, zone = context.now, context.resources.news, context.resources.zone
    if not rules.may_go(now, zone):
        return
    room = WINDOW - context.unit.outbox.news_waiting()
    if room < WINDOW // 2:
        return
    for each in context.unit.announcements.of_status(NewsStatus.SENDING):
        row = context.unit.announcements.hold(each.id) if room > 0 else None
        if row is not None and row.status is NewsStatus.SENDING and _still_approved(context, row):
            room -= _feed(context, row, room)


def _still_approved(context: Context, row: Announcement) -> bool:
    """An approval is worth what whoever gave it may do."""
    approver = context.unit.people.get(row.approved_by) if row.approved_by is not None else None
    if approver is not None and may_approve(
        approver.role, person_id=approver.id, writer_id=row.by_id
    ):
        return True
    context.unit.announcements.move(
        row, {NewsStatus.SENDING}, NewsStatus.STOPPED, ended_at=context.now
    )
    tell_void(context, row)
    return False


def tell_void(context: Context, row: Announcement) -> None:
    by = context.unit.people.get(row.approved_by) if row.approved_by is not None else None
    if context.desk_chat is not None:
        said = words.approve_again(row.id, by=by.name if by is not None else "")
        context.tell(context.desk_chat, said, coalesce=coalesce_key(Waiting.NEWS_VOID, row.id))
    ask_for_card(context, row)


def _feed(context: Context, row: Announcement, room: int) -> int:
    """How many went on their way."""
    recipients, made = context.unit.recipients, calls(row)
    ends = context.resources.news.ends(context.now, context.resources.zone)
    fed = 0
    for _ in range(MOST_LOOKS):
        some = recipients.next(row.id, most=LOOKED_AT)
        may = [each for each in some if each.reached is RecipientStatus.WAITING][: room - fed]
        others = defaultdict(list)
        for each in some:
            if each.reached is not RecipientStatus.WAITING:
                others[each.reached].append(each.id)
        for reached, ids in others.items():
            recipients.put(ids, reached)
        recipients.put([each.id for each in may], RecipientStatus.QUEUED)
        for each in may:
            for method, params in made[each.parts :]:
                context.unit.outbox.add(
                    each.person_id,
                    method,
                    params,
                    now=context.now,
                    expires_at=ends,
                    announcement_id=row.id,
                )
        fed += len(may)
        if fed == room or len(some) < LOOKED_AT:
            break
    return fed


# What became of it


def record_ended(context: Context, ended: Sequence[Ended]) -> None:
    """With each that ended the next goes on its way, in the same transaction."""
    became: defaultdict[tuple[int, RecipientStatus], list[int]] = defaultdict(list)
    touched: dict[int, None] = {}
    for call, result in ended:
        if call.announcement_id is not None:
            touched[call.announcement_id] = None
            reached = _reached(call, result)
            if call.announcement_id == INVITATIONS:
                if reached is RecipientStatus.WAITING:
                    context.unit.surveys.ask_again(call.chat_id)
            elif reached is not None:
                became[call.announcement_id, reached].append(call.chat_id)
    for (number, reached), people in became.items():
        if reached is RecipientStatus.WAITING:
            context.unit.outbox.drop_news(number, people)  # the rest of it waits with them
            context.unit.recipients.wait(number, people)
        else:
            context.unit.recipients.ended(number, people, reached)
    if touched:
        feed(context)
        end_if_over(context, touched)


def _reached(call: OutgoingCall, result: SendResult) -> RecipientStatus | None:
    """None while it is still on its way."""
    match result:
        case Sent():
            return RecipientStatus.SENT
        case NotThere():
            return RecipientStatus.LOST
        case Refused() if result.reason == TOO_LATE:
            return RecipientStatus.WAITING  # for the next morning
        case Refused() | NoFilesHere():
            return RecipientStatus.FAILED
        case _:
            return None


def end_if_over(context: Context, numbers: Sequence[int] | dict[int, None]) -> None:
    for number in numbers:
        row = context.unit.announcements.get(number)
        if row is None or row.status is not NewsStatus.SENDING:
            continue
        if not context.unit.recipients.any_to_come(number, parts=len(calls(row))):
            context.unit.announcements.move(
                row, {NewsStatus.SENDING}, NewsStatus.DONE, ended_at=context.now
            )
            ask_for_card(context, row)
