"""A picture of a screen with an error on it: read beside everything else, by a job."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.rules.intent import Intent
from bot.rules.privacy.numbers import mask
from bot.rules.privacy.secrets import hide
from bot.wire.ports import NotFetched
from faq.pictures import reader
from faq.pictures.choice import Chosen, chosen
from faq.pictures.limits import MOST_BYTES
from faq.text.language import plain
from faq.text.lexicon import words
from faq.text.people import without_people
from faq.text.small_talk.meaning import bare, intent
from faq.text.whereabouts import without_whereabouts
from handlers.incoming import Incoming
from handlers.resources import Resources
from handlers.turn import Turn
from storage.jobs import PLACE, arguments_of
from storage.tables import JobKind, JobRow

DAY = timedelta(days=1)
ALBUM_SETTLES = timedelta(seconds=1.5)  # its parts come as updates of their own
MOST_OF_ALBUM = 3  # pictures read until one says something
PICTURES, BESIDE = "pictures", "beside"  # among a job's arguments
TRIES = 3
SMALL = frozenset({None, Intent.GREETING, Intent.FOLLOW_UP})


@dataclass(frozen=True)
class ReadScreen:
    """What was read; `beside` an answer to words it is said only where it is sure."""

    chosen: Chosen | None
    beside: bool


def asks_nothing(text: str) -> bool:
    """Words that by themselves ask nothing of the book: "ini kenapa pak", "min tolong"."""
    if intent(text) not in SMALL:
        return False
    pointing = words("points_at_picture.txt")
    return bare(text) or all(word in pointing or bare(word) for word in plain(text))


def ask(turn: Turn, *, beside: bool = False) -> bool:
    """Whether the picture is going to be read; `beside` words that were answered."""
    picture, sender = turn.incoming.picture, turn.incoming.who
    if turn.resources.fetch is None or picture is None or sender is None:
        return False
    if picture.bytes is not None and picture.bytes > MOST_BYTES:
        return False
    group = turn.incoming.file.group_id if turn.incoming.file is not None else None
    key = f"picture:{sender.id}:{group or turn.incoming.message_id}"
    if group is not None and _joins(turn, key, picture.file_id):
        return True
    since = turn.now - DAY
    asked = turn.unit.jobs.asked_by(turn.person.id, JobKind.PICTURE, since=since)
    if asked >= turn.resources.limits.files_a_day:
        return False
    arguments = {PICTURES: [picture.file_id], BESIDE: beside}
    turn.ask_for(JobKind.PICTURE, key, arguments, delay=None if group is None else ALBUM_SETTLES)
    return True


def _joins(turn: Turn, key: str, file_id: str) -> bool:
    """A further part of an album that is being read, or was; of the first few one may say it."""
    job = turn.unit.jobs.waiting(key)
    if job is None:
        return turn.unit.jobs.asked_since(turn.now - DAY, key)
    arguments = arguments_of(job)
    if len(arguments[PICTURES]) < MOST_OF_ALBUM:
        pictures = [*arguments[PICTURES], file_id]
        turn.unit.jobs.change(job, {**arguments, PICTURES: pictures})
    return True


def read(resources: Resources, job: JobRow) -> ReadScreen:
    """Of an album the first that says something. Raises NotFetched while it may still come."""
    arguments = arguments_of(job)
    best: Chosen | None = None
    for file_id in arguments[PICTURES]:
        found = _read(resources, file_id, last_try=job.attempts + 1 >= TRIES)
        if found is not None and (best is None or found.sure):
            best = found
        if best is not None and best.sure:
            break
    return ReadScreen(best, bool(arguments[BESIDE]))


def _read(resources: Resources, file_id: str, *, last_try: bool) -> Chosen | None:
    if resources.fetch is None:  # it could be read when it was asked for
        return None
    try:
        picture = resources.fetch(file_id)
    except NotFetched as error:
        if error.later and not last_try:
            raise
        return None
    return chosen(reader.read(picture), resources.matcher.find, private=without_private)


def without_private(text: str) -> str:
    """A person's name, numbers and secrets go before anything is made of what was read."""
    return without_people(without_whereabouts(mask(hide(text))))


def heard(job: JobRow, chat_id: int, text: str) -> Incoming:
    """As if whoever sent the picture had written what stands on it."""
    return Incoming(
        kind="message",
        chat_id=chat_id,
        chat_type="private" if chat_id > 0 else "supergroup",
        message_id=job.message_id,
        text=text,
        place=arguments_of(job).get(PLACE) or {},
    )
