"""`main.py learn FILE.txt`: what an exported group chat asks and the book does not answer yet.

May be run while the bot serves: what comes of it is written in short units.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

from bot.settings import Settings
from bot.text_file import one_line
from bot.words import dates
from bot.words.fit import cut
from faq.chat_export import found_drafts
from faq.chat_export.lessons import Lessons, Topic, learn
from faq.importing import CannotImport
from handlers.live_book import LiveBook
from handlers.operator.meter import Meter
from handlers.resources import Resources, load_resources
from storage.engine import Database, opened
from storage.erasing import make_room
from storage.schema import fit_for_reading
from storage.tables import ERASED_ID, ChatExport, Outcome
from storage.unit import Unit

__all__ = ["CannotImport", "learn_from"]

MOST_TOLD = 10
MOST_TOPICS = 60
"""That /faq is given: an officer looks at each."""
OF_ONE_TOPIC = 5
"""Wordings of a topic: enough to be put together with what is asked later."""
AT_ONCE = 10
"""Topics in one unit."""
BREATH = 0.01
"""Seconds between two units, in which the serving bot comes first."""
SHOWN = 90


def learn_from(settings: Settings, file: Path, to: Path) -> list[str]:
    """What to tell the operator. Raises CannotImport, OSError where drafts can't be written."""
    with opened(settings.database_url.get_secret_value()) as database:
        fit_for_reading(database)
        return learn_into(database, load_resources(settings), file, to, datetime.now(UTC))


def learn_into(
    database: Database, printed: Resources, file: Path, to: Path, now: datetime
) -> list[str]:
    resources, meter = _current(database, printed), Meter(live=sys.stderr.isatty())
    try:
        found = learn(file, resources.book, resources.matcher, meter)
    finally:
        meter.ended()
    before, added = _remember(database, found, now)
    told = [*_of_the_chat(found), *_of_the_book(found), *_most_frequent(found.topics)]
    told.append(_of_faq(before, added, resources))
    return [*map(one_line, told), *_drafted(found, resources, to, now)]


def _current(database: Database, resources: Resources) -> Resources:
    """With what the desk taught: else it would be taught once more."""
    with database.reading() as unit:
        return LiveBook(resources).up_to_date(unit)


def _remember(database: Database, found: Lessons, now: datetime) -> tuple[datetime | None, int]:
    """When this very file was read before, if it was; and how many topics are new to /faq."""
    marks = [each.mark for topic in found.topics for each in topic.exchanges]
    with database.reading() as unit:
        known = unit.chat_exports.get(found.digest)
        counted = unit.chat_exports.counted(marks)
    if known is None or set(marks) - counted:
        return (known.read_at if known else None), _added(database, found, counted, now)
    return known.read_at, 0


def _added(database: Database, found: Lessons, counted: set[int], now: datetime) -> int:
    """Each topic with the marks of its questions, so that after a kill the rest is done."""
    topics = found.topics
    with database.unit() as unit:
        make_room(unit)
        export = unit.chat_exports.add(found.digest, questions=found.questions, now=now)
    added = 0
    for first in range(0, len(topics), AT_ONCE):
        with database.unit() as unit:
            for place, topic in enumerate(topics[first : first + AT_ONCE], first):
                new = {each.mark for each in topic.exchanges} - counted
                counted |= new
                unit.chat_exports.count(new, export)
                if new and place < MOST_TOPICS:
                    added += 1
                    _ask(unit, topic, new, export, now)
        sleep(BREATH)
    return added


def _ask(unit: Unit, topic: Topic, new: set[int], export: ChatExport, now: datetime) -> None:
    asked = {each.question for each in topic.exchanges if each.mark in new}
    wordings = [text for text in topic.wordings if text in asked]
    for text in wordings[:OF_ONE_TOPIC]:
        unit.questions.log(
            ERASED_ID,
            text,
            now=now,
            outcome=Outcome.SILENCE,
            entry_id=None,
            nearest_id=None,
            score=0.0,
            runner_up_score=0.0,
            export_id=export.id,
        )


def _of_the_chat(found: Lessons) -> Iterator[str]:
    span = ""
    if found.first is not None and found.last is not None:
        span = f", {dates.days(found.first.date(), found.last.date())}"
    yield (
        f"{_number(found.messages)} pesan dari {_number(found.people)} orang"
        f" dalam {_number(found.lines)} baris{span}."
    )
    yield (
        f"{_number(found.questions)} pertanyaan ditemukan,"
        f" {_number(found.replied)} dijawab orang di obrolan."
    )


def _of_the_book(found: Lessons) -> Iterator[str]:
    looked_up = found.questions - found.passed_over
    for what, count in (
        ("sudah dijawab buku", found.answered),
        ("buku ragu, menawarkan pilihan", found.unsure),
        ("belum ada di buku", found.lacking),
    ):
        share = f"{count * 100 / looked_up:.0f} %" if looked_up else "-"
        yield f"  {_number(count):>7}  {share:>5}  {what}"
    if found.passed_over:
        yield f"  {_number(found.passed_over):>7}         tidak dicocokkan: terlalu banyak"


def _most_frequent(topics: Sequence[Topic]) -> Iterator[str]:
    if topics:
        yield f"Yang paling sering ditanyakan dan belum ada ({_number(len(topics))} kelompok):"
    for topic in topics[:MOST_TOLD]:
        replied = "" if topic.answers else "  (tidak dijawab)"
        yield f"  {len(topic.exchanges):>4}×  {cut(topic.question, SHOWN)}{replied}"


def _of_faq(before: datetime | None, added: int, resources: Resources) -> str:
    if before is not None and not added:
        at = dates.stamp(before, resources.zone)
        return f"Berkas ini sudah pernah dibaca ({at}); tidak ada yang dihitung dua kali."
    if not added:
        return "Tidak ada yang baru untuk /faq."
    return f"{added} kelompok masuk ke /faq, tanpa nama orang. Buka /faq di grup petugas."


def _drafted(found: Lessons, resources: Resources, to: Path, now: datetime) -> Iterator[str]:
    if not found.topics:
        return
    today = resources.calendar.today(now)
    text = found_drafts.drafted(found.topics[: found_drafts.MOST_DRAFTS], resources.book, today)
    name = found_drafts.file_name(found.digest)
    made = found_drafts.write(to, name, text)
    if made is None:
        yield f"Draf untuk penyunting sudah ada dan tidak ditimpa: {to / name}"
    else:
        yield f"Draf untuk penyunting, belum terbit: {made}"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
