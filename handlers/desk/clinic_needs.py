"""Which offices and topics need a session next, told on a button or `/clinic saran`. It looks
through months of questions and tickets, so it is made beside the turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.rules.clinic_needs import Needs, OfficeNeed, offices_in_need, topics_in_need
from bot.rules.rights import DeskAct
from bot.words import clinic_desk as words
from handlers.actions import learning
from handlers.actions.job_answers import Say, answering, place_of
from handlers.buttons import ClinicNeeds
from handlers.context import Context
from handlers.turn import Turn
from storage.tables import JobKind, JobRow


def pressed(turn: Turn) -> None:
    turn.button(ClinicNeeds)
    turn.must(DeskAct.WORK)
    turn.toast()
    ask(turn)


def ask(turn: Turn) -> None:
    turn.ask_for(JobKind.CLINIC_NEEDS, f"clinic-needs:{turn.incoming.chat_id}", {})


def made(context: Context, job: JobRow) -> list[Say]:
    rules, zone = context.resources.clinic.needs, context.resources.zone
    since = context.now - rules.within
    unsolved = learning.unsolved_by_chapter(
        context.unit, context.resources.book, since=since, until=context.now
    )
    needs = Needs(
        offices=offices_in_need(_offices(context), rules, context.now),
        unanswered=topics_in_need([(name, n) for name, n in unsolved if name], rules),
        reported=topics_in_need(context.unit.clinic_offices.categories(since), rules),
    )
    said = words.needs(needs, days=rules.within.days, zone=zone)
    chat, extra = place_of(context, job), answering(job)
    return [lambda context: context.tell(chat, said, extra=extra)]


def _offices(context: Context) -> list[OfficeNeed]:
    """Each by the name that it has today."""
    found: dict[str, OfficeNeed] = {}
    since = context.now - context.resources.clinic.needs.within
    today = context.resources.offices.today
    last: dict[str, datetime] = {}
    for name, at in context.unit.clinic_offices.last_sessions().items():
        last[today(name)] = max(at, last.get(today(name), at))
    for name, people, questions, complaints in context.unit.clinic_offices.matters(since):
        office = today(name)
        known = found.get(office, OfficeNeed(office, 0, 0, 0, last.get(office)))
        found[office] = replace(
            known,
            people=known.people + people,
            questions=known.questions + questions,
            complaints=known.complaints + complaints,
        )
    return list(found.values())
