"""/cari: tickets by number, name, office, or the words in them, a page at a time."""

from __future__ import annotations

from bot.errors import StaleButton
from bot.rules.deadline import soon_until
from bot.rules.search_words import Sought, loosened, sought
from bot.words import labels
from bot.words import search as words
from bot.words.fit import cut
from bot.words.html import Html
from faq.text.said import ticket_number
from handlers.buttons import SearchPage
from handlers.desk.queue import row_of
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn

ON_A_PAGE = 10
MOST_PAGES = 100


def search(turn: Turn, said: str) -> None:
    wanted = cut(" ".join(said.split()), words.MOST_SOUGHT)  # it is turned over by what it shows
    if not _sought(wanted):
        turn.say(words.how_to())
        return
    turn.say(*_page(turn, wanted, 0), quotes=True)


def _sought(wanted: str) -> Sought:
    return sought(wanted, ticket_number.alone(wanted))


def turn_page(turn: Turn) -> None:
    pressed = turn.button(SearchPage)
    begins, _, wanted = (turn.incoming.shown_line or "").partition(words.SOUGHT)
    if begins or not _sought(wanted):
        raise StaleButton
    turn.toast()
    turn.edit(*_page(turn, wanted, min(pressed.page, MOST_PAGES)), quotes=True)


def _page(turn: Turn, wanted: str, page: int) -> tuple[Html, Keyboard]:
    first = page * ON_A_PAGE
    most = max(words.MANY, first + ON_A_PAGE) + 1
    found, loosely = turn.unit.search.find(_sought(wanted), most=most), False
    if not found:
        meant = loosened(_sought(wanted), turn.resources.matcher.correct)
        found, loosely = turn.unit.search.find(meant, most=most), True
    here = found[first : first + ON_A_PAGE]
    if not here:
        return words.nothing_found(wanted), ()
    soon = soon_until(turn.resources.calendar, turn.now)
    rows = [row_of(each, turn.now, soon) for each in turn.unit.search.tickets(here)]
    shown = words.ResultsPage(rows, first + 1, min(len(found), words.MANY + 1), loosely)
    keys = []
    if page:
        keys.append(Key(labels.PREVIOUS_PAGE, SearchPage(page - 1)))
    if len(found) > first + ON_A_PAGE and page < MOST_PAGES:
        keys.append(Key(labels.NEXT_PAGE, SearchPage(page + 1)))
    text = words.found(wanted, shown, now=turn.now, zone=turn.resources.zone)
    return text, (tuple(keys),) if keys else ()
