""" "Bukti dukung" below the figures: the days' paper in the form that is wanted, as a file."""

from __future__ import annotations

from datetime import date

from bot.data.letterhead import letterhead
from bot.errors import StaleButton
from bot.papers.evidence.lapor import lapor_xlsx
from bot.papers.evidence.pack import (
    LAPOR_NAME,
    PACK_NAME,
    PROOFS_NAME,
    REACH_NAME,
    REACH_ROWS_NAME,
    SAMPLES_NAME,
    file_name,
)
from bot.papers.evidence.reach import reach_page, rows_xlsx
from bot.papers.kept_file import KeptFile
from bot.papers.paper_format import PaperFormat
from bot.papers.registry import KEPT_FILE
from bot.wire.outgoing import Rendering
from bot.words import evidence as words
from bot.words import labels, papers
from bot.words.html import Html
from handlers.actions import reach
from handlers.actions.evidence import (
    LAPOR,
    PROOFS,
    REACH,
    REACH_ROWS,
    SAMPLES,
    Office,
    draw,
    note_printed,
    of_days,
    pack_of,
)
from handlers.actions.job_answers import Say, answering, place_of
from handlers.actions.making import Making
from handlers.actions.report_rows import DaysAsked
from handlers.buttons import Evidence, EvidenceFile
from handlers.context import Context
from handlers.desk import figure_days
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow

FILE = "paper"
FORMS = {
    PaperFormat.PDF.value: labels.FORM_PDF,
    PaperFormat.DOCX.value: labels.FORM_DOCX,
    PaperFormat.XLSX.value: labels.FORM_XLSX,
    SAMPLES: labels.FORM_SAMPLES,
    PROOFS: labels.FORM_PROOFS,
    LAPOR: labels.FORM_LAPOR,
    REACH: labels.REACH,
    REACH_ROWS: labels.REACH_ROWS,
}
LARGEST = 48_000_000  # bytes; Telegram takes 50 MB of a bot


def key(first: date, last: date) -> Key:
    """Below figures of these days."""
    return Key(labels.EVIDENCE, Evidence(*figure_days.written(first, last)))


def reach_key(first: date, last: date) -> Key:
    return Key(labels.REACH, EvidenceFile(*figure_days.written(first, last), REACH))


def choose(turn: Turn) -> None:
    """In which form: a message of its own, the figures stay."""
    pressed = turn.button(Evidence)
    first, last = figure_days.read(turn, pressed.first, pressed.last)
    turn.toast()
    keys = [
        Key(label, EvidenceFile(pressed.first, pressed.last, form))
        for form, label in FORMS.items()
    ]
    keyboard: Keyboard = (tuple(keys[:3]), tuple(keys[3:4]), tuple(keys[4:6]), tuple(keys[6:]))
    turn.say(words.choose(first, last), keyboard)


def make(turn: Turn) -> None:
    pressed = turn.button(EvidenceFile)
    days = figure_days.read(turn, pressed.first, pressed.last)
    if pressed.form not in FORMS:
        raise StaleButton
    said = words.making_toast()
    promise = words.making(*days, FORMS[pressed.form])
    figure_days.ask(turn, JobKind.EVIDENCE, days, saying=said, form=pressed.form, promise=promise)


def paper(context: Making, job: JobRow) -> list[Say]:
    """As it stood when it was asked for; of a closed period as it was closed."""
    made, name, caption = _made(context, figure_days.asked(job), arguments_of(job)["form"])

    def say(context: Context) -> None:
        chat_id, place = place_of(context, job), answering(job)
        if len(made) > LARGEST:
            context.tell(chat_id, words.too_large(), extra=place)
            return
        note_printed(context.unit, made)
        context.unit.outbox.add(
            chat_id,
            "sendDocument",
            {"document": f"attach://{FILE}", "caption": caption, "parse_mode": "HTML"} | place,
            now=context.now,
            renderings=[Rendering(FILE, name, KEPT_FILE.name, KEPT_FILE.pack(KeptFile.of(made)))],
        )

    return [say]


def _made(context: Making, asked: DaysAsked, form: str) -> tuple[bytes, str, Html]:
    """The file, its name and what is said below it."""
    if form in {REACH, REACH_ROWS}:
        return _reach(context, asked, form)
    unit, office = context.unit, Office.of(context.resources)
    progress = context.progress
    first, last = asked.first, asked.last
    if form == SAMPLES:
        from bot.papers.evidence.pdf import samples_pdf  # noqa: PLC0415 - as in `draw`

        pack = of_days(unit, office, asked, watch=progress.reading)
        name = file_name(SAMPLES_NAME, pack, "pdf")
        return samples_pdf(pack), name, words.samples_caption(first, last)
    if form == PROOFS:
        said = words.proofs_caption(first, last)
        from bot.papers.evidence.pdf import proofs_pdf  # noqa: PLC0415 - as above

        pack = of_days(unit, office, asked, samples=False, watch=progress.reading)
        return (proofs_pdf(pack), file_name(PROOFS_NAME, pack, "pdf"), said)
    if form == LAPOR:
        said = words.lapor_caption(first, last)
        pack = of_days(unit, office, asked, samples=False, watch=progress.reading)
        progress.drawing()
        return (lapor_xlsx(pack), file_name(LAPOR_NAME, pack, "xlsx"), said)
    pack = pack_of(unit, office, asked, progress.reading)
    progress.drawing()
    formula = papers.formula(pack.recap)
    caption = words.caption(first, last, formula=formula, closed=pack.closed is not None)
    return draw(pack, PaperFormat(form)), file_name(PACK_NAME, pack, form), caption


def _reach(context: Context, asked: DaysAsked, form: str) -> tuple[bytes, str, Html]:
    calendar, offices = context.resources.calendar, context.resources.offices
    found = reach.of_days(context.unit, calendar, offices, asked)
    made = reach.reached(found, calendar)
    if form == REACH_ROWS:
        name = file_name(REACH_ROWS_NAME, asked, "xlsx")
        return (
            rows_xlsx(found, asked.as_of),
            name,
            words.reach_rows_caption(asked.first, asked.last),
        )
    from bot.papers.evidence.pdf import alone_pdf  # noqa: PLC0415 - as above

    period = papers.days(asked.first, asked.last)
    paper = alone_pdf(reach_page(made), letterhead(), period, asked.as_of)
    said = words.reach_caption(
        asked.first,
        asked.last,
        people=found.people,
        offices=len(found.offices),
        silent=None if found.personnel is None else len(found.never),
    )
    return paper, file_name(REACH_NAME, asked, "pdf"), said
