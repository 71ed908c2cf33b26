"""/data_saya: the person's data itself, in the message or, where it is long, as a file."""

from __future__ import annotations

from collections.abc import Iterator

from bot import utf16
from bot.papers.my_data import (
    FILE_NAME,
    MyData,
    OwnClinic,
    OwnQuestion,
    OwnReport,
    ReportEvent,
    TextFile,
    written,
)
from bot.papers.registry import TEXT_FILE
from bot.rules.dialog import DialogKind
from bot.rules.privacy.retention import Kept
from bot.rules.roster.nip import tail
from bot.wire.outgoing import Rendering
from bot.words import dates, survey_papers
from bot.words import own_data as words
from bot.words.clinic_request import STATES as REQUEST_STATES
from bot.words.html import esc, paragraphs
from bot.words.roster import BY_NUMBER, BY_OFFICER
from bot.words.ticket import OF_THE_DESK
from handlers.actions.job_answers import Say, answering, nothing_more
from handlers.context import Context
from handlers.resources import Resources
from handlers.turn import Turn
from storage import drafts
from storage.tables import JobKind, JobRow, Person, Question, Ticket

MOST_IN_MESSAGE = 3_000  # letters; beside them stands the summary
FILE = "data"


def ask(turn: Turn) -> None:
    """Of somebody with many reports it takes longer than a turn may."""
    turn.ask_for(JobKind.MY_DATA, f"data:{turn.person.id}")


def collect(context: Context, job: JobRow) -> list[Say]:
    person = context.unit.people.get(job.asker_id) if job.asker_id is not None else None
    if person is None or job.chat_id != person.id:  # gone since; and never into a group
        return [nothing_more]
    data = _of(context, person)
    head = words.summary(
        name=person.name,
        username=person.username,
        office=person.office,
        tickets=len(data.reports),
        questions=len(data.asked),
        erase_within=context.resources.privacy.erase_within,
        blocked=person.blocked_at,
        zone=context.resources.zone,
    )
    text, chat_id = written(data), person.id
    place = answering(job, reply=False)

    def say(context: Context) -> None:
        if utf16.length(text) <= MOST_IN_MESSAGE:
            context.tell(chat_id, paragraphs(head, esc(text.strip())), extra=place)
            return
        context.tell(chat_id, head, extra=place)
        context.unit.outbox.add(
            chat_id,
            "sendDocument",
            {"document": f"attach://{FILE}", "caption": words.file_caption()} | place,
            now=context.now,
            renderings=[
                Rendering(FILE, FILE_NAME, TEXT_FILE.name, TEXT_FILE.pack(TextFile(text)))
            ],
        )

    return [say]


def _of(context: Context, person: Person) -> MyData:
    unit = context.unit
    erasure = unit.erasures.of(person.id)
    asked = unit.questions.of(person.id)
    return MyData(
        person_id=person.id,
        name=person.name,
        username=person.username,
        office=person.office,
        first_seen=person.first_seen,
        listed=tuple(_listed(context, person)),
        erasure_due=erasure.due_at if erasure else None,
        unfinished=_unfinished(context, person),
        reports=tuple(_report(context, each) for each in unit.own_tickets.every(person.id)),
        asked=tuple(_asked(context, each) for each in asked),
        sessions=tuple(_sessions(context, person)),
        requests=tuple(_requests(context, person)),
        surveys=tuple(_surveys(context, person)),
        hit_by=tuple(unit.incidents.of_person(person.id)),
        news=_news(context, person),
        periods=tuple(periods(context.resources)),
        made_at=context.now,
        zone=str(context.resources.zone),
    )


def _news(context: Context, person: Person) -> str:
    count, off = context.unit.recipients.of_person(person.id), person.news_off_at
    if not count and off is None:
        return ""
    return words.announcements(count, off=off, zone=context.resources.zone)


