"""/clinic: sessions of Coaching Clinic at the desk, by buttons and by words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from bot.rules.rights import DeskAct
from bot.words import clinic as asker_words
from bot.words import clinic_desk as words
from bot.words import labels
from bot.words.html import Html
from faq.text.said.clinic_order import read_order
from handlers.buttons import (
    ClinicHome,
    ClinicNeeds,
    ClinicPage,
    ClinicRecap,
    ClinicRequests,
    NewSession,
)
from handlers.desk import (
    clinic_calling_off,
    clinic_needs,
    clinic_opening,
    clinic_papers,
    clinic_parts,
    clinic_people,
    clinic_requests,
    clinic_session,
)
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn

MOST_SHOWN, MOST_DRAFTS, MOST_PAST = 8, 3, 3
_NUMBERED = re.compile(r"(?P<number>\d{1,12})\b[\s:,]*(?P<rest>.*)", re.DOTALL)

Numbered = Callable[[Turn, int, str], None]
NUMBERED: dict[str, Numbered] = {
    **dict.fromkeys(("ubah", "ganti"), clinic_parts.change_by_words),
    "buka": clinic_opening.by_words,
    **dict.fromkeys(("batal", "batalkan", "hapus"), clinic_calling_off.by_words),
    **dict.fromkeys(("peserta", "daftar"), clinic_people.list_by_words),
    "hadir": clinic_people.guest_by_words,
    "kode": clinic_people.code_by_words,
    "undangan": clinic_papers.invitation_by_words,
    "laporan": clinic_papers.report_by_words,
    "terima": clinic_requests.accept_by_words,
    "tolak": clinic_requests.decline_by_words,
}


def clinic(turn: Turn, argument: str) -> None:
    """`/clinic`, `/clinic 12`, `/clinic VERB …`; see words.manual."""
    turn.must(DeskAct.WORK)
    verb, _, rest = argument.strip().partition(" ")
    verb, _, behind = verb.casefold().partition(":")
    rest = f"{behind} {rest}".strip()
    numbered = _NUMBERED.fullmatch(rest)
    if not argument.strip() or (verb in {"daftar", "list"} and not rest):
        turn.say(*_home(turn))
    elif verb.isascii() and verb.isdigit() and len(verb) <= 12:
        clinic_session.show(turn, int(verb))
    elif verb in {"baru", "tambah"}:
        _new(turn, rest)
    elif verb == "bantuan":
        turn.say(words.manual())
    elif verb == "permintaan":
        clinic_requests.list_all(turn)
    elif verb == "saran" and not rest:
        clinic_needs.ask(turn)
    elif verb == "rekap":
        clinic_papers.recap_by_words(turn, rest)
    elif verb in NUMBERED and numbered is not None:
        NUMBERED[verb](turn, int(numbered["number"]), numbered["rest"].strip())
    else:
        turn.say(words.not_understood())


def home(turn: Turn) -> None:
    turn.button(ClinicHome)
    turn.must(DeskAct.WORK)
    turn.toast()
    turn.edit(*_home(turn))


def _home(turn: Turn) -> tuple[Html, Keyboard]:
    sessions, zone = turn.unit.clinic_sessions, turn.resources.zone
    to_come = sessions.to_come(turn.now, most=MOST_SHOWN)
    drafts, past = sessions.drafts(most=MOST_DRAFTS), sessions.past(turn.now, most=MOST_PAST)
    counted = turn.unit.clinic_seats.counted([row.id for row in to_come])
    rows = []
    for row in to_come:
        seated, waiting, _ = counted[row.id]
        assert row.starts_at is not None
        when = asker_words.short_when(row.starts_at, zone)
        how = f"{when}, {seated}/{row.capacity}" + (f" + {waiting}" if waiting else "")
        rows.append((row.id, row.topic or "", how))
    requests = turn.unit.clinic_requests.count_open()
    said = words.home(rows, drafts=len(drafts), requests=requests, past=len(past))
    keyboard: list[tuple[Key, ...]] = [
        (Key(labels.session(row.id, row.topic or "draf"), ClinicPage(row.id)),)
        for row in (*to_come, *drafts, *past)
    ]
    keyboard.append((Key(labels.NEW_SESSION, NewSession()),))
    year = turn.resources.calendar.today(turn.now).year
    last: tuple[Key, ...] = (
        Key(labels.CLINIC_NEEDS, ClinicNeeds()),
        Key(labels.recap(year), ClinicRecap(year)),
    )
    if requests:
        last = (Key(labels.counted(labels.REQUESTS, requests), ClinicRequests()), *last)
    keyboard.append(last)
    return said, tuple(keyboard)


def new(turn: Turn) -> None:
    turn.button(NewSession)
    turn.must(DeskAct.WORK)
    turn.toast()
    _new(turn, "")


def _new(turn: Turn, order: str) -> None:
    """A draft; of what is told in one message nothing is asked again."""
    officer, today = turn.must(DeskAct.WORK), _today(turn)
    row = turn.unit.clinic_sessions.draft(by_id=officer.id, now=turn.now)
    told = read_order(order.lstrip(": "), today) if order else {}
    read = [(part, clinic_parts.write(turn, row, part, text)) for part, text in told.items()]
    wrong = next(((part, said) for part, said in read if said is not None), None)
    if wrong is not None:
        part, said = wrong
        turn.say(
            said,
            subject=clinic_parts.asks_for(row, part),
            force_reply=words.part_placeholder(),
        )
    else:
        clinic_parts.ask_next(turn, row)


def _today(turn: Turn) -> date:
    return turn.resources.calendar.today(turn.now)
