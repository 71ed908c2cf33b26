"""How far something is that takes long is told where it was asked for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.simulator.world import accounts
from handlers.actions import making
from handlers.actions.making import Progress
from handlers.actions.report_rows import DaysAsked, rows_of
from storage.tables import JobKind, JobRow
from tests.talks.steps import file
from tests.talks.talk import Talk

DAYS = (date(2026, 1, 1), date(2026, 11, 24))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """One ticket is many, and each is worth a word."""
    for name, value in (("MANY", 1), ("LOOKS", 1), ("EVERY", 0)):
        monkeypatch.setattr(making, name, value)


def shown(talk: Talk, *, button: str) -> None:
    file(talk, talk.ani)
    talk.desk.skip()
    talk.wait(minutes=5)
    talk.budi("/laporan").hears_file("").hears("", button=button)


def test_few_tickets_are_nothing_to_wait_for(talk: Talk) -> None:
    shown(talk, button="Rincian")
    talk.budi.presses("Rincian").toast("sedang dibuat").hears("Rincian 1 Januari")
    talk.budi.hears_nothing()


@pytest.mark.usefixtures("large")
def test_what_was_made_meanwhile_is_said_to_be(talk: Talk) -> None:
    shown(talk, button="Rincian")
    talk.budi.presses("Rincian").toast("sedang dibuat").hears("Sudah selesai dibuat")
    talk.desk.hears("Rincian 1 Januari")


@pytest.mark.usefixtures("large")
def test_the_promise_of_a_paper_tells_how_far_it_is(talk: Talk) -> None:
    shown(talk, button="Bukti dukung")
    talk.budi.presses("Bukti dukung").hears("Bukti dukung 1 Januari", button="Excel")
    talk.budi.presses("Excel").toast("Sebentar").hears("Sudah selesai dibuat")
    talk.desk.hears_file("Rekap pengaduan 1 Januari")


def job_of(talk: Talk, key: str) -> JobRow:
    """One that nobody makes today."""
    tomorrow = talk.clock.now() + timedelta(days=1)
    with talk.database.unit() as unit:
        unit.jobs.ask(
            JobKind.BESIDE,
            key,
            chat_id=accounts.HELPDESK,
            now=talk.clock.now(),
            not_before=tomorrow,
        )
        job = unit.jobs.waiting(key)
        assert job is not None
        return job


def read(talk: Talk, job: JobRow) -> Progress:
    progress = Progress(talk.database, talk.resources, talk.clock.now(), job)
    asked = DaysAsked(*DAYS, as_of=talk.clock.now())
    with talk.database.reading() as unit:
        rows = list(rows_of(unit, talk.resources.measures, asked, progress.reading))
    assert len(rows) == 1
    return progress


@pytest.mark.usefixtures("large")
def test_one_message_is_rewritten(talk: Talk) -> None:
    shown(talk, button="Rincian")
    job = job_of(talk, "beside:slow")
    read(talk, job).drawing()
    talk.settle()
    talk.desk.hears("0 dari 1 tiket")  # it stood nowhere yet, and was left as it was
    message = talk.desk.last
    assert message is not None
    read(talk, job)
    talk.settle()
    assert "1 dari 1 tiket" in message.text
    read(talk, job).drawing()
    talk.settle()
    assert "semua tiket sudah dibaca" in message.text


@pytest.mark.usefixtures("large")
def test_what_cannot_be_made_is_no_longer_promised(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(talk, button="Bukti dukung")
    talk.budi.presses("Bukti dukung").hears("Bukti dukung 1 Januari", button="Excel")

    def broken(*_: object) -> bytes:
        raise RuntimeError

    monkeypatch.setattr("handlers.desk.evidence.draw", broken)
    talk.budi.presses("Excel").toast("Sebentar").hears("sedang dibuat")
    message = talk.desk.last
    assert message is not None
    talk.wait(seconds=1)
    assert "edang dibuat" in message.text
    talk.wait(seconds=5)
    talk.desk.hears("gangguan di pihak kami")
    assert message.text == "Tidak jadi dibuat."
