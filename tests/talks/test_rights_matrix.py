"""A part of `python -m tests.bench.rights`: everybody tries everything everywhere.

A right is never taken from a button's existence, nor from being in a group.
"""

from __future__ import annotations

from itertools import islice

import pytest

from bot.simulator.world import accounts
from handlers.resources import Resources
from tests.bench.rights.probe import Probe, surprises, wrongly_refused
from tests.bench.rights.scene import Scene, made
from tests.bench.rights.tries import Maker, entries
from tests.bench.rights.walk import forgeries, matrix
from tests.talks.talk import Talk

SOME = 5
EVERY = 61  # cells; the whole is the bench's
FORGED = 150


@pytest.fixture
def scene(talk: Talk) -> Scene:
    return made(talk)


@pytest.fixture
def probe(talk: Talk, resources: Resources, scene: Scene) -> Probe:
    return Probe(talk.database, resources, talk.clock.now())


def test_nothing_has_an_effect_that_it_must_not_have(
    probe: Probe, scene: Scene, talk: Talk
) -> None:
    walked = matrix(probe, scene, EVERY)
    assert len(walked.tried) > 40
    assert walked.found == []
    assert walked.refused == []
    quiet(talk)


def test_a_forged_press_has_no_effect(probe: Probe, scene: Scene, talk: Talk) -> None:
    _, found = forgeries(probe, scene, FORGED)
    assert found == []
    quiet(talk)


def test_who_has_the_right_is_not_refused(probe: Probe, scene: Scene, talk: Talk) -> None:
    """At the desk: officers all but what those do who lead it, admins everything."""
    for who, refused in (("officer", "hanya untuk petugas"), ("admin", "hanya admin")):
        for entry, update in islice(entries(who, "desk", scene), 0, None, SOME):
            effects = probe.serve(update)
            assert refused not in effects.words, (who, entry)
            assert wrongly_refused(who, "desk", update, effects) == [], (who, entry)
    quiet(talk)


def test_the_yardstick_sees_what_it_should(probe: Probe, scene: Scene, talk: Talk) -> None:
    """A deed by right is an effect; the same by somebody else would be a surprise."""
    press = Maker("officer", accounts.DEWI, accounts.HELPDESK).presses("take:3", shown=["take:3"])
    effects = probe.serve(press)
    assert {"event", "ticket"} <= effects.changed.keys()
    assert surprises("officer", "desk", effects) == []
    assert surprises("member", "desk", effects) != []
    assert surprises("officer", "private", effects) != []
    reads = Maker("officer", accounts.DEWI, accounts.HELPDESK).says("/tiket 1")
    assert surprises("officer", "desk", probe.serve(reads)) == []
    quiet(talk)


def quiet(talk: Talk) -> None:
    """What the scene said is no matter here."""
    talk.settle()
    talk.expects(held=2)  # for who has not met the bot yet
    for room in (talk.ani, talk.burhan, talk.budi, talk.admin):
        room.room.skip()
