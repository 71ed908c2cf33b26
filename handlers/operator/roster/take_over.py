"""`roster import`: the file is read and compared; then all of it counts, or nothing.

It may be run while the bot serves: what is written is staged in short units of its own, with a
breath between them, and counts from one statement on.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from bot.data.offices import offices
from bot.rules.intent import Intent, Situation
from bot.rules.roster.changes import Changes, compare, kept
from bot.rules.roster.people import Employee
from bot.settings import Settings
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import roster_import as words
from faq.text.small_talk.meaning import as_answer
from handlers.operator.meter import Meter
from handlers.operator.roster import preview
from handlers.operator.roster.collect import Collected, collect
from storage.engine import Database, opened
from storage.erasing import chunks
from storage.roster import AT_ONCE
from storage.schema import fit_for_reading
from storage.unit import Unit

BREATH = 0.02
"""Seconds between two units at least; else as long as the one took. Who waits for SQLite looks
again every so often, and is to find it free."""

Tell = Callable[[str], None]
Ask = Callable[[str], str]


class NotTaken(Exception):
    """One line for the operator: nothing was changed, and why."""


@dataclass(frozen=True)
class Consent:
    """`ask` where somebody sits at the terminal. `gone`: though many would be gone."""

    yes: bool = False
    gone: bool = False
    ask: Ask | None = None


def import_file(settings: Settings, file: Path, consent: Consent, tell: Tell) -> None:
    """Raises CannotRead, NotTaken and DataError."""
    now = datetime.now(UTC)
    with opened(settings.database_url.get_secret_value()) as database:
        fit_for_reading(database)
        listed = offices(settings.offices_file)
        meter = Meter(live=sys.stderr.isatty())
        try:
            today = now.astimezone(settings.zone).date()
            found = collect(file, listed, today, lambda done: meter(words.READING, done))
            take_over(database, found, consent, tell, meter=meter, now=now)
        finally:
            meter.ended()


def take_over(
    database: Database,
    found: Collected,
    consent: Consent,
    tell: Tell,
    *,
    meter: Meter,
    now: datetime,
) -> None:
    meter(words.COMPARING, 0.0)
    with database.reading() as unit:
        newest = unit.roster.newest()
        base = None if newest is None else newest.id
        before = {each.nip: each for each in unit.roster.all()}
    changes = compare(before, found.people)
    meter.ended()
    for line in preview.of_file(found):
        tell(line)
    if found.bad:
        raise NotTaken(
            f"{len(found.bad)} rows cannot be read, so nothing was changed;"
            " mend them in the file and import it again"
        )
    if not found.people:
        raise NotTaken("there is nobody in the list, so nothing was changed")
    for line in preview.of_changes(changes):
        tell(line)
    if changes.nothing:
        return
    if not _agreed(changes, len(found.people), consent, tell):
        return
    whole = list(kept(before, found.people, now))
    with _no_walk_through_it():
        _write(database, whole, base, meter, now)
    record(Action.ROSTER_IMPORTED, people=len(whole), new=len(changes.new))
    meter.ended()
    tell(preview.done(whole))
    moved = _move_linked(database)
    if moved:
        tell(words.MOVED_PEOPLE.format(count=moved))


def _agreed(changes: Changes, count: int, consent: Consent, tell: Tell) -> bool:
    """Raises NotTaken where --yes alone is too little."""
    gone = len(changes.departed)
    if consent.yes:
        if changes.empties and not consent.gone:
            raise NotTaken(
                f"{gone} of {changes.before} people would be marked as departed, so nothing was"
                " changed; if the file has everybody, add --departed-ok"
            )
        return True
    if consent.ask is None:
        tell(words.PREVIEW)
        return False
    if changes.empties:
        agreed = consent.ask(words.ASK_GONE.format(gone=gone)).strip() == str(gone)
    else:
        said = consent.ask(words.ASK.format(count=count))
        agreed = as_answer(said, Situation.CHECK).intent is Intent.YES
    if not agreed:
        tell(words.CALLED_OFF)
    return agreed


def _write(
    database: Database, whole: list[Employee], base: int | None, meter: Meter, now: datetime
) -> None:
    """Killed midway, what was staged counts for nothing, and the next import takes it away."""
    _clear(database)
    with database.unit() as unit:
        number = unit.roster.begin(people=len(whole), now=now)
    done = 0
    for some in chunks(whole, AT_ONCE):
        with _written(database) as unit:
            if not unit.roster.stage(number, some):
                raise _overtaken()
        done += len(some)
        meter(words.WRITING, done / len(whole))
    with database.unit() as unit:
        switched = unit.roster.switch(number, before=base)
    _clear(database)
    if not switched:
        raise _overtaken()


@contextmanager
def _no_walk_through_it() -> Iterator[None]:
    """Python's garbage collector goes through all that is held, of a long list a fifth of a second
    at a time: it would do so within somebody's transaction."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _written(database: Database) -> Iterator[Unit]:
    began = monotonic()
    with database.unit() as unit:
        yield unit
    sleep(max(BREATH, monotonic() - began))


def _overtaken() -> NotTaken:
    return NotTaken(
        "another import was running at the same time, so this one changed nothing;"
        " look at the preview again and repeat it"
    )


def _clear(database: Database) -> None:
    left = True
    while left:
        with _written(database) as unit:
            left = unit.roster.drop_some()


def _move_linked(database: Database) -> int:
    """Those who are linked are known in the office that the list names."""
    with database.reading() as unit:
        moved = unit.roster.of_other_office()
    for some in chunks(moved):
        with _written(database) as unit:
            unit.roster.move(some)
    return len(moved)
