"""An announcement's card at the desk: how it looks, how many it goes to, how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from bot.rules.announcement import (
    UNDER_WAY,
    WRITTEN_AT,
    Audience,
    NewsStatus,
    RecipientStatus,
)
from bot.words import announcement as words
from bot.words import announcement_card as card_words
from bot.words import labels
from bot.words.html import Html
from handlers.actions import announcing
from handlers.actions.job_answers import Say, answering, nothing_more, place_of
from handlers.buttons import (
    ApproveNews,
    DropNews,
    NewsAudience,
    NewsCard,
    NewsNotReached,
    NewsOffice,
    NewsOffices,
    ProposeNews,
    RemovePlanned,
    ResumeNews,
    ReturnNews,
    StopNews,
)
from handlers.context import Context, message
from handlers.keyboard import Key, Keyboard
from storage.announcements import chosen_of, packed
from storage.jobs import arguments_of
from storage.recipients import AudienceCounts
from storage.tables import Announcement, JobRow

ON_A_PAGE = 8
NAMES_ON_A_PAGE = 30
MARK = 6  # hexadecimal digits


def shown(context: Context, row: Announcement, counted: AudienceCounts | None) -> card_words.Card:
    """What takes long to count is counted before, on a reading connection."""
    progress = _progress(context, row) if row.begun_at is not None else None
    return card_words.Card(
        number=row.id,
        status=row.status,
        writer=_name(context, row.by_id) or card_words.SOMEBODY,
        approver=_name(context, row.approved_by),
        stopper=_name(context, row.stopped_by) if row.status is NewsStatus.STOPPED else "",
        audience=row.audience,
        chosen=tuple(chosen_names(context, row)),
        people=row.people if counted is None else counted.people,
        off=counted.off if counted is not None else 0,
        lost=counted.lost if counted is not None else 0,
        progress=progress,
        every=row.every,
        first_at=row.first_at,
        next_at=row.next_at,
        pauses_until=_pause(context, row),
        zone=context.resources.zone,
    )


def _name(context: Context, person_id: int | None) -> str:
    person = context.unit.people.get(person_id) if person_id is not None else None
    return person.name if person is not None else ""


def chosen_names(context: Context, row: Announcement) -> list[str]:
    if row.audience is not Audience.CLINIC:
        return [str(each) for each in chosen_of(row)]
    found = (context.unit.clinic_sessions.get(number) for number in chosen_of(row))
    return [f"{each.id}. {each.topic}" for each in found if each is not None]


def _progress(context: Context, row: Announcement) -> card_words.Progress:
    counts = context.unit.recipients.counts(row.id)
    left = counts[RecipientStatus.WAITING] + counts[RecipientStatus.QUEUED]
    return card_words.Progress(
        people=sum(counts.values()) - counts[RecipientStatus.GONE],
        sent=counts[RecipientStatus.SENT],
        lost=counts[RecipientStatus.LOST],
        failed=counts[RecipientStatus.FAILED],
        off=counts[RecipientStatus.OFF],
        left=left,
    )


def _pause(context: Context, row: Announcement) -> str:
    rules, zone = context.resources.news, context.resources.zone
    if row.status not in UNDER_WAY or rules.may_go(context.now, zone):
        return ""
    early = context.now.astimezone(zone).time() < rules.hours.opens
    return (card_words.waits_today if early else card_words.waits)(rules.hours.opens)


def keys(row: Announcement) -> Keyboard:
    number, revision = row.id, row.revision
    missed = Key(labels.NOT_REACHED, NewsNotReached(number, 0))
    match row.status:
        case NewsStatus.DRAFT:
            return (
                *_audiences(row),
                (
                    Key(labels.PROPOSE_NEWS, ProposeNews(number, revision)),
                    Key(labels.DROP_NEWS, DropNews(number)),
                ),
            )
        case NewsStatus.PROPOSED:
            return (
                (
                    Key(labels.APPROVE_NEWS, ApproveNews(number, revision)),
                    Key(labels.RETURN_NEWS, ReturnNews(number, revision)),
                ),
            )
        case NewsStatus.PLANNED:
            return ((Key(labels.REMOVE_PLANNED, RemovePlanned(number)),),)
        case NewsStatus.APPROVED | NewsStatus.SENDING:
            return ((Key(labels.STOP_NEWS, StopNews(number)),),)
        case NewsStatus.STOPPED:
            return ((Key(labels.RESUME_NEWS, ResumeNews(number)),), (missed,))
        case NewsStatus.DONE if row.every is None:
            return ((missed,),)
        case _:
            return ()


def _audiences(row: Announcement) -> Keyboard:
    named = {
        Audience.ALL: labels.TO_ALL,
        Audience.OFFICES: labels.TO_OFFICES,
        Audience.CLINIC: labels.TO_CLINIC,
        Audience.CATEGORY: labels.TO_CATEGORY,
    }
    all_ = [
        Key(
            labels.chosen(name, now=row.audience is audience),
            NewsAudience(row.id, row.revision, audience.value),
        )
        for audience, name in named.items()
    ]
    return (tuple(all_[:2]), tuple(all_[2:]))


# Jobs


def preview(context: Context, job: JobRow) -> list[Say]:
    """As it will look, and below it the card, from which it is then told apart."""
    wanted = arguments_of(job)
    row = context.unit.announcements.get(wanted["announcement"])
    if row is None or wanted.get("revision", row.revision) != row.revision:
        return [nothing_more]  # what is newer has a job of its own
    counted = _counted(context, row)
    number, revision, chat_id = row.id, row.revision, place_of(context, job)
    place = answering(job, reply=False)

    def say(context: Context) -> None:
        row = context.unit.announcements.hold(number)
        if row is None or row.revision != revision:
            return
        _count(context, row, counted)
        if row.card_message_id is not None and row.card_chat_id == chat_id:
            old = message(words.replaced(number)) | {"message_id": row.card_message_id}
            context.unit.outbox.add(chat_id, "editMessageText", old, now=context.now)
        context.tell(chat_id, words.preview(number), extra=place)
        for method, params in announcing.calls(row):
            context.unit.outbox.add(chat_id, method, params | place, now=context.now)
        if row.album is not None and not row.more_files:
            context.tell(chat_id, words.album_in_parts(number), extra=place)
        row.card_chat_id, row.card_message_id = chat_id, None
        said = card_words.card(shown(context, row, counted))
        announcing.send_card(context, chat_id, row, said, keys(row), place=place)

    return [say]


def redraw(context: Context, job: JobRow) -> list[Say]:
    row = context.unit.announcements.get(arguments_of(job)["announcement"])
    assert row is not None
    number, revision, counted = row.id, row.revision, _counted(context, row)
    progress = shown(context, row, counted)

    def say(context: Context) -> None:
        row = context.unit.announcements.hold(number)
        assert row is not None
        if row.revision == revision:
            _count(context, row, counted)
        if (row.status, row.revision) == (progress.status, revision):
            announcing.draw(context, row, card_words.card(progress), keys(row))
        else:
            announcing.ask_for_card(context, row)

    return [say]


def _counted(context: Context, row: Announcement) -> AudienceCounts | None:
    if row.audience is None or row.status not in {*WRITTEN_AT, NewsStatus.PLANNED}:
        return None
    return context.unit.recipients.counted(row)


def _count(context: Context, row: Announcement, counted: AudienceCounts | None) -> None:
    if counted is not None and row.status in WRITTEN_AT:
        row.people = counted.people
        context.unit.session.flush()


def offices(context: Context, job: JobRow) -> list[Say]:
    """Those that people say they are of; first, where asked, one is taken in or out."""
    wanted = arguments_of(job)
    row = context.unit.announcements.get(wanted["announcement"])
    if row is None or row.status is not NewsStatus.DRAFT:
        return [nothing_more]
    named = context.unit.recipients.offices()
    known = {mark_of(name): name for name, _ in named}
    chosen = [str(each) for each in chosen_of(row)] if row.audience is Audience.OFFICES else []
    touched = known.get(wanted.get("mark", ""))
    if touched is not None:
        chosen = [each for each in chosen if each != touched]
        chosen += [touched] if wanted["on"] else []
    page = min(wanted["page"], max(0, len(named) - 1) // ON_A_PAGE)
    said = words.choose_offices(chosen) if named else words.no_offices()
    keyboard = _office_keys(row.id, named, chosen, page)
    number, message_id, chat_id = row.id, job.message_id, place_of(context, job)

    def say(context: Context) -> None:
        row = context.unit.announcements.get(number)
        if row is None or row.status is not NewsStatus.DRAFT:
            return
        values = {"audience": Audience.OFFICES, "chosen": packed(chosen), "people": None}
        if touched is None or context.unit.announcements.change(row, **values):
            params = message(said, keyboard) | {"message_id": message_id}
            if message_id is not None:
                context.unit.subject_refs.forget(chat_id, message_id)
            context.unit.outbox.add(chat_id, "editMessageText", params, now=context.now)

    return [say]


def _office_keys(
    number: int, named: Sequence[tuple[str, int]], chosen: Sequence[str], page: int
) -> Keyboard:
    first = page * ON_A_PAGE
    rows = [
        (
            Key(
                labels.chosen(f"{name} ({count})", now=name in chosen),
                NewsOffice(number, page, mark_of(name), name not in chosen),
            ),
        )
        for name, count in named[first : first + ON_A_PAGE]
    ]
    beside = [
        *([Key(labels.PREVIOUS_PAGE, NewsOffices(number, page - 1))] if page else []),
        *(
            [Key(labels.NEXT_PAGE, NewsOffices(number, page + 1))]
            if first + ON_A_PAGE < len(named)
            else []
        ),
    ]
    done = (Key(labels.CHOSEN, NewsCard(number)),)
    return (*rows, *((tuple(beside),) if beside else ()), done)


def mark_of(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:MARK]


def not_reached(context: Context, job: JobRow) -> list[Say]:
    """A page of their names, as a message of its own; further pages stand in its place."""
    wanted = arguments_of(job)
    row = context.unit.announcements.get(wanted["announcement"])
    assert row is not None
    first = wanted["page"] * NAMES_ON_A_PAGE
    people = context.unit.recipients.not_reached(row, first=first, most=NAMES_ON_A_PAGE + 1)
    counts = context.unit.recipients.counts(row.id)
    names = [
        f"{each.name} · {each.office}" if each.office else each.name
        for each in people[:NAMES_ON_A_PAGE]
    ]
    total = counts[RecipientStatus.LOST] + counts[RecipientStatus.FAILED]
    said = words.not_reached(row.id, names, total=total, first=first)
    beside: list[Key] = []
    if wanted["page"]:
        beside.append(Key(labels.PREVIOUS_PAGE, NewsNotReached(row.id, wanted["page"] - 1)))
    if len(people) > NAMES_ON_A_PAGE:
        beside.append(Key(labels.NEXT_PAGE, NewsNotReached(row.id, wanted["page"] + 1)))
    return [_say_names(context, job, said, (tuple(beside),) if beside else ())]


def _say_names(context: Context, job: JobRow, said: Html, keyboard: Keyboard) -> Say:
    chat_id, edits = place_of(context, job), arguments_of(job)["edits"]
    params = message(said, keyboard)
    extra: dict[str, object] = {"message_id": job.message_id} if edits else answering(job)

    def say(context: Context) -> None:
        context.unit.outbox.add(
            chat_id,
            "editMessageText" if edits else "sendMessage",
            params | extra,
            now=context.now,
            quotes=True,
        )

    return say
