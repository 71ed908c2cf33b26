"""What the book's answers did, from /faq: the worst, all that were asked, what nobody asked."""

from __future__ import annotations

from datetime import timedelta

from bot.errors import StaleButton
from bot.rules.entry_figures import BookFigures
from bot.rules.weekly import window
from bot.words import entry_figures as words
from bot.words import labels
from bot.words.html import Html, paragraphs
from handlers.actions import entry_figures as actions
from handlers.actions.job_answers import Say, answering, place_of
from handlers.buttons import BookPage, OpenBookFigures
from handlers.context import Context, message
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow

WORST, ASKED, NEVER = "worst", "asked", "never"
VIEWS = {WORST: labels.BOOK_WORST, ASKED: labels.BOOK_ASKED, NEVER: labels.BOOK_NEVER}
PERIODS = {30: labels.DAYS_30, 90: labels.DAYS_90, 180: labels.DAYS_180}
OPENED = (WORST, 90, 0)


def show(turn: Turn) -> None:
    """A message of its own: the case under which it was pressed stays."""
    turn.ask_once(JobKind.BOOK_FIGURES, f"book figures:{turn.incoming.chat_id}")


def turn_over(turn: Turn) -> None:
    pressed = turn.button(BookPage)
    if pressed.view not in VIEWS or pressed.days not in PERIODS or pressed.page < 0:
        raise StaleButton
    turn.must_show_what_was_pressed()
    turn.toast()
    key = f"book page:{turn.incoming.chat_id}:{turn.incoming.message_id}:{pressed.pack()}"
    turn.ask_for(JobKind.BOOK_FIGURES, key, {"page": [pressed.view, pressed.days, pressed.page]})


def page(context: Context, job: JobRow) -> list[Say]:
    given = arguments_of(job).get("page")
    view, days, number = given or OPENED
    calendar = context.resources.calendar
    last = calendar.today(job.asked_at)
    first = last - timedelta(days=days - 1)
    span = window(first, last, job.asked_at, calendar)
    found = actions.of_book(context.unit, context.resources.book, since=span.start, until=span.end)
    said, pages = _shown(found, view, number)
    head = words.heading(first, last)
    text, keyboard = paragraphs(head, said), _keys(view, days, number, pages)

    def say(context: Context) -> None:
        chat_id = place_of(context, job)
        if given is None:
            context.tell(chat_id, text, keyboard, extra=answering(job, reply=False))
        else:
            assert job.message_id is not None
            params = message(text, keyboard) | {"message_id": job.message_id}
            context.unit.outbox.add(chat_id, "editMessageText", params, now=context.now)

    return [say]


def _shown(found: BookFigures, view: str, number: int) -> tuple[Html, int]:
    """The page, and how many there are of its kind."""
    if view == WORST:
        return words.overview(found), 1
    of = found.rows if view == ASKED else found.never
    pages = max(1, -(-len(of) // words.ON_A_PAGE))
    first = min(number, pages - 1) * words.ON_A_PAGE
    last = first + words.ON_A_PAGE
    if view == ASKED:
        rows = found.rows[first:last]
        return words.entries(rows, first=first + 1, total=len(found.rows)), pages
    titles = found.never[first:last]
    return words.never_asked(titles, first=first + 1, total=len(found.never)), pages


def _keys(view: str, days: int, number: int, pages: int) -> Keyboard:
    """What else there is to see; not what is seen already."""
    number = min(number, pages - 1)
    turning = []
    if number > 0:
        turning.append(Key(labels.PREVIOUS_PAGE, BookPage(view, days, number - 1)))
    if number + 1 < pages:
        turning.append(Key(labels.NEXT_PAGE, BookPage(view, days, number + 1)))
    views = [Key(name, BookPage(each, days, 0)) for each, name in VIEWS.items() if each != view]
    periods = [
        Key(name, BookPage(view, each, 0)) for each, name in PERIODS.items() if each != days
    ]
    return tuple(tuple(row) for row in (turning, views, periods) if row)


OPEN = (Key(labels.BOOK_FIGURES, OpenBookFigures()),)
"""The way in, below a page of /faq."""
