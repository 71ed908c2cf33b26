"""Papers of Coaching Clinic, made beside the turn: invitation, a session's report, the year."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.data.letterhead import letterhead
from bot.papers import invitation as letter
from bot.papers.registry import (
    INVITATION,
    INVITATION_PDF,
    SESSION_REPORT,
    SESSION_REPORT_DOCX,
    Renderer,
)
from bot.papers.session_report import Attended
from bot.papers.session_report import SessionReport as Report
from bot.rules.clinic import (
    RequestStatus,
    SessionsRecap,
    SessionStatus,
    helped,
    is_late,
    tallies,
)
from bot.rules.privacy.retention import Kept
from bot.rules.rights import DeskAct
from bot.wire.outgoing import Rendering
from bot.words import clinic as asker_words
from bot.words import clinic_desk as words
from bot.words import clinic_papers as paper_words
from bot.words import dates
from handlers.actions import clinic as actions
from handlers.actions import office_names
from handlers.actions.clinic_effect import effect_of
from handlers.actions.job_answers import Say, answering, place_of
from handlers.buttons import ClinicRecap, Invitation, SessionReport
from handlers.context import Context
from handlers.turn import Turn
from storage.clinic_seats import ListedSeat
from storage.jobs import arguments_of
from storage.tables import ClinicSession, JobKind, JobRow

LETTER, REPORT, RECAP = "letter", "report", "recap"
PAPER = "paper"
PDF, DOCX = "pdf", "docx"
FORMS = {"": "", PDF: PDF, DOCX: DOCX, "word": DOCX}
USUAL = {LETTER: DOCX, REPORT: PDF}  # the letter still gets its number
LETTERS = {DOCX: INVITATION, PDF: INVITATION_PDF}
REPORTS = {PDF: SESSION_REPORT, DOCX: SESSION_REPORT_DOCX}
FIRST_YEAR = 2019  # of Coaching Clinic itself


def invitation_pressed(turn: Turn) -> None:
    _pressed(turn, LETTER, turn.button(Invitation).session)


def report_pressed(turn: Turn) -> None:
    _pressed(turn, REPORT, turn.button(SessionReport).session)


def recap_pressed(turn: Turn) -> None:
    _pressed(turn, RECAP, turn.button(ClinicRecap).year)


def invitation_by_words(turn: Turn, number: int, rest: str) -> None:
    _in_form(turn, LETTER, number, rest)


def report_by_words(turn: Turn, number: int, rest: str) -> None:
    _in_form(turn, REPORT, number, rest)


def _in_form(turn: Turn, what: str, number: int, rest: str) -> None:
    form = FORMS.get(rest.casefold().strip(" ."))
    if form is None:
        turn.say(words.form_unclear())
    else:
        _ask(turn, what, number, form or USUAL[what])


def recap_by_words(turn: Turn, rest: str) -> None:
    this_year = turn.resources.calendar.today(turn.now).year
    year = int(rest) if rest.isascii() and rest.isdigit() and len(rest) == 4 else None
    if rest and (year is None or not FIRST_YEAR <= year <= this_year + 1):
        turn.say(words.year_unclear())
    else:
        _ask(turn, RECAP, year or this_year)


def _pressed(turn: Turn, what: str, number: int) -> None:
    turn.must(DeskAct.WORK)
    turn.must_show_what_was_pressed()
    turn.toast()
    _ask(turn, what, number, USUAL.get(what, ""))


def _ask(turn: Turn, what: str, number: int, form: str = "") -> None:
    key = f"{what}:{number}:{turn.incoming.chat_id}:{turn.incoming.message_id}"
    turn.ask_for(JobKind.CLINIC_PAPER, key, {"what": what, "number": number, "form": form})


def make(context: Context, job: JobRow) -> list[Say]:
    """Computed here, drawn when it is sent."""
    wanted = arguments_of(job)
    what, number = wanted["what"], wanted["number"]
    if what == RECAP:
        return _say_recap(context, job, number)
    row = context.unit.clinic_sessions.get(number)
    if row is None or row.starts_at is None or row.ends_at is None or row.opened_at is None:
        chat, extra = place_of(context, job), answering(job)
        return [lambda context: context.tell(chat, words.unknown_session(), extra=extra)]
    form = wanted.get("form") or USUAL[what]  # asked for before there were two
    if what == LETTER:
        name = letter.FILE_NAME.format(number=number, form=form)
        drawn = _drawn(LETTERS[form], _letter(context, row), name)
        return _say_paper(context, job, drawn, words.invitation_caption(number))
    drawn = _drawn(REPORTS[form], _report(context, row), f"laporan-sesi-{number}.{form}")
    return _say_paper(context, job, drawn, words.report_caption(number))


def _drawn(renderer: Renderer[Any], paper: object, name: str) -> Rendering:
    return Rendering(PAPER, name, renderer.name, renderer.pack(paper))


def _say_paper(context: Context, job: JobRow, rendering: Rendering, caption: str) -> list[Say]:
    chat, extra = place_of(context, job), answering(job)

    def say(context: Context) -> None:
        params: dict[str, object] = {"document": f"attach://{PAPER}", "caption": caption}
        context.unit.outbox.add(
            chat, "sendDocument", params | extra, now=context.now, renderings=[rendering]
        )

    return [say]


def _letter(context: Context, row: ClinicSession) -> letter.Invitation:
    assert row.starts_at is not None
    assert row.ends_at is not None
    return letter.Invitation(
        number=row.id,
        topic=row.topic or "",
        when=asker_words.when(row.starts_at, row.ends_at, context.resources.zone),
        place=row.place or "",
        trainers=row.trainers or "",
        offices=tuple(office_names.each_of(context.resources, row.offices or "")),
        capacity=row.capacity or 0,
        link=actions.link(context, f"sesi_{row.id}"),
        letterhead=letterhead(),
        made=context.now,
    )


def _report(context: Context, row: ClinicSession) -> Report:
    assert row.starts_at is not None
    assert row.ends_at is not None
    zone, seats = context.resources.zone, context.unit.clinic_seats
    listed = seats.listed(row.id)
    came = [each for each in listed if each.seat.attended_at is not None]
    answers = seats.all_answers([row.id])
    late = [each for each in came if _late(row, each)]
    effect, rules = effect_of(context, row), context.resources.clinic
    return Report(
        number=row.id,
        topic=row.topic or "",
        when=asker_words.when(row.starts_at, row.ends_at, zone),
        place=row.place or "",
        trainers=row.trainers or "",
        offices=row.offices or "",
        assignment=row.assignment or "",
        counted=paper_words.counted(
            joined=sum(each.seat.joined_at is not None for each in listed),
            attended=len(came),
            walked_in=sum(each.seat.joined_at is None for each in came),
            late=len(late),
        ),
        files=len(context.unit.clinic_sessions.files(row.id)),
        attended=tuple(_attended(context, row, each) for each in came),
        tallies=tallies(answers),
        helped=helped(answers),
        effect=effect,
        days=rules.compared.days,
        effect_says=paper_words.effect(
            effect.change,
            days=rules.compared.days,
            since=dates.date_of((row.ends_at + rules.compared).astimezone(zone).date()),
            kept=context.resources.privacy.days(Kept.QUESTIONS),
        ),
        questions=row.questions or "",
        follow_up=row.follow_up or "",
        letterhead=letterhead(),
        made=context.now,
        when_made=dates.stamp(context.now, zone),
    )


def _late(row: ClinicSession, each: ListedSeat) -> bool:
    """By the code: an officer marks the list when there is time for it."""
    at = each.seat.attended_at
    by_code = each.seat.marked_by is None
    return by_code and at is not None and row.starts_at is not None and is_late(at, row.starts_at)


def _attended(context: Context, row: ClinicSession, each: ListedSeat) -> Attended:
    at = each.seat.attended_at
    assert at is not None
    notes = []
    if each.seat.marked_by is not None:
        notes.append(paper_words.BY_OFFICER)
    else:
        notes.append(f"{at.astimezone(context.resources.zone):%H.%M}")
    if _late(row, each):
        notes.append(paper_words.LATE)
    if each.seat.joined_at is None:
        notes.append(paper_words.WALKED_IN)
    return Attended(each.name or "–", each.office or "", ", ".join(notes))


def _say_recap(context: Context, job: JobRow, year: int) -> list[Say]:
    calendar, seats = context.resources.calendar, context.unit.clinic_seats
    first, last = calendar.midnight(date(year, 1, 1)), calendar.midnight(date(year + 1, 1, 1))
    rows = context.unit.clinic_sessions.begun_between(first, last)
    opened = [row for row in rows if row.status is SessionStatus.OPEN and row.ends_at is not None]
    held = [row.id for row in opened if row.ends_at is not None and row.ends_at <= context.now]
    attended, people, offices = seats.reached(held)
    answers = seats.all_answers(held)
    asked = context.unit.clinic_requests.asked_between(first, last)
    recap = SessionsRecap(
        year=year,
        held=len(held),
        cancelled=sum(row.opened_at is not None for row in rows if row.cancelled_at is not None),
        to_come=len(opened) - len(held),
        attended=attended,
        people=people,
        offices=tuple(offices),
        overall=tallies(answers)[-1],
        helped=helped(answers),
        requests=len(asked),
        answered_requests=sum(each is not RequestStatus.OPEN for each in asked),
        changes=tuple(effect_of(context, row).change for row in opened if row.id in held),
    )
    chat, extra = place_of(context, job), answering(job)
    return [lambda context: context.tell(chat, words.recap(recap), extra=extra)]
