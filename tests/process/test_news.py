"""The short form of tests.bench.news: 150 people and one kill -9."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.news import news_run


@pytest.mark.timeout(300)
async def test_each_has_it_once_over_a_kill(tmp_path: Path) -> None:
    outcome = await news_run(tmp_path, people=150, kills=1)
    assert not outcome.faults(), f"{outcome.table()}\n{(tmp_path / 'bot.log').read_text()[-3000:]}"
    assert outcome.blocked
    assert outcome.waits
