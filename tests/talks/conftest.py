"""A talk, over each kind of database; with --restart the bot forgets between any two steps."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import pytest

from handlers.resources import Resources
from tests.support.trained_once import trained_once
from tests.talks.talk import Talk


@pytest.fixture(scope="session", autouse=True)
def learning() -> Iterator[None]:
    with trained_once():
        yield


@pytest.fixture
def talk(
    database_url: str,
    resources: Resources,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Talk]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else a 429 warns of PTB's own next version
    talk = Talk(database_url, resources, restless=request.config.getoption("restart"))
    yield talk
    talk.stop()


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Every transcript ends with "nothing else was said, nothing is lost"."""
    result = yield
    talk = pyfuncitem.funcargs.get("talk")
    if isinstance(talk, Talk):
        talk.finish()
    return result
