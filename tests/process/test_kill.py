"""The short form of the kill run: three kill -9 and a SIGTERM under forty updates a second."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings
from handlers.resources import load_resources
from tests.process.bot import SHORT_BOOK
from tests.process.kill_run import kill_run


@pytest.mark.timeout(900)  # it lives through four lives of a busy machine's bot
async def test_nothing_is_lost_or_doubled(tmp_path: Path, database_url: str) -> None:
    resources = load_resources(Settings(manual_dir=SHORT_BOOK))
    outcome = await kill_run(
        resources, tmp_path, kills=3, terms=1, seed=7, database_url=database_url
    )
    assert not outcome.faults(), f"{outcome.table()}\n{(tmp_path / 'bot.log').read_text()[-3000:]}"
    assert outcome.tickets > 0
