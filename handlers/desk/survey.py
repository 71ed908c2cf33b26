"""/survei at the desk, in words and in replies to what was asked: who does each."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import DeskAct
from bot.words import survey_desk as words
from handlers.desk import (
    survey_closing,
    survey_draft,
    survey_opening,
    survey_page,
    survey_papers,
    survey_results,
)
from handlers.turn import Turn
from storage.tables import Survey

_NUMBERED = re.compile(r"(?P<number>\d{1,12})\b[\s:,]*(?P<rest>.*)", re.DOTALL)


def command(turn: Turn, argument: str) -> None:
    """`/survei`, `/survei 3`, `/survei VERB …`; see words.manual."""
    verb, _, rest = argument.strip().partition(" ")
    verb, _, behind = verb.casefold().partition(":")
    rest = f"{behind} {rest}".strip()
    numbered = _NUMBERED.fullmatch(rest)
    if not argument.strip() or (verb in {"daftar", "list"} and not rest):
        turn.say(*survey_page.listed(turn))
    elif verb.isascii() and verb.isdigit() and len(verb) <= 12:
        _show(turn, int(verb))
    elif verb == "bantuan":
        turn.say(words.manual())
    elif verb in {"baru", "tambah"}:
        survey_draft.new_by_words(turn, rest)
    elif verb in NUMBERED and numbered is not None:
        row = turn.unit.surveys.get(int(numbered["number"]))
        if row is None:
            turn.say(words.unknown_survey())
        else:
            NUMBERED[verb](turn, row, numbered["rest"].strip())
    else:
        turn.say(words.not_understood())


def _show(turn: Turn, number: int) -> None:
    row = turn.unit.surveys.get(number)
    if row is None:
        turn.say(words.unknown_survey())
    else:
        turn.say(*survey_page.page(turn, row))


def _page(turn: Turn, row: Survey, _rest: str) -> None:
    turn.say(*survey_page.page(turn, row))


# Replies


def answered(turn: Turn, subject: Subject) -> None:
    turn.must(DeskAct.SURVEY)
    row = turn.unit.surveys.get(subject.id or 0)
    text = (turn.incoming.text or "").strip()
    if row is None:
        turn.say(words.unknown_survey())
    elif subject.purpose is Purpose.SURVEY_POPULATION:
        survey_draft.population_by_words(turn, row, text)
    elif subject.purpose is Purpose.SURVEY_DAYS:
        survey_draft.days_by_words(turn, row, text)
    else:
        survey_results.answered(turn, row, subject.part, text)


Numbered = Callable[[Turn, Survey, str], None]
NUMBERED: dict[str, Numbered] = {
    **dict.fromkeys(("masa", "periode", "layanan"), survey_draft.days_by_words),
    "populasi": survey_draft.population_by_words,
    **dict.fromkeys(("lama", "hari"), survey_draft.length_by_words),
    "buka": survey_opening.open_by_words,
    **dict.fromkeys(("tutup", "akhiri"), survey_closing.close_by_words),
    **dict.fromkeys(("buang", "hapus", "batal"), survey_draft.drop_by_words),
    **dict.fromkeys(("hasil", "lihat"), _page),
    **dict.fromkeys(("laporan", "cetak"), survey_papers.by_words),
    **dict.fromkeys(("tindak", "tindaklanjut"), survey_results.follow_up_by_words),
    "testimoni": survey_results.testimonies_by_words,
}
