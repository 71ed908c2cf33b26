""" "Rincian" below the figures: what stands beside the ratio, against the period before."""

from __future__ import annotations

from datetime import date

from bot.words import companions as words
from bot.words import labels, weekly
from handlers.actions import companions
from handlers.actions.jobs import Say, answering, place_of
from handlers.actions.report_rows import Asked
from handlers.buttons import BesideRatio
from handlers.context import Context
from handlers.desk.evidence import days_of
from handlers.keyboard import Key
from handlers.turn import TAPPED_TWICE, Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow


def key(first: date, last: date) -> Key:
    return Key(labels.BESIDE_RATIO, BesideRatio(f"{first:%Y%m%d}", f"{last:%Y%m%d}"))


def show(turn: Turn) -> None:
    """Two quick taps are one."""
    pressed = turn.button(BesideRatio)
    first, last = days_of(turn, pressed.first, pressed.last)
    key_ = f"beside:{turn.incoming.chat_id}:{pressed.first}:{pressed.last}"
    if not turn.unit.jobs.asked_since(turn.now - TAPPED_TWICE, key_):
        turn.toast(weekly.making_toast())
        days = {"first": first.isoformat(), "last": last.isoformat()}
        turn.ask_for(JobKind.BESIDE, key_, days)


def details(context: Context, job: JobRow) -> list[Say]:
    """As it stood when it was asked for."""
    given = arguments_of(job)
    first, last = date.fromisoformat(given["first"]), date.fromisoformat(given["last"])
    asked = Asked(first, last, job.asked_at)
    found = companions.of_days(context.unit, context.resources.measures, asked, officers=True)
    said = words.details(found)

    def say(context: Context) -> None:
        context.tell(place_of(context, job), said, extra=answering(job))

    return [say]
