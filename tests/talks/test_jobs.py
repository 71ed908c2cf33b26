"""What is made beside the turn that asks for it comes once, or it is said that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text

from tests.talks.talk import Talk


@contextmanager
def without_events(talk: Talk) -> Iterator[None]:
    """No figures can be made; all else works."""
    rename(talk, "ticket_event", "gone")
    yield
    rename(talk, "gone", "ticket_event")


def rename(talk: Talk, table: str, to: str) -> None:
    with talk.database.engine.begin() as connection:
        connection.execute(text(f"ALTER TABLE {table} RENAME TO {to}"))


def test_figures_that_cannot_be_made_are_owned_up_to(talk: Talk) -> None:
    with without_events(talk):
        talk.budi("/laporan").hears_nothing()
        talk.ani("/start").hears("Selamat datang")
        talk.wait(seconds=1)
        talk.desk.hears_nothing()
        talk.wait(seconds=5)
        talk.desk.hears("gangguan di pihak kami", "coba lagi nanti")
        talk.wait(hours=1)
        talk.desk.hears_nothing()
    talk.budi("/laporan").hears_file("").hears("nomor 13 di daftar kabupaten")


def test_figures_that_cannot_be_made_at_first_come_all_the_same(talk: Talk) -> None:
    with without_events(talk):
        talk.budi("/laporan").hears_nothing()
    talk.wait(seconds=1)
    talk.desk.hears_file("24 November 2026").hears("nomor 13 di daftar kabupaten")


def is_tried_until_it_can_be_made(talk: Talk, *, weekday: int, called: str, about: str) -> None:
    """A page of the head's that is due at eight; the desk hears of the delay once."""
    with without_events(talk):
        talk.until(weekday, 8, 1)
        talk.wait(seconds=1)
        talk.wait(seconds=5)
        talk.desk.hears(f"{called} belum bisa dibuat", "pengelola")
        talk.restart().wait(minutes=10)
        talk.wait(minutes=10)
        talk.desk.hears_nothing()
        talk.reports.hears_nothing()
    talk.wait(minutes=10)
    talk.reports.hears_file(about)


def test_the_heads_page_is_tried_until_it_can_be_made(talk: Talk) -> None:
    about = "23–29 November 2026"
    is_tried_until_it_can_be_made(talk, weekday=0, called="Ringkasan mingguan", about=about)


def test_figures_are_those_of_the_moment_they_were_asked_for(talk: Talk) -> None:
    with without_events(talk):
        talk.budi("/laporan").hears_nothing()
        asked = talk.clock.now().astimezone(talk.resources.zone)
        talk.asleep(hours=3)
    talk.settle()
    talk.desk.hears_file(f"{asked:%H.%M}").hears(f"{asked:%H.%M}")
