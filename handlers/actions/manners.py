"""What is answered to small talk, in whatever is going on, and how kindly."""

from __future__ import annotations

from bot.rules.intent import Intent, Situation
from bot.rules.reading_hours import reading
from bot.words import book as book_words
from bot.words import care as care_words
from bot.words import manners as words
from bot.words.complaint import desk_hours
from bot.words.html import Html, paragraphs
from faq.text.small_talk.talk import mood, small_talk
from handlers.turn import Turn

FACTS = {Intent.HOURS: "jam-layanan", Intent.ADDRESS: "kontak-bkpsdm"}  # of faq/manual/lokal.md


def answer(turn: Turn, meant: Intent | None) -> Html | None:
    """What is the same in every situation; None where it depends, or nothing was meant."""
    match meant:
        case Intent.GREETING:
            return book_words.greeting(turn.person.name)
        case Intent.THANKS | Intent.FAREWELL:
            return book_words.youre_welcome()
        case Intent.PRAISE:
            return words.praised()
        case Intent.INSULT:
            return words.insulted() if turn.incoming.private else words.insulted_in_group()
        case Intent.WHO:
            return words.who()
        case Intent.HOURS | Intent.ADDRESS:
            return _local(turn, meant)
    return None


def _local(turn: Turn, meant: Intent) -> Html | None:
    """The desk's own hours are those by which its deadlines run."""
    known = turn.resources.book.local.get(FACTS[meant])
    if known is None:
        return None
    fact = words.local_fact(known.label, known.value)
    if meant is not Intent.HOURS:
        return fact
    calendar = turn.resources.calendar
    return paragraphs(desk_hours(reading(calendar, turn.now), calendar.zone), fact)


def comfort(turn: Turn) -> Html:
    """To somebody who may want to die, whatever is going on."""
    return care_words.of_distress(turn.resources.help_lines)


def meant_by(text: str) -> Intent | None:
    """Of what needs no situation."""
    return small_talk(text, Situation.NONE)


def kindly(turn: Turn, said: Html) -> Html:
    """With one kind sentence before it, if whoever is answered is angry or worried."""
    return words.kindly(mood(turn.incoming.text or ""), said)
