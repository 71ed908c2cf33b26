from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.rules.announcement import NewsStatus
from bot.rules.clinic import SessionStatus
from bot.rules.survey import SurveyStatus
from bot.rules.ticket import Status
from bot.simulator.demo import history
from bot.simulator.demo.stepper import Stepper
from bot.simulator.world import accounts
from bot.simulator.world.world import World
from handlers.backend import backend, bootstrap
from handlers.resources import Resources
from storage.engine import opened
from storage.tables import Ticket
from storage.unit import Unit
from tests.support.databases import SqliteFiles
from tests.support.still_clock import StillClock

WITA = ZoneInfo("Asia/Makassar")
MONDAY_MORNING = datetime(2026, 11, 23, 8, 5, tzinfo=WITA)
NIGHT_OF_A_WEEKEND_AFTER_IDULFITRI = datetime(2026, 4, 4, 23, 40, tzinfo=WITA)


@pytest.mark.parametrize("now", [MONDAY_MORNING, NIGHT_OF_A_WEEKEND_AFTER_IDULFITRI], ids=str)
def test_the_past_leads_to_now_whenever_that_is(
    now: datetime, sqlite_files: SqliteFiles, resources: Resources
) -> None:
    clock = StillClock(history.begins(now))
    world = World(clock)
    with sqlite_files.fresh() as url, opened(url) as database:
        bootstrap(database, resources, clock)
        stepper = Stepper(world, backend(database, resources, clock))

        assert history.play(world, clock, stepper.run_until_idle, stepper.answer) == []

        assert clock.now() == now
        with database.reading() as unit:
            filed = unit.session.exec(select(Ticket)).all()
            assert 18 <= len(filed) <= 24
            assert {ticket.status for ticket in filed} == {*Status}, "every state is to be seen"
            assert any(ticket.due_at < now for ticket in unit.open_tickets.oldest())
            shows_a_session(unit, now)
            shows_a_survey(unit, enough=resources.survey.shown_from)
            shows_an_announcement(unit, world)
        shows_the_desk_at_work(world)
        world.people.say(accounts.BUDI, accounts.HELPDESK, "/survei 1")
        stepper.answer()
        assert "Nilai SKM: " in world.state.messages(accounts.HELPDESK)[-1].text


def shows_a_session(unit: Unit, now: datetime) -> None:
    (session,) = unit.clinic_sessions.to_come(now, most=2)
    assert session.status is SessionStatus.OPEN
    assert unit.clinic_seats.of(session.id, accounts.BURHAN) is not None


def shows_a_survey(unit: Unit, *, enough: int) -> None:
    """With figures, and something to read and let pass."""
    (survey,) = unit.surveys.newest(most=2)
    assert survey.status is SurveyStatus.CLOSED
    assert len(unit.surveys.sheets(survey.id)) >= enough
    assert unit.surveys.count_waiting(survey.id) == 1


def shows_an_announcement(unit: Unit, world: World) -> None:
    (announcement,) = unit.announcements.recent(most=2)
    assert announcement.status is NewsStatus.DONE
    assert "Pengumuman 1 · selesai" in world.state.transcript(accounts.HELPDESK)
    for person in (accounts.ANI, accounts.BURHAN, accounts.CITRA):
        told = [m.text for m in world.state.messages(person)]
        assert f"📢 Pengumuman\n\n{announcement.text}" in told


def shows_the_desk_at_work(world: World) -> None:
    summaries = [
        m for m in world.state.messages(accounts.REPORTS) if m.text.startswith("Ringkasan")
    ]
    assert len(summaries) in {3, 4}
    assert all("photo" in summary.body for summary in summaries)
    assert "tidak diteruskan" not in world.state.transcript(accounts.HELPDESK)
    # At eight the morning's list comes behind the newest card.
    newest = world.state.messages(accounts.HELPDESK)[-2:]
    untaken = [
        "Ambil",
        "Jawab dari buku",
        "Jawaban siap",
        "Minta info",
        "Selesai",
        "Alihkan…",
        "Tunda…",
        "Lainnya…",
    ]
    assert any(told.button_words == untaken for told in newest)
