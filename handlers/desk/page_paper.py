""" "PDF A4" below the head's page: the same page, of the same moment, to be printed."""

from __future__ import annotations

from datetime import datetime

from bot.data.letterhead import letterhead
from bot.papers.kept_file import KeptFile
from bot.papers.registry import KEPT_FILE
from bot.rules.report_days import Days, Span
from bot.rules.weekly import window
from bot.wire.outgoing import Rendering
from bot.words import evidence as words
from bot.words import report_days, weekly
from handlers.actions import head_figures, learning, weekly_page
from handlers.actions.job_answers import Say, answering, place_of
from handlers.buttons import PagePaper
from handlers.context import Context
from handlers.desk import figure_days
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow

FILE = "paper"


def show(turn: Turn) -> None:
    pressed = turn.button(PagePaper)
    figure_days.page_of(turn, pressed)
    key = f"page_paper:{turn.incoming.chat_id}:{pressed.about}:{pressed.first}:{pressed.as_of}"
    given = {"pressed": list(vars(pressed).values())}
    turn.ask_once(JobKind.PAGE_PAPER, key, given, saying=weekly.making_toast())


def paper(context: Context, job: JobRow) -> list[Say]:
    days, as_of = figure_days.page_of(context, PagePaper(*arguments_of(job)["pressed"]))
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
