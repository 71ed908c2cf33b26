"""A command said in words, where the desk or the head speaks to the bot: "@bot antrian",
"@bot berapa persen bulan ini?"."""

from __future__ import annotations

from datetime import date
from itertools import dropwhile

from bot.errors import Refusal
from faq.text.dates.report_days import days_said
from faq.text.language import plain
from faq.text.said.desk_deed import deed_on
from faq.text.vocabulary import words
from handlers.actions.group_words import without_mention
from handlers.desk import group_question, ticket_card
from handlers.turn import Turn

FIGURES = "laporan"
WITH_WORDS = frozenset({"cari"})
UNTAKEN = "antrian", ""
ALONE = frozenset({"antrian", "bantuan"})
IN_REPORTS = frozenset({FIGURES, "bantuan"})


def heard(turn: Turn, *, at_desk: bool, under_card: bool) -> tuple[str, str] | None:
    """Its name and what stands behind it, where it is heard. `under_card`: unless it begins with
    the bot's name it is the reporter's."""
    in_reports = turn.incoming.chat_id == turn.report_chat
    spoken_to = group_question.begins_with_us if under_card else group_question.addressed
    if in_reports and not at_desk and group_question.speaks_to_us(turn):
        days = other_days(
            without_mention(turn.resources.username, turn.incoming.text),
            turn.resources.calendar.today(turn.now),
        )
        if days is not None:
            return FIGURES, days
    if not (at_desk or in_reports) or not spoken_to(turn):
        return None
    text = without_mention(turn.resources.username, turn.incoming.text)
    deed = deed_on(text) if at_desk else None
    if deed is not None:
        return deed if ticket_card.names_ticket(turn, deed[1]) else ("tiket", deed[1].split()[0])
    found = meant(text, turn.resources.calendar.today(turn.now))
    return found if found is not None and (at_desk or found[0] in IN_REPORTS) else None


def meant(text: str, today: date) -> tuple[str, str] | None:
    """None where the words may be a question to the book."""
    said = [word for word in plain(text) if word not in words("desk beside")]
    if not said:
        return None
    name, rest = _named(said[0]), " ".join(said[1:])
    if name in WITH_WORDS:  # looked up as they were written
        return (name, _behind(text, said)) if rest else None
    if name in ALONE:
        return None if rest else (name, "")
    if name == FIGURES and (not rest or _are_days(rest, today)):
        return name, rest
    return _how_many(said, today)


def other_days(text: str, today: date) -> str | None:
    """ "Kalau bulan lalu?" below a report: nothing but days."""
    said = (word for word in plain(text) if word not in words("desk beside"))
    rest = " ".join(dropwhile(lambda word: word in words("desk other days"), said))
    return rest if _are_days(rest, today) else None


def _named(word: str) -> str | None:
    return next((name for name in (FIGURES, *WITH_WORDS, *ALONE) if word in _words(name)), None)


def _behind(text: str, said: list[str]) -> str:
    """What is looked for: "login" of "cari tiket login", and "tiket" where that is all."""
    written = text.split()
    at = next((at for at, word in enumerate(written) if said[0] in plain(word)), 0)
    behind = written[at + 1 :]
    beside = words("desk cari beside")
    sought = list(dropwhile(lambda word: set(plain(word)) <= {*beside}, behind))
    return " ".join(sought or behind)


def _words(name: str) -> tuple[str, ...]:
    return words(f"desk {name}")


def _how_many(said: list[str], today: date) -> tuple[str, str] | None:
    """ "Berapa persen bulan ini": the figures of those days, or as they stand."""
    if said[0] in words("desk how many") and not set(said).isdisjoint(words("desk untaken")):
        known = {*words("desk how many"), *words("desk untaken"), *words("desk of reports")}
        return (
            UNTAKEN if set(said) <= known | {*words("desk around"), *words("desk now")} else None
        )
    if said[0] not in words("desk how many") or set(said).isdisjoint(words("desk of reports")):
        return None
    around = {*words("desk how many"), *words("desk of reports"), *words("desk around")}
    rest = [word for word in said if word not in around]
    if set(rest) <= {*words("desk now")}:
        return FIGURES, ""
    return (FIGURES, " ".join(rest)) if _are_days(" ".join(rest), today) else None


def _are_days(rest: str, today: date) -> bool:
    try:
        days_said(rest, today)
    except Refusal:
        return False
    return True
