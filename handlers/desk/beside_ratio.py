""" "Rincian" below the figures: what stands beside the ratio, against the period before."""

from __future__ import annotations

from datetime import date

from bot.words import companions as words
from bot.words import labels, weekly
from handlers.actions import companions
from handlers.actions.job_answers import Say, answering, place_of
from handlers.actions.making import Making
from handlers.buttons import BesideRatio
from handlers.context import Context
from handlers.desk import figure_days
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import JobKind, JobRow


def key(first: date, last: date) -> Key:
    return Key(labels.BESIDE_RATIO, BesideRatio(*figure_days.written(first, last)))


def show(turn: Turn) -> None:
    pressed = turn.button(BesideRatio)
    days = figure_days.read(turn, pressed.first, pressed.last)
    figure_days.ask(turn, JobKind.BESIDE, days, saying=weekly.making_toast())


def details(context: Making, job: JobRow) -> list[Say]:
    asked, by = figure_days.asked(job), context.resources.measures
    watch = context.progress.reading
    found = companions.of_days(context.unit, by, asked, officers=True, watch=watch)
    said = words.details(found)

    def say(context: Context) -> None:
        context.tell(place_of(context, job), said, extra=answering(job))

    return [say]
