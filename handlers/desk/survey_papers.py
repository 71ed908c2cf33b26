"""The report of a survey that is closed, in the form that is wanted: made beside the turn."""

from __future__ import annotations

from bot.data.letterhead import letterhead
from bot.errors import StaleButton
from bot.papers.kept_file import KeptFile
from bot.papers.paper_format import PaperFormat
from bot.papers.registry import KEPT_FILE
from bot.papers.survey_forms import survey_report
from bot.papers.survey_report import Before, FollowUp, SurveyReport
from bot.rules.survey import Disclosure, Showing, SurveyStatus
from bot.wire.outgoing import Rendering
from bot.words import dates, labels
from bot.words import survey_desk as words
from bot.words import survey_papers as paper_words
from handlers.actions import survey as actions
from handlers.actions.job_answers import Say, answering, place_of
from handlers.buttons import SurveyPaper
from handlers.context import Context
from handlers.keyboard import Key, Keyboard
from handlers.turn import TAPPED_TWICE, Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow, Survey

FILE = "paper"
FORMS = {
    PaperFormat.PDF: labels.FORM_PDF,
    PaperFormat.DOCX: labels.FORM_DOCX,
    PaperFormat.XLSX: labels.FORM_XLSX,
}


def keys(row: Survey) -> Keyboard:
    return (tuple(Key(label, SurveyPaper(row.id, form)) for form, label in FORMS.items()),)


def pressed(turn: Turn) -> None:
    """Two quick taps are one."""
    button = turn.button(SurveyPaper)
    row = turn.unit.surveys.get(button.survey)
    if row is None or button.form not in set(PaperFormat):
        raise StaleButton
    turn.must_show_what_was_pressed()
    if turn.unit.jobs.asked_since(turn.now - TAPPED_TWICE, _key(turn, row, button.form)):
        return
    turn.toast(words.making_toast())
    _ask(turn, row, button.form)


def by_words(turn: Turn, row: Survey, rest: str) -> None:
    """In which form, as people call them; without one it is the PDF."""
    named = {"word": PaperFormat.DOCX, "excel": PaperFormat.XLSX, "": PaperFormat.PDF} | {
        each: each for each in PaperFormat
    }
    form = named.get(rest.casefold().strip(" ."))
    if form is None:
        turn.say(words.form_unclear())
    else:
        _ask(turn, row, form)


def _ask(turn: Turn, row: Survey, form: str) -> None:
    if row.status is not SurveyStatus.CLOSED:
        turn.say(words.not_closed())
        return
    turn.say(words.making())
    arguments = {"survey": row.id, "form": str(form)}
    turn.ask_for(JobKind.SURVEY_PAPER, _key(turn, row, form), arguments)


def _key(turn: Turn, row: Survey, form: str) -> str:
    return f"survey:{turn.incoming.chat_id}:{row.id}:{form}"


def make(context: Context, job: JobRow) -> list[Say]:
    wanted = arguments_of(job)
    row = context.unit.surveys.get(wanted["survey"])
    report = None if row is None else report_of(context, row)
    chat, place = place_of(context, job), answering(job)
    if report is None:
        return [lambda context: context.tell(chat, words.too_few(), extra=place)]
    made = survey_report(report, PaperFormat(wanted["form"]))
    name = paper_words.FILE_NAME.format(number=report.number, form=wanted["form"])
    caption = words.caption(report.number, report.days)

    def say(context: Context) -> None:
        context.unit.outbox.add(
            chat,
            "sendDocument",
            {"document": f"attach://{FILE}", "caption": caption, "parse_mode": "HTML"} | place,
            now=context.now,
            renderings=[Rendering(FILE, name, KEPT_FILE.name, KEPT_FILE.pack(KeptFile.of(made)))],
        )

    return [say]


def report_of(context: Context, row: Survey) -> SurveyReport | None:
    """None where nothing may be told of it."""
    _, found, said = actions.came(context, row)
    edition = context.resources.survey.named(row.edition)
    if found is None or edition is None:
        return None
    zone = context.resources.zone
    names = {each.key: each.name for each in actions.elements(context, row)}
    before = context.unit.surveys.before(row)
    shown = context.unit.surveys.testimonies(row.id, {Showing.SHOWN})
    return SurveyReport(
        number=row.id,
        days=actions.days_told(row),
        closed="" if row.closed_at is None else dates.stamp(row.closed_at, zone),
        edition=edition,
        names=tuple(names[each.key] for each in found.elements),
        population=row.population,
        population_from=actions.population_from(context, row),
        needed=actions.needed(context, row),
        invited=row.invited or 0,
        result=found,
        sheets=tuple(context.unit.surveys.sheets(row.id)),
        graded=said is Disclosure.ALL,
        done=_done(context, row),
        as_low=tuple(names[each.key] for each in found.as_low) if said is Disclosure.ALL else (),
        before=None if before is None else _before(context, before),
        testimonies=tuple((each.text, name if each.named else None) for each, name in shown),
        letterhead=letterhead(),
        made=context.now,
        when_made=dates.stamp(context.now, zone),
    )


def _done(context: Context, row: Survey) -> tuple[FollowUp, ...]:
    """Of its lowest elements; of none where too few answered."""
    _, found, said = actions.came(context, row)
    if found is None or said is not Disclosure.ALL:
        return ()
    written = context.unit.surveys.follow_ups(row.id)
    names = {each.key: each.name for each in actions.elements(context, row)}
    return tuple(
        FollowUp(names[each.key], paper_words.decimal(each.average), written.get(each.key, ""))
        for each in found.lowest
    )


def _before(context: Context, row: Survey) -> Before:
    answers = len(context.unit.surveys.sheets(row.id))
    return Before(row.id, actions.days_told(row), answers, _done(context, row))
