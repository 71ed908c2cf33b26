""" "PDF A4" below the head's page: the same page, of the same moment, to be printed."""

from __future__ import annotations

from datetime import date, datetime

from bot.data.letterhead import letterhead
from bot.errors import StaleButton
from bot.papers.kept_file import KeptFile
from bot.papers.registry import KEPT_FILE
from bot.rules.closing import PeriodKind, holding
from bot.rules.dates.report_days import FIRST, Days, Span
from bot.rules.weekly import window
from bot.wire.outgoing import Rendering
from bot.words import evidence as words
from bot.words import report_days, weekly
from handlers.actions import figure_keys, head_figures, learning, weekly_page
from handlers.actions.job_answers import Say, answering, place_of
from handlers.buttons import PagePaper
from handlers.context import Context
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow

FILE = "paper"


def show(turn: Turn) -> None:
    pressed = turn.button(PagePaper)
    _days, as_of = _checked(turn, pressed)
    key = f"page_paper:{turn.incoming.chat_id}:{pressed.about}:{pressed.first}:{pressed.as_of}"
    if as_of > turn.now:
        raise StaleButton
    given = {"pressed": list(vars(pressed).values())}
    turn.ask_once(JobKind.PAGE_PAPER, key, given, saying=weekly.making_toast())


def _checked(context: Context, pressed: PagePaper) -> tuple[Days, datetime]:
    """Raises StaleButton for what no button of ours says."""
    try:
        span = PeriodKind(pressed.about)
        first = date.fromisoformat(pressed.first)
        as_of = figure_keys.read(pressed.as_of)
        today = context.resources.calendar.today(as_of)
    except (ValueError, OverflowError):
        raise StaleButton from None
    if not FIRST <= first <= today or holding(first, span).first != first:
        raise StaleButton
    last = holding(first, span).last
    return Days(first, min(last, today), Span(span.value), ends=last), as_of


def paper(context: Context, job: JobRow) -> list[Say]:
    days, as_of = _checked(context, PagePaper(*arguments_of(job)["pressed"]))
    made = _made(context, days, as_of)
    caption = words.page_caption(report_days.days(days))
    name = f"laporan-{days.first:%Y%m%d}-{days.last:%Y%m%d}.pdf"

    def say(context: Context) -> None:
        context.unit.outbox.add(
            place_of(context, job),
            "sendDocument",
            {"document": f"attach://{FILE}", "caption": caption, "parse_mode": "HTML"}
            | answering(job),
            now=context.now,
            renderings=[Rendering(FILE, name, KEPT_FILE.name, KEPT_FILE.pack(KeptFile.of(made)))],
        )

    return [say]


def _made(context: Context, days: Days, as_of: datetime) -> bytes:
    from bot.papers.head_pdf import period_pdf, week_pdf  # noqa: PLC0415 - only a paper pays for it

    maker = weekly_page.maker(context)
    span = window(days.first, days.last, as_of, context.resources.calendar)
    left_open = learning.unsolved_by_chapter(
        context.unit, context.resources.book, since=span.start, until=min(span.end, as_of)
    )
    if days.span is Span.WEEK:
        week = head_figures.of_week(maker, days.first, as_of=as_of)
        return week_pdf(week, letterhead(), left_open)
    return period_pdf(head_figures.of_period(maker, days, as_of=as_of), letterhead(), left_open)
