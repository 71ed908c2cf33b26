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
from bot.papers.registry import KEPT_FILE
from bot.rules.dates.report_days import FIRST
from bot.wire.outgoing import Rendering
from bot.words import evidence as words
from bot.words import labels, papers
from bot.words.html import Html
from handlers.actions import reach
from handlers.actions.evidence import (
    Form,
    Office,
    draw,
    note_printed,
    of_days,
    pack_of,
)
from handlers.actions.jobs import Say, answering, place_of
from handlers.actions.report_rows import Asked
from handlers.buttons import Evidence, EvidenceFile
from handlers.context import Context
from handlers.keyboard import Key, Keyboard
from handlers.turn import TAPPED_TWICE, Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow

FILE = "paper"
SAMPLES, PROOFS, LAPOR = "samples", "proofs", "lapor"
REACH, REACH_ROWS = "reach", "reach-rows"
FORMS = {
    Form.PDF.value: labels.FORM_PDF,
    Form.DOCX.value: labels.FORM_DOCX,
    Form.XLSX.value: labels.FORM_XLSX,
    SAMPLES: labels.FORM_SAMPLES,
    PROOFS: labels.FORM_PROOFS,
    LAPOR: labels.FORM_LAPOR,
    REACH: labels.REACH,
    REACH_ROWS: labels.REACH_ROWS,
}
LARGEST = 48_000_000  # bytes; Telegram takes 50 MB of a bot


def key(first: date, last: date) -> Key:
    """Below figures of these days."""
    return Key(labels.EVIDENCE, Evidence(f"{first:%Y%m%d}", f"{last:%Y%m%d}"))


def reach_key(first: date, last: date) -> Key:
    return Key(labels.REACH, EvidenceFile(f"{first:%Y%m%d}", f"{last:%Y%m%d}", REACH))


def choose(turn: Turn) -> None:
    """In which form: a message of its own, the figures stay."""
    pressed = turn.button(Evidence)
    first, last = days_of(turn, pressed.first, pressed.last)
    turn.toast()
    keys = [
        Key(label, EvidenceFile(pressed.first, pressed.last, form))
        for form, label in FORMS.items()
    ]
    keyboard: Keyboard = (tuple(keys[:3]), tuple(keys[3:4]), tuple(keys[4:6]), tuple(keys[6:]))
    turn.say(words.choose(first, last), keyboard)


def make(turn: Turn) -> None:
    """Two quick taps are one."""
    pressed = turn.button(EvidenceFile)
    first, last = days_of(turn, pressed.first, pressed.last)
    if pressed.form not in FORMS:
        raise StaleButton
    key_ = f"evidence:{turn.incoming.chat_id}:{pressed.first}:{pressed.last}:{pressed.form}"
    if turn.unit.jobs.asked_since(turn.now - TAPPED_TWICE, key_):
        return
    turn.toast(words.making_toast())
    turn.say(words.making(first, last, FORMS[pressed.form]))
    turn.ask_for(
        JobKind.EVIDENCE,
        key_,
        {"first": first.isoformat(), "last": last.isoformat(), "form": pressed.form},
    )


def days_of(turn: Turn, first: str, last: str) -> tuple[date, date]:
    """Raises StaleButton for what no button of ours names."""
    try:
        since, until = map(date.fromisoformat, (first, last))
    except ValueError:
        raise StaleButton from None
    if not FIRST <= since <= until or since > turn.resources.calendar.today(turn.now):
        raise StaleButton
    return since, until


def paper(context: Context, job: JobRow) -> list[Say]:
    """As it stood when it was asked for; of a closed period as it was closed."""
    given = arguments_of(job)
    first, last = date.fromisoformat(given["first"]), date.fromisoformat(given["last"])
    made, name, caption = _made(context, job, first, last, given["form"])

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


def _made(
    context: Context, job: JobRow, first: date, last: date, form: str
) -> tuple[bytes, str, Html]:
    """The file, its name and what is said below it."""
    resources, unit = context.resources, context.unit
    office = Office(
        resources.measures,
        resources.editions.default,
        letterhead(),
        resources.book,
        resources.offices,
    )
    asked = Asked(first, last, job.asked_at)
    if form in {REACH, REACH_ROWS}:
        return _reach(context, asked, form)
    if form == SAMPLES:
        from bot.papers.evidence.pdf import samples_pdf  # noqa: PLC0415 - as in `draw`

        pack = of_days(unit, office, asked)
        name = file_name(SAMPLES_NAME, pack, "pdf")
        return samples_pdf(pack), name, words.samples_caption(first, last)
    if form == PROOFS:
        said = words.proofs_caption(first, last)
        from bot.papers.evidence.pdf import proofs_pdf  # noqa: PLC0415 - as above

        pack = of_days(unit, office, asked, samples=False)
        return (proofs_pdf(pack), file_name(PROOFS_NAME, pack, "pdf"), said)
    if form == LAPOR:
        said = words.lapor_caption(first, last)
        pack = of_days(unit, office, asked, samples=False)
        return (lapor_xlsx(pack), file_name(LAPOR_NAME, pack, "xlsx"), said)
    pack = pack_of(unit, office, asked)
    formula = papers.formula(pack.recap)
    caption = words.caption(first, last, formula=formula, closed=pack.closed is not None)
    return draw(pack, Form(form)), file_name(PACK_NAME, pack, form), caption


def _reach(context: Context, asked: Asked, form: str) -> tuple[bytes, str, Html]:
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
    paper = alone_pdf([reach_page(made)], letterhead(), period, asked.as_of)
    said = words.reach_caption(
        asked.first,
        asked.last,
        people=found.people,
        offices=len(found.offices),
        silent=None if found.personnel is None else len(found.never),
    )
    return paper, file_name(REACH_NAME, asked, "pdf"), said
