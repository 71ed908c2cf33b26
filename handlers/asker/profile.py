"""/profil: whose reports they are."""

from __future__ import annotations

from bot.rules.dialog import DialogKind
from bot.rules.intent import Intent, Situation
from bot.words import labels, own
from faq.matching.matcher import Answer
from faq.text.asking import asks
from faq.text.said.office_named import is_an_office, office_named
from faq.text.small_talk.meaning import denies, intent
from faq.text.small_talk.talk import small_talk
from handlers.actions import book_answer, office_names
from handlers.asker import calling_off, dialog, own_nip
from handlers.asker import office as office_
from handlers.buttons import SetOffice
from handlers.keyboard import Key
from handlers.turn import Turn

MOST_OFFICE = 80
WISHES = {Intent.REPORT, Intent.TICKETS, Intent.PERSON, Intent.FOLLOW_UP}


def show(turn: Turn) -> None:
    listed = own_nip.profile(turn)
    if listed is not None:
        turn.say(listed, own_nip.profile_keys(turn))
        return
    words = own.profile(name=turn.person.name, office=turn.person.office)
    turn.say(words, ((Key(labels.SET_OFFICE, SetOffice()),), *own_nip.profile_keys(turn)))


def ask_office(turn: Turn) -> None:
    turn.toast()
    if office_.is_listed(turn):
        return
    if dialog.of(turn) is not None:
        turn.say(own.office_later())
        return
    turn.unit.dialogs.begin(turn.person.id, DialogKind.OFFICE, now=turn.now)
    turn.say(own.ask_office())


def keep_office(turn: Turn) -> bool:
    """False where no office was named but something said or sent: the question is over then."""
    office = " ".join((turn.incoming.text or "").split())
    said = intent(office)
    if turn.incoming.file is not None or _is_about_else(turn, office, said):
        dialog.end(turn, DialogKind.OFFICE)
        return False
    if _calls_off(office) or said is Intent.NO:
        calling_off.cancel(turn)
    elif said is not None:
        turn.say(own.ask_office())
    elif not any(sign.isalpha() for sign in office) or len(office) > MOST_OFFICE:
        turn.say(own.office_unclear(most=MOST_OFFICE))
    else:
        office_.keep(turn, office_named(office))
    return True


def _calls_off(text: str) -> bool:
    return small_talk(text, Situation.STORY) is Intent.CANCEL


def _is_about_else(turn: Turn, text: str, said: Intent | None) -> bool:
    if said is not None or _calls_off(text):
        return said in WISHES
    if asks(text) or book_answer.is_number(text):
        return True
    # "BKPSDM Balangan" is also known to the book
    listed = office_names.listed(turn.resources, office_named(text)) is not None
    named = listed or is_an_office(text)
    known = not named and isinstance(turn.resources.matcher.find(text), Answer)
    return known or denies(text)
