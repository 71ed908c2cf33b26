"""The book as it was taught, and what becomes of the one before."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from bot.settings import Settings
from handlers.live_book import LiveBook
from handlers.resources import Resources, load_resources
from storage.engine import Database
from tests.process.bot import SHORT_BOOK
from tests.storage.rows import BUDI, NOW, people


@pytest.fixture
def collector_at_rest() -> Iterator[None]:
    """As it nearly always is in a bot that serves."""
    gc.disable()
    yield
    gc.enable()


def lesson(database: Database, book: LiveBook, question: str) -> Resources:
    entry = book.current(database).book.entries[0].id
    with database.unit() as unit:
        unit.learned.add(entry_id=entry, question=question, by=BUDI, now=NOW)
    with database.reading() as unit:
        return book.up_to_date(unit)


@pytest.mark.usefixtures("collector_at_rest")
def test_a_matcher_that_a_lesson_replaced_is_let_go(database: Database) -> None:
    people(database)
    book = LiveBook(load_resources(Settings(manual_dir=SHORT_BOOK)))
    before = ref(lesson(database, book, "tanda masuk hilang").matcher)
    taught = before()
    assert taught is not None
    taught.find("tanda masuk")
    del taught
    after = lesson(database, book, "tanda masuk tidak ada")
    assert before() is None
    assert after.matcher is book.current(database).matcher