def _listed(context: Context, person: Person) -> Iterator[str]:
    """What the list of personnel has of them; of the NIP its end, for others may read the chat."""
    linked = context.unit.roster.of_person(person.id)
    if linked is None:
        return
    link, entry = linked
    yield f"{words.NIP}: {tail(link.nip)}"
    for word, value in (
        (
            (words.NAME, entry.name),
            (words.OFFICE, entry.office),
            (words.POSITION, entry.position),
            (words.RANK, entry.rank),
            (words.PHONE, " ".join(entry.phone or ())),
            (words.MAIL, entry.email),
            (words.STATE, entry.status),
        )
        if entry is not None
        else ()
    ):
        if value:
            yield f"{word}: {value}"
    how = BY_NUMBER if link.by_id is None else BY_OFFICER
    yield f"{words.LINKED}: {dates.short(link.at, context.resources.zone)}, {how}"


def _sessions(context: Context, person: Person) -> Iterator[OwnClinic]:
    for seat, row in context.unit.clinic_seats.sessions_of(person.id):
        how = words.QUEUED if seat.seated_at is None else words.JOINED
        told = [words.CAME if seat.attended_at is not None else how]
        told += [seat.office] if seat.office else []
        answers = context.unit.clinic_seats.answers(seat.id)
        if answers:
            scores = ", ".join(f"{question}: {score}" for question, score in answers.items())
            told.append(f"{words.RATED} {scores}")
        at = row.starts_at or row.made_at
        yield OwnClinic(row.topic or "", at, "; ".join(told))


def _requests(context: Context, person: Person) -> Iterator[OwnClinic]:
    for row in context.unit.clinic_requests.of_person(person.id):
        told = [row.office, REQUEST_STATES[row.status]]
        told += [f"{words.FROM_DESK}: {row.answer}"] if row.answer else []
        yield OwnClinic(row.topic, row.asked_at, "; ".join(told))


def _surveys(context: Context, person: Person) -> Iterator[str]:
    for row, asked in context.unit.surveys.of_person(person.id):
        how = words.BEGUN if asked.draft else words.INVITED
        yield f"{survey_papers.survey(row.id)}: {words.TAKEN_PART if asked.taken_part else how}"
    for each in context.unit.surveys.testimonies_of(person.id):
        yield f"{survey_papers.survey(each.survey_id)}, {words.TESTIMONY}: {each.text}"


def _asked(context: Context, asked: Question) -> OwnQuestion:
    entry = context.resources.book.get(asked.entry_id) if asked.entry_id else None
    in_book = asked.learned_id is not None
    if asked.text or in_book or entry is None:
        return OwnQuestion(asked.at, asked.text, in_book)
    return OwnQuestion(asked.at, f"({words.OPENED}) {entry.question}", in_book)


def periods(resources: Resources) -> list[str]:
    privacy = resources.privacy
    return words.periods(
        question_days=privacy.days(Kept.QUESTIONS),
        ticket_days=privacy.days(Kept.TICKETS),
        news_days=privacy.days(Kept.RECIPIENTS),
        delivered_days=privacy.days(Kept.DELIVERED),
        parked_days=privacy.days(Kept.PARKED),
        backup_days=resources.backups_kept,
    )


def _report(context: Context, ticket: Ticket) -> OwnReport:
    """As its reporter may see it: what officers note for themselves is not for them."""
    history = context.unit.events.history(ticket)
    rated = context.unit.satisfaction.of(ticket.id)
    return OwnReport(
        number=str(ticket.number),
        kind=ticket.kind,
        category=ticket.category,
        status=ticket.status,
        received=ticket.created_at,
        story=ticket.story,
        files=tuple((each.kind, each.added_at) for each in context.unit.attachments.of(ticket.id)),
        history=tuple(
            ReportEvent(event.at, event.deed, event.text)
            for event in history
            if event.deed not in OF_THE_DESK
        ),
        rating=None if rated is None else rated.score,
        rating_words=None if rated is None else rated.words,
    )


def _unfinished(context: Context, person: Person) -> str | None:
    """The story of a report that was begun, and of files that wait for one."""
    opened = context.unit.dialogs.open(person.id, now=context.now)
    stories = []
    for kind in (DialogKind.COMPLAINT, DialogKind.LOOSE):
        row = opened.get(kind)
        if row is not None and row.draft:
            try:
                stories.append(drafts.read_told(row.draft).story)
            except drafts.Unreadable:
                continue
    return "\n".join(filter(None, stories)) or None
