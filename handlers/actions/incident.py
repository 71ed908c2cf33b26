"""What hits many at once: its card, who is hit by it, and whoever asks about it hears it first."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.purpose import Purpose, Subject
from bot.words import incident as words
from bot.words import labels
from bot.words.html import Html
from faq.matching.matcher import Answer
from handlers.actions.job_answers import Say
from handlers.buttons import CloseIncident, MeToo, SuggestTickets
from handlers.context import Context, message
from handlers.keyboard import Key, Keyboard
from handlers.resources import Resources
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import IncidentRow, JobKind, JobRow

ALIKE = 0.45
"""From here on two texts are about the same; and, with a ticket of the incident, a bit later."""
ALIKE_TO_TICKET = 0.55
TOLD_OF_ENTRY = 0.3
"""How near to an entry both must be where that is the same."""
STORIES = 10
MOST_LETTERS = 200  # of what is looked up: so much is remembered from one incident to the next
HOUR = timedelta(hours=1)
PAUSE = timedelta(minutes=1)  # in which whoever is counted changes the card once


def about(context: Context, text: str) -> IncidentRow | None:
    """The open incident that somebody's words are about."""
    rows = context.unit.incidents.open()
    if not rows:
        return None
    told = context.unit.incidents.stories([row.id for row in rows], most=STORIES)
    return next(
        (row for row in rows if is_about(context.resources, row.title, told[row.id], text)), None
    )


def prepare(context: Context) -> None:
    """What likeness counts when it is first asked takes as long as many questions: where a bot
    starts amid an incident, not in the turn of whoever writes first."""
    for row in context.unit.incidents.open():
        context.resources.clusters.likeness.sketch(row.title)


def is_about(resources: Resources, title: str, stories: list[str], text: str) -> bool:
    alike = resources.clusters.likeness.alike
    if alike(title, text) >= ALIKE:
        return True
    if any(alike(story, text) >= ALIKE_TO_TICKET for story in stories):
        return True
    found = resources.matcher.find(text[:MOST_LETTERS])
    if not isinstance(found, Answer):
        return False
    of_title = resources.matcher.rank(title, 1)
    return bool(of_title and of_title[0].id == found.best and of_title[0].score >= TOLD_OF_ENTRY)


def hear_first(turn: Turn, text: str, *, filing: bool = False) -> None:
    """Before the usual answer, or the filing, where once is enough: both stay as they are."""
    row = about(turn, text)
    if row is None:
        return
    if not turn.incoming.private:
        turn.say(words.hear_first_in_group(row.title, username=turn.resources.username))
        return
    counted = turn.unit.incidents.is_hit(row, turn.person.id)
    if counted and filing:
        return
    said = words.hear_first(
        row.title, since=row.begun_at, zone=turn.resources.zone, counted=counted
    )
    turn.say(said, () if counted else ((Key(labels.ME_TOO, MeToo(row.id)),),))


def redraw_later(context: Context, row: IncidentRow, *, pause: timedelta = PAUSE) -> None:
    """Many changes come at once, and each would be a message to the group. A job, for a message
    that waits keeps back those behind it."""
    if context.desk_chat is not None:
        context.unit.jobs.ask(
            JobKind.INCIDENT_CARD,
            f"incident:{row.id}",
            chat_id=context.desk_chat,
            arguments={"incident": row.id},
            now=context.now,
            not_before=context.now + pause,
        )


def redrawn(context: Context, job: JobRow) -> list[Say]:
    number: int = arguments_of(job)["incident"]
    row = context.unit.incidents.get(number)
    if row is not None:  # what likeness counts when it is first asked, no turn need wait for
        context.resources.clusters.likeness.sketch(row.title)

    def say(context: Context) -> None:
        row = context.unit.incidents.get(number)
        if row is not None:
            redraw(context, row)

    return [say]


def redraw(context: Context, row: IncidentRow) -> None:
    """Where it stands, or, not yet sent, as it waits."""
    chat_id = context.desk_chat
    if chat_id is None:
        return
    if row.card_message_id is None or row.card_chat_id != chat_id:
        _send(context, chat_id, row)
        return
    context.unit.outbox.add(
        chat_id,
        "editMessageText",
        message(page(context, row), keys(row)) | {"message_id": row.card_message_id},
        now=context.now,
        coalesce=coalesce_key(Waiting.INCIDENT_EDIT, row.id),
    )


def post(context: Context, row: IncidentRow) -> None:
    """A new card, further down."""
    if context.desk_chat is not None:
        _send(context, context.desk_chat, row)


def _send(context: Context, chat_id: int, row: IncidentRow) -> None:
    context.tell(
        chat_id,
        page(context, row),
        keys(row),
        subject=Subject(Purpose.INCIDENT, row.id),
        coalesce=coalesce_key(Waiting.INCIDENT, row.id),
    )


def page(context: Context, row: IncidentRow) -> Html:
    people, tickets = context.unit.incidents.counts(row)
    by = context.unit.people.get(row.begun_by)
    return words.card(
        words.Incident(
            id=row.id,
            title=row.title,
            by=by.name if by is not None and by.name else "petugas",
            begun=row.begun_at,
            people=people,
            tickets=tickets,
            note=row.note if row.closed_at is not None else None,
            zone=context.resources.zone,
        )
    )


def keys(row: IncidentRow) -> Keyboard:
    if row.closed_at is not None:
        return ()
    return (
        (Key(labels.SUGGEST_TICKETS, SuggestTickets(row.id)),),
        (Key(labels.RECOVERED, CloseIncident(row.id)),),
    )
