"""Whether a question was answered beside the point, by what is left open."""

from __future__ import annotations

from faq.matching.doubt import MOST_POSTINGS, Elsewhere
from faq.matching.likeness import Likeness, Rarity

OPEN = ["izin cerai pns", "izin perceraian diurus di mana"]
ANSWERED = "syarat izin cerai"


def elsewhere() -> Elsewhere:
    return Elsewhere(Likeness(lambda: Rarity([*OPEN, ANSWERED, "cetak skp", "lupa sandi"])))


def test_what_was_decided_tells_nothing_any_more() -> None:
    look = elsewhere()
    first = look.of(OPEN, [ANSWERED])[ANSWERED]
    less = look.of(OPEN[1:], [ANSWERED])[ANSWERED]
    assert first > less > 0
    assert look.of([], [ANSWERED]) == {ANSWERED: 0.0}


def test_what_waits_again_tells_again() -> None:
    look = elsewhere()
    first = look.of(OPEN, [ANSWERED])
    look.of([], [ANSWERED])
    assert look.of(OPEN, [ANSWERED]) == first


def test_what_was_decided_crowds_out_nothing_that_is_open() -> None:
    often = elsewhere()
    often.of([f"izin cerai {number}" for number in range(MOST_POSTINGS + 100)], [ANSWERED])
    waits = ["izin cerai asn"]
    answered = ["izin cerai pns"]
    assert often.of(waits, answered) == elsewhere().of(waits, answered)
    assert often.of(waits, answered)["izin cerai pns"] > 0


def test_a_look_tells_the_same_whatever_was_looked_at_before() -> None:
    often = elsewhere()
    for left_open in (OPEN[:1], [], OPEN[1:], ["cetak skp"]):
        often.of(left_open, [ANSWERED, "lupa sandi"])
        fresh = elsewhere().of(left_open, [ANSWERED, "lupa sandi"])
        assert often.of(left_open, [ANSWERED, "lupa sandi"]) == fresh
